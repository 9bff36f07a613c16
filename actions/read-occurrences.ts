import { FURTHEST } from '../domain/booking.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { expand, lastStart, type Occurrence, type Recurrence } from '../domain/recurrence.ts'
import { tidyRule } from '../domain/rrule-text.ts'
import { type Floating, floatingOf, midnightAfterMonths } from '../domain/zone.ts'
import { badInput } from './errors.ts'

const MOST_EXCEPTED = 1000

/** When an event takes place, as it is asked for. */
export interface AskedTimes {
  readonly startsAt: Instant
  readonly rrule?: string | null
  /** Occurrences of the rule that are not to take place. */
  readonly except?: readonly Instant[] | null
}

/** The same read, and turned into instants up to the horizon. */
export interface Times {
  readonly start: Floating
  readonly rrule: string | null
  readonly excepted: readonly Floating[]
  readonly occurrences: readonly Occurrence[]
  readonly lastStartsAt: Instant | null
  readonly extendedUntil: Instant
}

/** The occurrences asked for, of which `startsAt` is the first. */
export function readTimes(
  { startsAt, rrule, except }: AskedTimes,
  { zone, seriesHorizonMonths }: { readonly zone: string; readonly seriesHorizonMonths: number },
  now: Instant,
): Times {
  if (Math.abs(startsAt - now) > FURTHEST)
    throw badInput('The book reaches five years back and five years ahead.', ['input', 'startsAt'])
  const start = floatingOf(startsAt, zone)
  if (!rrule) {
    const once = { start, rrule: null, excepted: [], occurrences: [{ floating: start, at: startsAt }] }
    return { ...once, lastStartsAt: startsAt, extendedUntil: startsAt + MINUTE }
  }
  if (except && except.length > MOST_EXCEPTED)
    throw badInput(`except names at most ${MOST_EXCEPTED} occurrences.`, ['input', 'except'])
  const excepted = (except ?? []).map((each) => floatingOf(each, zone))
  const recurrence: Recurrence = { rrule, start, zone, excepted }
  const extendedUntil = midnightAfterMonths(Math.max(now, startsAt), seriesHorizonMonths, zone)
  const expansion = expand(recurrence, { start: startsAt, end: extendedUntil })
  if ('problem' in expansion) throw badInput(`rrule ${expansion.problem}.`, ['input', 'rrule'])
  const { occurrences } = expansion
  const first = occurrences[0]?.at
  if (first === undefined) throw badInput('rrule must give at least one session.', ['input', 'rrule'])
  if (first !== startsAt && !except?.includes(startsAt))
    throw badInput('startsAt must be the first occurrence of the rule.', ['input', 'startsAt'])
  const lastStartsAt = lastStart(recurrence) ?? null
  return { start, rrule: tidyRule(rrule), excepted, occurrences, lastStartsAt, extendedUntil }
}

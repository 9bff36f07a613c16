import type { Instant, Interval } from './interval.ts'
import { overlaps } from './interval.ts'
import { expand } from './recurrence.ts'
import type { Floating } from './zone.ts'

/** Wall-clock times to instants and back, as the calendar that is read says it. */
export interface CalendarClock {
  toInstant(floating: Floating): Instant
  toFloating(instant: Instant): Floating
}

/** One entry of a calendar that comes from elsewhere: no title, for nobody needs it. */
export interface ImportedEntry {
  readonly uid: string
  readonly start: Floating
  readonly clock: CalendarClock
  /** On the clock for whole days, as time goes by for hours. */
  readonly length: { readonly days: number } | { readonly milliseconds: number }
  /** What it repeats by, an UNTIL on the entry's own clock. */
  readonly rrule?: string
  readonly added: readonly Floating[]
  readonly excepted: readonly Floating[]
  /** Midnights of days on which no occurrence takes place. */
  readonly exceptedDays: readonly Floating[]
  /** RECURRENCE-ID: the start, by the rule, of the occurrence that this one stands for. */
  readonly original?: Instant
  /** Neither cancelled nor shown as free. */
  readonly takesTime: boolean
}

/** Time that somebody's own calendar takes. */
export interface ExternalBusy extends Interval {
  readonly uid: string
  readonly originalStart: Instant
}

export interface ImportedBusy {
  readonly busy: readonly ExternalBusy[]
  /** How many entries could not be understood. */
  readonly skipped: number
}

export const MOST_IMPORTED = 20_000
const DAY = 24 * 60 * 60_000
const DAYS_BACK = 7
const DAYS_AHEAD = 400
const LONGEST = 366 * DAY

const MINUTE = 60_000
const READ_EVERY = 60 * MINUTE
const SOONEST_RETRY = 5 * MINUTE
const WHOLE_EVERY = 7 * DAY

/** When a calendar at an address is read next: after an hour; after so many failures in a row soon, then ever later, once a day at least. */
export function nextReadAt(now: Instant, failures: number): Instant {
  return now + (failures === 0 ? READ_EVERY : Math.min(SOONEST_RETRY * 2 ** (failures - 1), DAY))
}

/** Whether what was read whole then still says all, if it has not changed: the window has moved little since. */
export function saysAllStill(wholeAt: Instant | null, now: Instant): boolean {
  return wholeAt !== null && now - wholeAt < WHOLE_EVERY
}

/** What of a calendar is read at that instant: from a week ago to a little over a year ahead. */
export function importWindow(now: Instant): Interval {
  return { start: now - DAYS_BACK * DAY, end: now + DAYS_AHEAD * DAY }
}

/**
 * The time that the entries take within the window, whole intervals, or why there is too much of it. An occurrence that
 * has an entry of its own is where that one says. `mayGoOn` is asked before each entry.
 */
export function busyOf(
  entries: readonly ImportedEntry[],
  window: Interval,
  mayGoOn: () => boolean,
): ImportedBusy | { readonly problem: string } {
  const masters = new Map(entries.filter((each) => each.original === undefined).map((each) => [each.uid, each]))
  const moved = new Map(entries.flatMap((each) => (each.original === undefined ? [] : [[keyOf(each), each] as const])))
  const busy = new Map<string, ExternalBusy>()
  let skipped = 0
  const take = (entry: ImportedEntry, floating: Floating, originalStart?: Instant) => {
    const start = entry.clock.toInstant(floating)
    const taken = { uid: entry.uid, originalStart: originalStart ?? start, start, end: endOf(entry, floating) }
    const isSeen = entry.takesTime && taken.end > taken.start && overlaps(taken, window)
    if (isSeen) busy.set(`${taken.originalStart} ${taken.uid}`, taken)
  }
  for (const entry of [...masters.values(), ...moved.values()]) {
    if (!mayGoOn()) return { problem: 'takes too long to read' }
    const starts = startsOf(entry, window)
    if (!starts) skipped++
    for (const floating of starts ?? []) {
      const isMoved = entry.original === undefined && moved.has(`${entry.clock.toInstant(floating)} ${entry.uid}`)
      if (!isMoved) take(entry, floating, entry.original)
    }
    if (busy.size > MOST_IMPORTED) return { problem: `must have at most ${MOST_IMPORTED} entries in the next 400 days` }
  }
  return { busy: [...busy.values()], skipped }
}

function keyOf({ original, uid }: ImportedEntry): string {
  return `${original} ${uid}`
}

/** When it begins on its clock, each time that can reach into the window; undefined when that is beyond understanding. */
function startsOf(entry: ImportedEntry, window: Interval): readonly Floating[] | undefined {
  const { added, excepted, length, rrule, start } = entry
  if (roughly(length) > LONGEST) return undefined
  if (!rrule && added.length === 0) return [start]
  const range = { start: window.start - roughly(length) - 2 * DAY, end: window.end + 2 * DAY }
  // Counted on the wall as if it stood in UTC; the entry's own clock says when that is.
  const recurrence = { rrule: rrule ?? 'FREQ=DAILY;COUNT=1', start, zone: 'utc', excepted, added }
  const expansion = expand(recurrence, range)
  if ('problem' in expansion) return undefined
  const days = new Set(entry.exceptedDays)
  return expansion.occurrences.map(({ floating }) => floating).filter((each) => !days.has(each - (each % DAY)))
}

function endOf({ clock, length }: ImportedEntry, floating: Floating): Instant {
  if ('days' in length) return clock.toInstant(floating + length.days * DAY)
  return clock.toInstant(floating) + length.milliseconds
}

function roughly(length: ImportedEntry['length']): number {
  return 'days' in length ? length.days * DAY : length.milliseconds
}

import { badInput } from '../../actions/errors.ts'
import { checkId } from '../../actions/ids.ts'
import { FURTHEST } from '../../domain/booking.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import { textProblem } from '../../domain/text.ts'
import { isZone } from '../../domain/zone.ts'
import { checkFirst } from '../graphql/page.ts'
import type { AvailableSlotsInput } from './available-slots.inputs.ts'

const DAY = 24 * 60 * 60_000
const WIDEST_DAYS = 62
const MOST_IDS = 500
const MOST_FEATURES = 20
const DEFAULT_FIRST = 20

/** What is asked for, once it is known to make sense. */
export interface AskedSlots {
  readonly window: Interval
  readonly first: number
  readonly minutes: number | undefined
  readonly weekdays: readonly number[] | undefined
  readonly earliestTime: string | undefined
  readonly latestTime: string | undefined
  readonly roomFeatures: readonly string[]
}

/** Refuses what makes no sense, each with where it stands. */
export function askedSlots(input: AvailableSlotsInput, now: Instant): AskedSlots {
  checkIds(input)
  const first = input.first ?? DEFAULT_FIRST
  checkFirst(first)
  const { minutes } = input
  if (minutes != null && (minutes < 5 || minutes > 720)) throw badInput('minutes is between 5 and 720.', at('minutes'))
  if (input.zone != null && !isZone(input.zone)) throw badInput('There is no such time zone.', at('zone'))
  return {
    ...{ window: windowOf(input, now), first, minutes: minutes ?? undefined, weekdays: weekdaysOf(input) },
    ...timesOf(input),
    roomFeatures: featuresOf(input),
  }
}

const at = (field: string) => ['input', field]

function checkIds({ typeId, clientId, preferTherapistId, therapistIds, roomIds }: AvailableSlotsInput): void {
  checkId(typeId, 'appointment type', at('typeId'))
  if (clientId != null) checkId(clientId, 'client', at('clientId'))
  if (preferTherapistId != null) checkId(preferTherapistId, 'therapist', at('preferTherapistId'))
  for (const [ids, what, field] of [
    [therapistIds, 'therapist', 'therapistIds'],
    [roomIds, 'room', 'roomIds'],
  ] as const) {
    if (ids?.length === 0) throw badInput(`${field} names at least one ${what}, or is left out.`, at(field))
    if (ids && ids.length > MOST_IDS) throw badInput(`${field} names at most ${MOST_IDS}.`, at(field))
    for (const id of ids ?? []) checkId(id, what, at(field))
  }
}

function windowOf({ from, to }: AvailableSlotsInput, now: Instant): Interval {
  if (from >= to) throw badInput('`to` must come after `from`.', at('to'))
  if (to - from > WIDEST_DAYS * DAY) throw badInput(`Slots are looked for in at most ${WIDEST_DAYS} days.`, at('to'))
  if (Math.abs(from - now) > FURTHEST || Math.abs(to - now) > FURTHEST)
    throw badInput('The book reaches five years back and five years ahead.', at('from'))
  return { start: from, end: to }
}

function weekdaysOf({ weekdays }: AvailableSlotsInput): readonly number[] | undefined {
  if (weekdays == null) return undefined
  if (weekdays.length === 0 || weekdays.some((each) => each < 1 || each > 7))
    throw badInput('weekdays are numbers from 1, Monday, to 7, Sunday.', at('weekdays'))
  return weekdays
}

/** Midnight as the latest time is the end of the day. */
function timesOf(input: AvailableSlotsInput) {
  const earliestTime = input.earliestTime?.slice(0, 5)
  const latest = input.latestTime?.slice(0, 5)
  const latestTime = latest === '00:00' ? '24:00' : latest
  if (earliestTime && latestTime && earliestTime >= latestTime)
    throw badInput('latestTime must come after earliestTime.', at('latestTime'))
  return { earliestTime, latestTime }
}

function featuresOf({ roomFeatures }: AvailableSlotsInput): readonly string[] {
  const features = (roomFeatures ?? []).map((each) => each.trim().toLowerCase())
  const problem = features.map((each) => textProblem(each, 60)).find((each) => each !== undefined)
  if (problem) throw badInput(`Each of roomFeatures ${problem}.`, at('roomFeatures'))
  if (features.length > MOST_FEATURES) throw badInput(`At most ${MOST_FEATURES} roomFeatures.`, at('roomFeatures'))
  if (features.includes('')) throw badInput('Each of roomFeatures is a word.', at('roomFeatures'))
  return features
}

import type { WeeklyHours } from './availability.ts'
import { isLocalDate } from './zone.ts'

const MOST_BLOCKS = 70
const MOST_APPOINTMENTS = 100

/** Hours as somebody gives them: what is left out is as usual. */
export type GivenHours = Pick<WeeklyHours, 'weekday' | 'startTime' | 'endTime'> & {
  readonly [Key in keyof typeof usual]?: WeeklyHours[Key] | null
}

const usual = { effectiveFrom: null, effectiveUntil: null, locationId: null, telehealth: false, mostAppointments: null }

/** What is wrong with hours kept every week; undefined when they may be kept. */
export function weeklyHoursProblem(hours: readonly GivenHours[]): string | undefined {
  if (hours.length > MOST_BLOCKS) return `must have at most ${MOST_BLOCKS} entries`
  if (hours.some((each) => !isWhole(each.weekday, 1, 7))) return 'must name weekdays from 1, Monday, to 7, Sunday'
  if (hours.some((each) => !isWholeMinute(each.startTime) || !isWholeMinute(each.endTime)))
    return 'must begin and end on a whole minute'
  if (
    hours.some((each) => [each.effectiveFrom, each.effectiveUntil].some((date) => date != null && !isLocalDate(date)))
  )
    return 'must be effective from and until dates such as 2026-03-08'
  if (hours.some((each) => each.mostAppointments != null && !isWhole(each.mostAppointments, 1, MOST_APPOINTMENTS)))
    return `must take from 1 to ${MOST_APPOINTMENTS} appointments a block`
  const sorted = sortedHours(hours)
  if (sorted.some((each) => each.startTime >= each.endTime)) return 'must begin before they end, on the same day'
  if (sorted.some((each) => each.effectiveFrom && each.effectiveUntil && each.effectiveFrom > each.effectiveUntil))
    return 'must be effective from a date before the one they are effective until'
  if (sorted.some((each, i) => sorted.slice(0, i).some((other) => clash(other, each)))) return 'must not overlap'
  return undefined
}

/** The same hours in full, by weekday and time, times as `09:00`; an end at midnight is `24:00`. */
export function sortedHours(hours: readonly GivenHours[]): WeeklyHours[] {
  return hours
    .map(({ weekday, startTime, endTime, ...rest }) => ({
      ...{ weekday, startTime: startTime.slice(0, 5), endTime: dayEnd(endTime) },
      effectiveFrom: rest.effectiveFrom ?? usual.effectiveFrom,
      effectiveUntil: rest.effectiveUntil ?? usual.effectiveUntil,
      locationId: rest.locationId ?? usual.locationId,
      telehealth: rest.telehealth ?? usual.telehealth,
      mostAppointments: rest.mostAppointments ?? usual.mostAppointments,
    }))
    .sort((a, b) => a.weekday - b.weekday || (a.startTime < b.startTime ? -1 : a.startTime > b.startTime ? 1 : 0))
}

/** A time as it is kept at the end of a block, where midnight is the one that ends the day. */
export function dayEnd(time: string): string {
  const end = time.slice(0, 5)
  return end === '00:00' ? '24:00' : end
}

/** Whether it is a time of the wall clock without seconds, `09:00`. */
export function isWholeMinute(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:00(\.0+)?)?$/.test(time) || time === '24:00'
}

/** Whether both are kept on some same date and share some of its time. */
function clash(a: WeeklyHours, b: WeeklyHours): boolean {
  if (a.weekday !== b.weekday || a.startTime >= b.endTime || b.startTime >= a.endTime) return false
  return reaches(a, b) && reaches(b, a)
}

function reaches(a: WeeklyHours, b: WeeklyHours): boolean {
  return a.effectiveUntil === null || b.effectiveFrom === null || b.effectiveFrom <= a.effectiveUntil
}

function isWhole(value: number, lowest: number, highest: number): boolean {
  return Number.isInteger(value) && value >= lowest && value <= highest
}

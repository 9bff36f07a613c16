import type { WeeklyHours } from './availability.ts'

const MOST_BLOCKS = 70

/** What is wrong with hours kept every week; undefined when they may be kept. */
export function weeklyHoursProblem(hours: readonly WeeklyHours[]): string | undefined {
  if (hours.length > MOST_BLOCKS) return `must have at most ${MOST_BLOCKS} entries`
  if (hours.some((each) => !Number.isInteger(each.weekday) || each.weekday < 1 || each.weekday > 7))
    return 'must name weekdays from 1, Monday, to 7, Sunday'
  if (hours.some((each) => !isWholeMinute(each.startTime) || !isWholeMinute(each.endTime)))
    return 'must begin and end on a whole minute'
  const sorted = sortedHours(hours)
  if (sorted.some((each) => each.startTime >= each.endTime)) return 'must begin before they end, on the same day'
  if (sorted.some((each, i) => follows(each, sorted[i - 1]) && each.startTime < sorted[i - 1]!.endTime))
    return 'must not overlap'
  return undefined
}

/** The same hours by weekday and time, times as `09:00`; an end at midnight is `24:00`. */
export function sortedHours(hours: readonly WeeklyHours[]): WeeklyHours[] {
  return hours
    .map(({ weekday, startTime, endTime }) => {
      const end = endTime.slice(0, 5)
      return { weekday, startTime: startTime.slice(0, 5), endTime: end === '00:00' ? '24:00' : end }
    })
    .sort((a, b) => a.weekday - b.weekday || (a.startTime < b.startTime ? -1 : 1))
}

function follows(hours: WeeklyHours, previous: WeeklyHours | undefined): boolean {
  return hours.weekday === previous?.weekday
}

function isWholeMinute(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:00(\.0+)?)?$/.test(time) || time === '24:00'
}

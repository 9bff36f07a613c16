import { formatTime, instantOf, localDateOf } from '../zone.ts'
import type { SlotRequest } from './request.ts'

const weekdayNames = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']
const listed = new Intl.ListFormat('en-US')

/** The weekdays and times asked for, as they are read aloud: ` on Tuesdays and Fridays after 12:00 PM,`; nothing without a wish. */
export function sayWish({ weekdays, earliestTime, latestTime, window }: SlotRequest, zone: string): string {
  const date = localDateOf(window.start, zone)
  const time = (wall: string) => formatTime(instantOf(date, wall, zone), zone)
  const names = weekdayNames.filter((_, index) => weekdays?.includes(index + 1))
  const latest = latestTime === '24:00' ? undefined : latestTime
  const words = [
    names.length > 0 && `on ${listed.format(names)}`,
    earliestTime && latest && `between ${time(earliestTime)} and ${time(latest)}`,
    earliestTime && !latest && `after ${time(earliestTime)}`,
    latest && !earliestTime && `before ${time(latest)}`,
  ].filter(Boolean)
  return words.length > 0 ? ` ${words.join(' ')},` : ''
}

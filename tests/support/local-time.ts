import type { Instant } from '../../domain/interval.ts'
import { instantOf, wallClock } from '../../domain/zone.ts'

const SECOND = 1000
const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** `Wed 2026-03-11 10:00`, with the seconds when there are any. */
export function localTime(instant: Instant, zone: string): string {
  const { date, time, weekday } = wallClock(instant, zone)
  const seconds = Math.floor(instant / SECOND) % 60
  return `${WEEKDAYS[weekday]} ${date} ${time}${seconds ? `:${String(seconds).padStart(2, '0')}` : ''}`
}

/** The instant of `2026-03-11 10:00` or `2026-03-11 10:00:20`, or of a line that ends so. */
export function instantAt(text: string, zone: string): Instant {
  const [date, time] = text.split(' ').slice(-2)
  return instantOf(date!, time!, zone)
}

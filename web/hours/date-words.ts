import type { LocalDate } from '../../domain/zone.ts'
import type { HoursExceptionKind } from '../generated/graphql.ts'
import { DAY_MINUTES } from './week/block.ts'
import { minuteOf } from './week/wire.ts'
import { hoursInWords } from './week/words.ts'

/** Wall-clock times of a date; 00:00 to 00:00 is the whole of it. */
interface Times {
  readonly startTime: string
  readonly endTime: string
}

const days = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
})

/** `Thu, Nov 26, 2026` */
export function dayInWords(date: LocalDate): string {
  return days.format(new Date(`${date}T00:00Z`))
}

/** `Thu, Nov 26, 2026`, `Thu, Nov 26 – Fri, Nov 27, 2026` */
export function daysInWords(first: LocalDate, last: LocalDate): string {
  return days.formatRange(new Date(`${first}T00:00Z`), new Date(`${last}T00:00Z`))
}

/** `All day`, `9:00 AM – 12:00 PM` */
export function hoursOnDate(times: Times): string {
  if (isAllDay(times)) return 'All day'
  return hoursInWords({ start: minuteOf(times.startTime), end: minuteOf(times.endTime) || DAY_MINUTES })
}

/** `Closed all day`, `Open 9:00 AM – 12:00 PM` */
export function exceptionInWords(exception: Times & { readonly kind: HoursExceptionKind }): string {
  const word = exception.kind === 'OPEN' ? 'Open' : 'Closed'
  return `${word} ${isAllDay(exception) ? 'all day' : hoursOnDate(exception)}`
}

export function isAllDay({ startTime, endTime }: Times): boolean {
  return minuteOf(startTime) === 0 && minuteOf(endTime) % DAY_MINUTES === 0
}

/** The times of a date as a form keeps them. */
export interface TimesEntries extends Times {
  readonly allDay: boolean
}

export function timesEntries(times: Times | undefined): TimesEntries {
  if (!times || isAllDay(times)) return { allDay: true, startTime: '09:00', endTime: '12:00' }
  return { allDay: false, startTime: times.startTime.slice(0, 5), endTime: times.endTime.slice(0, 5) }
}

export function timesProblems({ allDay, startTime, endTime }: TimesEntries): Partial<Record<keyof Times, string>> {
  if (allDay) return {}
  if (!startTime) return { startTime: 'Write a time, like 9:00 AM.' }
  if (!endTime) return { endTime: 'Write a time, like 5:00 PM.' }
  return endTime !== '00:00' && startTime >= endTime ? { endTime: 'It must end after it begins.' } : {}
}

export function sentTimes({ allDay, startTime, endTime }: TimesEntries): Times {
  return allDay ? { startTime: '00:00', endTime: '00:00' } : { startTime, endTime }
}

import type { Interval } from '../../domain/interval.ts'
import { localDateOf } from '../../domain/zone.ts'
import { spanOf } from './leave-entries.ts'

/** Why somebody is away, the usual ones first. */
export const reasonWords = {
  VACATION: 'Vacation',
  SICK: 'Sick',
  CONFERENCE: 'Conference',
  PERSONAL: 'Personal',
  OTHER: 'Another reason',
} as const

export type Reason = keyof typeof reasonWords

/** The reason, or what is said of a room for which another one is given. */
export function reasonInWords(reason: Reason, kind?: 'Therapist' | 'Room'): string {
  return reason === 'OTHER' && kind === 'Room' ? 'Out of use' : reasonWords[reason]
}

export const reasonOptions = (Object.keys(reasonWords) as Reason[]).map((value) => ({
  value,
  label: reasonWords[value],
}))

/** `Tue, Mar 3, 2026`, `Mar 3 – 6, 2026`, or with the times where they are no whole days. */
export function spanInWords(interval: Interval, zone: string): string {
  const { isWhole, fromDate, untilDate } = spanOf(interval, zone)
  const day = { month: 'short', day: 'numeric', year: 'numeric' } as const
  if (isWhole) {
    const isOne = fromDate === untilDate
    const format = new Intl.DateTimeFormat('en-US', { ...day, ...(isOne && { weekday: 'short' }), timeZone: 'UTC' })
    return tidy(format.formatRange(Date.parse(fromDate), Date.parse(untilDate)))
  }
  const isOneDay = localDateOf(interval.end - 1, zone) === fromDate
  const times = { hour: 'numeric', minute: '2-digit', weekday: isOneDay ? 'short' : undefined } as const
  const format = new Intl.DateTimeFormat('en-US', { ...day, ...times, timeZone: zone })
  return tidy(format.formatRange(interval.start, interval.end))
}

/** `3 days`, `7 h`, `45 min`: how long it is, for a first look. */
export function lengthInWords(interval: Interval, zone: string): string {
  const { isWhole, fromDate, untilDate } = spanOf(interval, zone)
  if (isWhole) return count((Date.parse(untilDate) - Date.parse(fromDate)) / 86_400_000 + 1, 'day')
  const minutes = Math.round((interval.end - interval.start) / 60_000)
  if (minutes >= 48 * 60) return count(Math.round(minutes / 1440), 'day')
  if (minutes < 60) return `${minutes} min`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

// Browsers disagree on the spaces around a dash.
function tidy(text: string): string {
  return text.replaceAll(/\s*–\s*/g, ' – ').replaceAll(/[\u2009\u202f\u00a0]/g, ' ')
}

/** `10:00 – 10:50 AM`. */
export function timesInWords({ startsAt, endsAt }: { startsAt: number; endsAt: number }, zone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: zone })
  return tidy(format.formatRange(startsAt, endsAt))
}

import { viewer } from './session.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** "Mar 10, 2026" on the clinic's wall calendar. */
export function dateInWords(instant: string): string {
  return formatFor({ dateStyle: 'medium' }).format(new Date(instant))
}

/** "Mar 10, 2026, 2:30 PM" on the clinic's clock. */
export function timeInWords(instant: string): string {
  return formatFor({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))
}

/** "Tue, Mar 10" on the clinic's wall calendar, where the year is plain to see. */
export function dayInWords(instant: string): string {
  return formatFor({ weekday: 'short', month: 'short', day: 'numeric' }).format(new Date(instant))
}

const dayFormat = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
})

/** "Tue, Mar 10, 2026": a day on the clinic's calendar, which has no time and so no zone. */
export function dayWords(date: string): string {
  return dayFormat.format(Date.parse(date))
}

/** "2:30 PM" on the clinic's clock. */
export function clockInWords(instant: string): string {
  return formatFor({ timeStyle: 'short' }).format(new Date(instant))
}

/** "Tue, Mar 10, 2026, 2:30 – 3:20 PM" on the clinic's clock. */
export function spanInWords(startsAt: string, endsAt: string): string {
  const format = formatFor({
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  })
  return format.formatRange(new Date(startsAt), new Date(endsAt))
}

function formatFor(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${viewer().clinic.zone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: viewer().clinic.zone })
  formats.set(key, made)
  return made
}

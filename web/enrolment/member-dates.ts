const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

/** `Mar 10, 2026`: a day on the clinic's calendar, which has no time and so no zone. */
export function dayWords(date: string): string {
  return format.format(Date.parse(date))
}

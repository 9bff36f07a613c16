import type { Instant } from '../interval.ts'

/** What is put into somebody's calendar by following a link: nothing that is private, as it stands in an address. */
export interface AddedEntry {
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly location: string
}

/** Leads to Google's calendar with the entry filled in. */
export function googleLink({ endsAt, location, startsAt, title }: AddedEntry): string {
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
  })
  if (location) query.set('location', location)
  return `https://calendar.google.com/calendar/render?${query}`
}

/** Leads to Outlook's calendar with the entry filled in. */
export function outlookLink({ endsAt, location, startsAt, title }: AddedEntry): string {
  const times = { startdt: new Date(startsAt).toISOString(), enddt: new Date(endsAt).toISOString() }
  const query = new URLSearchParams({ path: '/calendar/action/compose', rru: 'addevent', subject: title, ...times })
  if (location) query.set('location', location)
  return `https://outlook.live.com/calendar/0/deeplink/compose?${query}`
}

/** "20261202T150000Z" */
function compact(instant: Instant): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

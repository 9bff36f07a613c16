import type { Instant } from '../../../domain/interval.ts'
import { moneyInWords, USUAL_CURRENCY } from '../../../domain/money.ts'
import type { BookingPage } from '../../../domain/public-booking.ts'
import { neededZone } from '../../../domain/zone-name.ts'
import { dateOf, dayInWords, startInWords } from '../times.ts'
import type { BookingWords } from './booking-words.ts'

/** What every part of a page of booking needs to be written down. */
export interface BookingReading {
  readonly page: BookingPage
  readonly words: BookingWords
}

/** "3:00 PM", with the zone's name where the clock shows it twice that night. */
export function timeOf({ page: { zone }, words: { locale } }: BookingReading, startsAt: Instant): string {
  const time = startInWords({ startsAt, zone }, locale)
  const twice = neededZone(startsAt, locale, zone, zone)
  return twice ? `${time} ${twice}` : time
}

export function dayOf({ page: { now, zone }, words: { locale } }: BookingReading, startsAt: Instant): string {
  return capital(dayInWords({ startsAt, zone }, locale, now))
}

/** The clinic's clock, where it shows another time or another day: "Tue 9:00 PM at the clinic". */
export function clinicTimeOf({ page, words }: BookingReading, startsAt: Instant): string | undefined {
  const { clinic, zone } = page
  const { locale } = words
  if (!clinic || neededZone(startsAt, locale, clinic.zone, zone) === undefined) return undefined
  const there = { startsAt, zone: clinic.zone }
  if (sameClock(startsAt, clinic.zone, zone)) return undefined
  const time = startInWords(there, locale)
  const isSameDay = dateOf(there) === dateOf({ startsAt, zone })
  return words.atClinic(isSameDay ? time : `${weekdayOf(startsAt, clinic.zone, locale)} ${time}`)
}

function sameClock(startsAt: Instant, a: string, b: string): boolean {
  const shown = (zone: string) => `${dateOf({ startsAt, zone })} ${startInWords({ startsAt, zone }, 'en-US')}`
  return shown(a) === shown(b)
}

function weekdayOf(startsAt: Instant, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short' }).format(startsAt)
}

/** "New York (Eastern Time)" */
export function zoneInFull(zone: string, locale: string, at: Instant): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(at)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value
  const place = placeOf(zone)
  return name && !name.includes(place) ? `${place} (${name})` : (name ?? place)
}

/** Browsers go on naming some zones by what their places were called. */
const RENAMED: Readonly<Record<string, string>> = { Katmandu: 'Kathmandu', Calcutta: 'Kolkata', Rangoon: 'Yangon' }

/** "New York" of "America/New_York". */
export function placeOf(zone: string): string {
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
  return RENAMED[place] ?? place
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening'

export function partOf(startsAt: Instant, timeZone: string): PartOfDay {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(startsAt),
  )
  if (hour < 12) return 'morning'
  return hour < 17 ? 'afternoon' : 'evening'
}

/** In the currency of the clinic. */
export function priceInWords(cents: number | null, { page, words }: BookingReading): string | undefined {
  if (cents === null) return undefined
  if (cents === 0) return words.free
  return moneyInWords(cents, page.clinic?.currency ?? USUAL_CURRENCY, words.locale)
}

export function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
}

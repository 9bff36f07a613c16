import type { SessionStatus } from './event.ts'
import type { Instant } from './interval.ts'
import type { EventView, PublicClinic, PublicSession } from './public-page.ts'
import { floatingOf } from './zone.ts'

const STATUS: Readonly<Record<SessionStatus, string>> = {
  scheduled: 'EventScheduled',
  rescheduled: 'EventRescheduled',
  postponed: 'EventPostponed',
  cancelled: 'EventCancelled',
  moved_online: 'EventMovedOnline',
}

type Node = Readonly<Record<string, unknown>>

interface Addresses {
  /** The event's own page. */
  readonly page: string
  /** The clinic's list of events. */
  readonly list: string
  readonly origin: string
}

/** The event as schema.org describes one: by the session that comes next, with every other that is to come. */
export function eventJsonLd(
  view: Omit<EventView, 'form' | 'jsonLd' | 'said'>,
  clinic: PublicClinic,
  addresses: Addresses,
): Node {
  const { sessions } = view
  const offered = { priceCents: view.priceCents, currency: clinic.currency }
  const first = sessions.find((each) => each.status !== 'cancelled') ?? sessions[0]
  const about = {
    ...(view.excerpt && { description: view.excerpt }),
    ...(view.image && { image: new URL(view.image.url, addresses.origin).href }),
    organizer: { '@type': 'Organization', name: clinic.name, url: addresses.list },
    ...(view.facilitators.length > 0 && {
      performer: view.facilitators.map(({ name }) => ({ '@type': 'Person', name })),
    }),
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': addresses.page,
    name: view.title,
    url: addresses.page,
    ...about,
    ...(first && takingPlace(first, offered, addresses)),
    ...(sessions.length > 1 && {
      subEvent: sessions.map((session) => ({
        '@type': 'Event',
        name: session.title,
        url: addresses.page,
        ...takingPlace(session, offered, addresses),
      })),
    }),
  }
}

interface Offered {
  readonly priceCents: number | null
  readonly currency: string
}

function takingPlace(session: PublicSession, { currency, priceCents }: Offered, { page }: Addresses): Node {
  const { endsAt, isOnline, originalStartsAt, placesLeft, startsAt, status, zone } = session
  const wasMoved = status === 'rescheduled' && originalStartsAt !== startsAt
  return {
    startDate: withOffset(startsAt, zone),
    endDate: withOffset(endsAt, zone),
    ...(wasMoved && { previousStartDate: withOffset(originalStartsAt, zone) }),
    eventStatus: `https://schema.org/${STATUS[status]}`,
    eventAttendanceMode: `https://schema.org/${attendanceOf(session)}`,
    location: isOnline && !session.placeName ? virtualAt(page) : placesOf(session, page),
    ...(priceCents !== null && { isAccessibleForFree: priceCents === 0 }),
    offers: {
      '@type': 'Offer',
      url: page,
      ...(priceCents !== null && { price: (priceCents / 100).toFixed(2), priceCurrency: currency }),
      availability: `https://schema.org/${placesLeft === 0 ? 'SoldOut' : 'InStock'}`,
    },
  }
}

function attendanceOf({ isOnline, placeName, status }: PublicSession): string {
  if (status === 'moved_online' || (isOnline && !placeName)) return 'OnlineEventAttendanceMode'
  return isOnline ? 'MixedEventAttendanceMode' : 'OfflineEventAttendanceMode'
}

/** Where it is joined is told to those who come: to everybody else it is the page. */
function virtualAt(url: string): Node {
  return { '@type': 'VirtualLocation', url }
}

function placesOf({ address, isOnline, placeName, status }: PublicSession, page: string): Node | readonly Node[] {
  if (status === 'moved_online') return virtualAt(page)
  const place = { '@type': 'Place', name: placeName ?? '', address: address ?? placeName ?? '' }
  return isOnline ? [place, virtualAt(page)] : place
}

/** The instant on the wall clock of the zone, "2026-10-20T15:00:00-04:00". */
export function withOffset(instant: Instant, zone: string): string {
  const floating = floatingOf(instant, zone)
  const minutes = Math.round((floating - instant) / 60_000)
  const away = Math.abs(minutes)
  const two = (number: number) => String(number).padStart(2, '0')
  const text = new Date(floating).toISOString().slice(0, 19)
  return `${text}${minutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`
}

import type { EventAdmission, EventKind, SessionStatus } from './event.ts'
import type { Instant } from './interval.ts'
import type { RegistrationProblemCode } from './registration.ts'
import type { LocalDate } from './zone.ts'

/** A picture as a page shows it; with its size, nothing shifts when it comes. */
export interface PublicImage {
  readonly url: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** The clinic whose pages these are, and what they wear. */
export interface PublicClinic {
  readonly name: string
  readonly zone: string
  /** In degrees. */
  readonly hue: number
  readonly about: string | null
  /** What its prices are in, by ISO 4217. */
  readonly currency: string
  readonly logo: PublicImage | null
}

/** A session as the public sees it. */
export interface PublicSession {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** The start that its event gave it. */
  readonly originalStartsAt: Instant
  readonly zone: string
  readonly status: SessionStatus
  readonly note: string | null
  readonly placeName: string | null
  readonly address: string | null
  readonly isOnline: boolean
  /** Null for no limit. */
  readonly placesLeft: number | null
  readonly isOpen: boolean
  readonly admission: EventAdmission
  /** Whether nobody but the clinic sees it yet. */
  readonly isDraft: boolean
}

const FEW = 5

/**
 * Whether not many places are left. No page says how many: whoever registers with another's address, and sees that no place
 * was taken, would learn that it is registered already.
 */
export function areFewLeft(placesLeft: number | null): boolean {
  return placesLeft !== null && placesLeft > 0 && placesLeft <= FEW
}

/** An event in the list, with the session that comes next or was the last. */
export interface ListedEvent extends PublicSession {
  readonly kind: EventKind
  readonly tags: readonly string[]
  readonly excerpt: string
  readonly image: PublicImage | null
  /** How many sessions follow that one. */
  readonly further: number
}

export interface PublicTag {
  readonly tag: string
  readonly count: number
}

export interface ListView {
  readonly kind: 'list'
  readonly ahead: readonly ListedEvent[]
  readonly past: readonly ListedEvent[]
  readonly page: number
  readonly hasMore: boolean
  readonly tags: readonly PublicTag[]
  readonly tag: string | null
}

/** How many stand on one page of a list, and on one day of the wall calendar. */
export const LISTED = 50
export const MOST_A_DAY = 5

export interface MonthView {
  readonly kind: 'month'
  /** "2026-03" */
  readonly month: string
  readonly today: LocalDate
  readonly shows: 'list' | 'calendar'
  /** Of the calendar those that it shows of each day, and the one that follows them. */
  readonly sessions: readonly PublicSession[]
  /** Of the calendar, how many begin on each day. */
  readonly counts: ReadonlyMap<LocalDate, number>
  readonly page: number
  readonly hasMore: boolean
  readonly tags: readonly PublicTag[]
  readonly tag: string | null
}

/** What became of a form, told on the page that follows it. */
export type Said = 'registered' | 'waitlisted' | 'asked'

export interface RegistrationForm {
  /** Whether one only asks to join, and is talked with before. */
  readonly asks: boolean
  /** Of which one is chosen; none where one registers for the event as a whole. */
  readonly sessions: readonly PublicSession[]
  /** Whether there is but a place in line. */
  readonly isFull: boolean
  /** As it was sent and refused. */
  readonly typed: Readonly<Record<string, string>>
  readonly refusal: { readonly code: RegistrationProblemCode; readonly message: string } | null
}

export interface EventView {
  readonly kind: 'event'
  readonly title: string
  readonly slug: string
  readonly eventKind: EventKind
  readonly tags: readonly string[]
  /** In which nothing can do harm. */
  readonly descriptionHtml: string
  readonly excerpt: string
  readonly image: PublicImage | null
  readonly facilitators: readonly { readonly name: string; readonly title: string | null }[]
  readonly priceCents: number | null
  readonly isOpen: boolean
  readonly admission: EventAdmission
  readonly registersFor: 'session' | 'event'
  /** What is to come, and when nothing is, the last. */
  readonly sessions: readonly PublicSession[]
  /** What the clinic sees of what the public does not. */
  readonly isPreview: boolean
  /** By which one registers or asks to join; null where nobody can. */
  readonly form: RegistrationForm | null
  /** What somebody has just done by it. */
  readonly said: Said | null
  /** As search engines read it. */
  readonly jsonLd: Readonly<Record<string, unknown>>
}

/** For whoever comes to an address where nothing is. */
export interface MissingView {
  readonly kind: 'missing'
}

/** Everything that a public page is made of. */
export interface PublicPage {
  readonly language: string
  /** Null where nobody knows whose page it is. */
  readonly clinic: PublicClinic | null
  /** Where the clinic's pages begin, as it was asked for: "" or "/c/harbor". */
  readonly base: string
  /** The one address of the page, whatever it was asked for by. */
  readonly canonical: string
  readonly now: Instant
  readonly view: ListView | MonthView | EventView | MissingView
}

/** The month before or after, "2026-12" and "2027-01". */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const months = year * 12 + number - 1 + by
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** The words of Markdown without its marks, cut where a word ends. */
export function excerptOf(markdown: string, most: number): string {
  const words = markdown
    .slice(0, most * 4)
    .replace(/!?\[([^\]]*)\]\([^)\s]*[^)]*\)/g, '$1')
    .replace(/^[ \t]*(#{1,6}|>)[ \t]+/gm, '')
    .replace(/\n[ \t]*([-+*]|\d+[.)])[ \t]+/g, ', ')
    .replace(/([:;,.])\s*,/g, '$1')
    .replace(/(\*\*|__|~~|`|\*)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length <= most) return words
  const cut = words.slice(0, most)
  const end = cut.lastIndexOf(' ')
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.–-]+$/, '')}…`
}

/** The form of an event's page, where people may register or ask to join by themselves. */
export function formOf(
  { admission, isOpen, isPreview, registersFor, sessions }: Omit<EventView, 'form' | 'jsonLd' | 'said'>,
  now: Instant,
): RegistrationForm | null {
  const open = sessions.filter(({ isDraft, startsAt, status }) => !isDraft && startsAt > now && status !== 'cancelled')
  if (!isOpen || isPreview || open.length === 0) return null
  const asks = admission === 'enrolment'
  const isFull = !asks && open.every(({ placesLeft }) => placesLeft === 0)
  return { asks, sessions: registersFor === 'session' ? open : [], isFull, typed: {}, refusal: null }
}

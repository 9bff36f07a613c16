import type { EventKind, SessionStatus } from '../../../domain/event.ts'
import { type Card, NOBODY } from './book.ts'
import { unmarked } from './mark.ts'

/** What only a session of an event has to say. */
export interface SessionDetails extends Places {
  readonly eventId: string
  readonly standing: SessionStatus
  /** The public does not see it yet. */
  readonly isDraft: boolean
}

export interface Places {
  readonly placesTaken: number
  /** Null for no limit. */
  readonly capacity: number | null
  /** Rises with every place that is taken or freed, while the session keeps its version. */
  readonly placesVersion: number
}

/** The fields the grid asks of the API, by shape. */
export interface SessionFields {
  readonly __typename?: 'Session'
  readonly id: string
  readonly version: number
  readonly title: string
  readonly startsAt: string
  readonly endsAt: string
  readonly facilitators: readonly { readonly id: string }[]
  readonly room?: { readonly id: string } | null
  readonly capacity?: number | null
  readonly placesTaken: number
  readonly placesVersion: number
  readonly publishStatus: string
  readonly standing: Uppercase<SessionStatus>
  readonly event: {
    readonly id: string
    readonly kind: Uppercase<EventKind>
    readonly rrule?: string | null
    readonly publishStatus: string
  }
}

/** As a card says it, and where its tint is on the OKLCH colour wheel. */
const kinds: Readonly<Record<Uppercase<EventKind>, { readonly word: string; readonly hue: number }>> = {
  GROUP_THERAPY: { word: 'Group therapy', hue: 280 },
  WORKSHOP: { word: 'Workshop', hue: 55 },
  CLASS: { word: 'Class', hue: 200 },
  COMMUNITY: { word: 'Community event', hue: 130 },
}

export function toSessionCard(fields: SessionFields): Card {
  const { event } = fields
  const [first = NOBODY, ...others] = fields.facilitators.map((each) => each.id)
  const standing = fields.standing.toLowerCase() as SessionStatus
  return {
    ...{ id: fields.id, version: fields.version, status: standing === 'cancelled' ? 'cancelled' : 'booked' },
    ...{ startsAt: Date.parse(fields.startsAt), endsAt: Date.parse(fields.endsAt) },
    ...{ therapistId: first, otherTherapistIds: others, roomId: fields.room?.id ?? null },
    ...{ clientId: NOBODY, clientName: fields.title },
    ...{ typeId: NOBODY, typeName: kinds[event.kind].word, hue: kinds[event.kind].hue },
    ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, overbooked: false, confirmedAt: null },
    ...{ repeats: event.rrule != null, notes: null, mark: unmarked },
    session: {
      eventId: event.id,
      standing,
      isDraft: fields.publishStatus !== 'PUBLISHED' || event.publishStatus !== 'PUBLISHED',
      capacity: fields.capacity ?? null,
      placesTaken: fields.placesTaken,
      placesVersion: fields.placesVersion,
    },
  }
}

/** `6/8 places`, or `6 places taken` where there is no limit. */
export function sayPlaces({ placesTaken, capacity }: Places): string {
  if (capacity !== null) return `${placesTaken}/${capacity} places`
  return placesTaken === 1 ? '1 place taken' : `${placesTaken} places taken`
}

/** As it is read aloud: `6 of 8 places taken`. */
export function speakPlaces(places: Places): string {
  const { placesTaken, capacity } = places
  return capacity === null ? sayPlaces(places) : `${placesTaken} of ${capacity} places taken`
}

const standings: Partial<Record<SessionStatus, string>> = {
  rescheduled: 'rescheduled',
  postponed: 'postponed',
  moved_online: 'moved online',
  cancelled: 'cancelled',
}

/** What is unusual about a session: `draft`, `moved online`; empty for one that takes place as it was published. */
export function standingWords({ isDraft, standing }: SessionDetails): string[] {
  return [isDraft ? 'draft' : undefined, standings[standing]].filter((each) => each !== undefined)
}

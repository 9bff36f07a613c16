import type { EventKind, SessionStatus } from '../../../domain/event.ts'
import { eventKinds } from '../../event-sessions/kinds.ts'
import { type Card, NOBODY, therapistsOf } from './book.ts'
import { unmarked } from './mark.ts'

/** What only a session of an event has to say. */
export interface SessionDetails extends Places {
  readonly eventId: string
  /** Those who run the event, and so what takes place of it; also where others run this session. */
  readonly eventTherapistIds: readonly string[]
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
  readonly overriddenRules: readonly string[]
  readonly standing: Uppercase<SessionStatus>
  readonly event: {
    readonly id: string
    readonly kind: Uppercase<EventKind>
    readonly rrule?: string | null
    readonly publishStatus: string
    readonly facilitators: readonly { readonly id: string }[]
  }
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
    ...{ typeId: NOBODY, typeName: eventKinds[event.kind].word, hue: eventKinds[event.kind].hue },
    ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, overbooked: false, confirmedAt: null },
    isMeantOnLeave: fields.overriddenRules.includes('ON_TIME_OFF'),
    ...{ repeats: event.rrule != null, notes: null, mark: unmarked },
    session: {
      eventId: event.id,
      eventTherapistIds: event.facilitators.map((each) => each.id),
      standing,
      isDraft: fields.publishStatus !== 'PUBLISHED' || event.publishStatus !== 'PUBLISHED',
      capacity: fields.capacity ?? null,
      placesTaken: fields.placesTaken,
      placesVersion: fields.placesVersion,
    },
  }
}

/** Those who run the session or its event: it is for all of them to change, and to know who comes. */
export function runnersOf(card: Card): readonly string[] {
  return [...therapistsOf(card), ...(card.session?.eventTherapistIds ?? [])]
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

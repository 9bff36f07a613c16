import type { SessionStatus } from '../event.ts'
import type { FeedKind, FeedPrivacy } from '../feed.ts'
import type { Instant } from '../interval.ts'
import type { AppointmentStatus } from '../status.ts'
import type { Floating } from '../zone.ts'

/** When something was written, and what of it calendars ask for. */
interface Dated {
  readonly id: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export interface AppointmentOfFeed extends Dated {
  readonly version: number
  readonly status: AppointmentStatus
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly client: string
  readonly therapist: string
  readonly type: string
  /** Room, location and address; empty for none. */
  readonly place: string
}

export interface TimeOffOfFeed extends Dated {
  readonly version: number
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface EventOfFeed extends Dated {
  /** Rises with every change of the event or of any of its sessions. */
  readonly sequence: number
  readonly title: string
  readonly description: string
  readonly tags: readonly string[]
  readonly slug: string
  readonly rrule: string | null
  readonly start: Floating
  readonly zone: string
  readonly minutes: number
  readonly isDraft: boolean
  readonly place: string
  readonly onlineUrl: string | null
}

export interface SessionOfFeed extends Dated {
  readonly eventId: string
  readonly originalStartsAt: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Null where it is called like its event. */
  readonly title: string | null
  readonly status: SessionStatus
  readonly isDraft: boolean
  readonly place: string
  readonly onlineUrl: string | null
}

/** Everything that a feed is written from; notes are no part of it. */
export interface FeedFacts {
  readonly kind: FeedKind
  readonly privacy: FeedPrivacy
  readonly appointments: readonly AppointmentOfFeed[]
  readonly timeOff: readonly TimeOffOfFeed[]
  readonly events: readonly EventOfFeed[]
  readonly sessions: readonly SessionOfFeed[]
  /** The public page of the event with that slug. */
  readonly pageOf: (slug: string) => string
}

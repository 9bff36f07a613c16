import type { BookingFacts, ResourceFacts } from '../booking-facts.ts'
import type { Instant, Interval } from '../interval.ts'
import type { LocalTime } from '../zone.ts'

/** In which order slots are told; the therapist with less booked goes first among equals. */
export type SlotOrder =
  /** By their start. */
  | 'soonest'
  /** Day by day, the therapist with the least booked that day, then that week, first. */
  | 'balanced'
  /** By how far they start from the time wanted. */
  | 'nearest'

/** What somebody asks for who wants to book. */
export interface SlotRequest {
  /** Slots begin and end within. */
  readonly window: Interval
  readonly minutes: number
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  /** By the public or a program, which are bound by what a type asks of online booking. */
  readonly online: boolean
  /** Whether a room is to be found for it. */
  readonly needsRoom: boolean
  /** What the room has beside what the type asks of it. */
  readonly roomFeatures?: readonly string[]
  /** ISO 8601, on which slots may begin: 1 is Monday. */
  readonly weekdays?: readonly number[]
  /** On the clinic's wall clock, before which none begins. */
  readonly earliestTime?: LocalTime
  /** On the clinic's wall clock, after which none ends. */
  readonly latestTime?: LocalTime
  /** Told before all others, whatever the order. */
  readonly preferTherapistId?: string
  /** Taken, where it fits, before smaller ones. */
  readonly preferRoomId?: string
  readonly order: SlotOrder
  /** The start wanted, when the order is `nearest`. */
  readonly near?: Instant
  /** Appointments and holds about to leave their place, which do not stand in the way. */
  readonly leaving?: ReadonlySet<string>
  /** How many slots to tell at most. */
  readonly first: number
}

/**
 * What slots are found from. It must reach as far either side of the window as a buffer can, and over its whole dates; over
 * whole weeks for loads to be compared by the week.
 */
export interface SlotFacts
  extends Pick<BookingFacts, 'zone' | 'stepMinutes' | 'allowsOverbooking' | 'closures' | 'type'> {
  /** Who is to come; left out when that is not known yet. */
  readonly client?: BookingFacts['client']
  /** Those to choose from, in the clinic's order. */
  readonly therapists: readonly ResourceFacts[]
  readonly rooms: readonly ResourceFacts[]
}

/** An interval that could be booked now, with whom and where. */
export interface Slot extends Interval {
  readonly therapistId: string
  readonly roomId?: string
}

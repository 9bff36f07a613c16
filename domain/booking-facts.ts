import type { Closure, Schedule } from './availability.ts'
import type { Instant, Interval } from './interval.ts'
import type { BookingProblemCode } from './problem.ts'

/** Something that already takes time, as far as this caller may know it. */
export interface Busy extends Interval {
  readonly lane: number
  readonly appointmentId?: string | null
  readonly holdId?: string | null
  /** Of an event, and its title. */
  readonly sessionId?: string | null
  readonly sessionTitle?: string | null
  /** Of the appointment or hold: a type may be limited to so many a day. */
  readonly typeId?: string | null
  /** Left out for callers that may not learn it. */
  readonly clientName?: string | null
  /** Of a hold: until when it stands. */
  readonly heldUntil?: Instant | null
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
}

export interface Away extends Interval {
  readonly reason: string
  /** It stands in a calendar of the therapist's own, and is nothing that the clinic decided. */
  readonly isExternal?: boolean
}

export interface ResourceFacts {
  readonly id: string
  readonly kind: 'therapist' | 'room'
  readonly name: string
  readonly active: boolean
  readonly schedule: Schedule
  readonly away: readonly Away[]
  readonly busy: readonly Busy[]
  /** What a therapist may do, in lower-case words. */
  readonly skills: readonly string[]
  /** What a room has, in lower-case words. */
  readonly features: readonly string[]
  /** How many people a room holds. */
  readonly capacity: number
  /** Where a room is; null when that does not matter. */
  readonly locationId: string | null
}

/** What an appointment type asks of those who book it. */
export interface TypeFacts {
  readonly id: string
  readonly name: string
  readonly active: boolean
  readonly needsRoom: boolean
  readonly requiredSkills: readonly string[]
  readonly requiredFeatures: readonly string[]
  readonly minCapacity: number
  /** How many of it a therapist takes on one date; null for as many as fit. */
  readonly dailyLimit: number | null
  /** Whether it may be booked online. */
  readonly online: boolean
  /** Online, how long before its start it must be booked. */
  readonly leadMinutes: number
  /** Online, how many dates ahead it may be booked. */
  readonly horizonDays: number
}

export interface BookingFacts {
  readonly zone: string
  readonly stepMinutes: number
  readonly allowsOverbooking: boolean
  readonly closures: readonly Closure[]
  /** None when a slot is held for somebody who is not known yet. */
  readonly client?: { readonly name: string; readonly active: boolean; readonly busy: readonly Busy[] }
  readonly type: TypeFacts
  readonly therapist: ResourceFacts
  readonly room?: ResourceFacts
}

/** What the rules about one resource are asked with. */
export type RuleFacts = Omit<BookingFacts, 'therapist' | 'client'>

export interface BookingRequest extends Interval {
  /** Appointments, holds and sessions about to leave their place, which do not stand in the way, by their ids. */
  readonly leaving?: ReadonlySet<string>
  /** The start a moved appointment had, which it may keep even when past. */
  readonly previousStart?: Instant
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly override: ReadonlySet<BookingProblemCode>
  /** By the public or a program, which are bound by what a type asks of online booking and may override nothing. */
  readonly online: boolean
}

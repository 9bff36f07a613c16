import type { Appointment } from '../../db/queries/book.ts'
import type { ClinicRow } from '../../db/queries/clinics.ts'
import type { Instant } from '../../domain/interval.ts'
import type { MessageAudience } from '../../domain/message.ts'
import type { DayPart } from '../../domain/waitlist-entry.ts'
import type { LocalDate } from '../../domain/zone.ts'

/** Whom the message is about: a therapist's notice has a client too, but is read in the clinic's zone. */
export interface MessageClient {
  readonly name: string
  readonly email: string | null
  /** Where the client is; null when that is where the clinic is. */
  readonly zone: string | null
}

/** All that a message may say. Notes are no part of it: what is not here cannot leave the building. */
export interface MessageFacts {
  /** Who reads it, where the kind does not tell. */
  readonly audience?: MessageAudience
  readonly clinic: Pick<ClinicRow, 'name' | 'slug' | 'zone' | 'hue'>
  readonly client: MessageClient | null
  readonly appointment: MessageAppointment | null
  /** When an event as a whole takes place, where the reader comes to all of it. */
  readonly dates?: readonly Instant[]
  /** What the reader was told last, where that is no longer so. */
  readonly previous?: { readonly startsAt: Instant; readonly therapistName: string }
  /** Leads to the page on which the client confirms, moves, cancels and writes. */
  readonly manageUrl?: string
  /** What is answered to a reply, or said in a message of a kind that has no words of its own. */
  readonly reply?: { readonly text: string }
  /** Until when what is offered is kept. */
  readonly until?: Instant
  /** What somebody asked to wait for. */
  readonly wish?: MessageWish
  /** Whom an invitation comes from, as mail programs show it. */
  readonly from?: string
}

/** What would suit somebody who asked to wait; what is null is all the same to her. */
export interface MessageWish {
  readonly type: { readonly name: string }
  readonly therapist: { readonly name: string } | null
  readonly days: readonly number[] | null
  readonly parts: readonly DayPart[] | null
  readonly untilOn: LocalDate | null
}

/** Of an appointment, what a message and its calendar file are made from. */
export interface MessageAppointment
  extends Pick<Appointment, 'id' | 'version' | 'startsAt' | 'endsAt' | 'createdAt' | 'updatedAt'> {
  readonly therapist: { readonly name: string }
  readonly room: {
    readonly name: string
    readonly location: { readonly name: string; readonly address: string | null } | null
  } | null
  readonly type: { readonly name: string }
}

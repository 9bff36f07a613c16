import type { IntakeQuestion } from './intake.ts'
import type { Instant } from './interval.ts'
import type { PublicClinic } from './public-page.ts'
import type { LocalDate } from './zone.ts'

/** What somebody has chosen so far, as it stands in the address. */
export interface BookingChoice {
  readonly typeId: string | null
  /** By the name in the address; "any" for whoever is free. */
  readonly therapist: string | null
  /** "2026-12" */
  readonly month: string | null
  readonly day: LocalDate | null
  /** As long as nobody has said where she is: the clinic's. */
  readonly zone: string | null
  /** Of which language the pages are asked for, when not of the browser's. */
  readonly language: string | null
  readonly isEmbedded: boolean
}

export interface BookableType {
  readonly id: string
  readonly name: string
  readonly minutes: number
  readonly priceCents: number | null
}

export interface BookableTherapist {
  /** In the address. */
  readonly slug: string
  readonly name: string
  readonly title: string | null
}

export interface TypesView {
  readonly kind: 'types'
  readonly types: readonly BookableType[]
  /** Whose page it is, when it is one therapist's. */
  readonly therapist: BookableTherapist | null
}

export interface TherapistsView {
  readonly kind: 'therapists'
  readonly type: BookableType
  readonly therapists: readonly BookableTherapist[]
}

/** A time that can be had, with whoever is free then. */
export interface BookableTime {
  readonly startsAt: Instant
  readonly therapistName: string
}

export interface TimesView {
  readonly kind: 'times'
  readonly type: BookableType
  /** Null for anybody. */
  readonly therapist: BookableTherapist | null
  /** Whether there was somebody to choose from. */
  readonly isChosen: boolean
  /** "2026-12" */
  readonly month: string
  readonly today: LocalDate
  readonly hasBefore: boolean
  readonly hasAfter: boolean
  /** The days that have room, with how many times. */
  readonly days: readonly { readonly date: LocalDate; readonly count: number }[]
  readonly day: LocalDate | null
  readonly times: readonly BookableTime[]
  /** The first day with room after a month that has none. */
  readonly next: LocalDate | null
  /** Why what was wanted was not to be had, and what is near to it. */
  readonly refusal: { readonly alternatives: readonly BookableTime[] } | null
}

/** What is held for somebody. */
export interface HeldSlot {
  /** In the address: proves who holds it. */
  readonly key: string
  readonly type: BookableType
  readonly therapist: Pick<BookableTherapist, 'name' | 'title'>
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly expiresAt: Instant
  readonly place: { readonly name: string; readonly address: string | null } | null
}

export type BookingField = 'name' | 'email' | 'phone' | 'consent'

export interface DetailsView extends HeldSlot {
  readonly kind: 'details'
  readonly questions: readonly IntakeQuestion[]
  readonly consent: string | null
  readonly policy: string | null
  readonly confirmsEmail: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly wrong: { readonly fields: readonly BookingField[]; readonly questions: readonly string[] } | null
}

/** Waits for the e-mail to prove itself. */
export interface PendingView extends HeldSlot {
  readonly kind: 'pending'
  readonly email: string
  /** Whether the clinic asks it of everybody. */
  readonly isUsual: boolean
}

/** What the link in that e-mail leads to: following it does nothing yet. */
export interface ProofView extends HeldSlot {
  readonly kind: 'proof'
}

export interface BookedView extends HeldSlot {
  readonly kind: 'booked'
  readonly email: string
  /** Null for whoever only held it, of one whose address has proved itself: the mail leads there. */
  readonly manageUrl: string | null
  readonly fileUrl: string | null
  readonly googleUrl: string
  readonly outlookUrl: string
}

/** Nothing is held, or can be booked, here any more. */
export interface OverView {
  readonly kind: 'over'
}

/** Too much was asked for from there. */
export interface WaitView {
  readonly kind: 'wait'
  readonly minutes: number
}

/** The clinic is not booked online, or there is no such page. */
export interface ClosedView {
  readonly kind: 'closed'
}

/** Everything that a page of public booking is made of. */
export interface BookingPage {
  readonly language: string
  /** Null where nobody knows whose page it is. */
  readonly clinic: PublicClinic | null
  /** Where the clinic's booking begins: "/book/harbor". */
  readonly base: string
  /** The same, with the therapist whose page it is: "/book/harbor/dr-chen". */
  readonly path: string
  /** The one address of the page for those who look for it. */
  readonly canonical: string
  readonly now: Instant
  readonly choice: BookingChoice
  /** In which times are shown: the visitor's, or the clinic's. */
  readonly zone: string
  readonly view:
    | TypesView
    | TherapistsView
    | TimesView
    | DetailsView
    | PendingView
    | ProofView
    | BookedView
    | OverView
    | WaitView
    | ClosedView
}

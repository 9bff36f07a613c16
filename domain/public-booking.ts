import type { IntakeQuestion } from './intake.ts'
import type { Instant } from './interval.ts'
import type { PublicClinic } from './public-page.ts'
import type { DayPart } from './waitlist-entry.ts'
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
  /** Whether she may ask to be put on the waitlist when none of them suits her. */
  readonly offersWaitlist: boolean
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

/** Too much was asked for from there: it may be tried again in so many minutes. */
export interface LaterView {
  readonly kind: 'later'
  readonly minutes: number
}

export type WaitField = BookingField | 'until' | 'note'

/** Where somebody asks to be put on the waitlist whom no time suits: what was refused stays as it was typed. */
export interface WaitFormView {
  readonly kind: 'wait_form'
  readonly type: BookableType
  /** Null for anybody. */
  readonly therapist: BookableTherapist | null
  /** Whether there was somebody to choose from. */
  readonly isChosen: boolean
  /** At the clinic: the first day until which somebody can wait. */
  readonly today: LocalDate
  readonly consent: string | null
  readonly typed: Readonly<Record<string, string>>
  readonly wrong: { readonly fields: readonly WaitField[] } | null
}

/** After that, whether or not a mail was sent: nothing of anybody stands there. */
export interface WaitSentView {
  readonly kind: 'wait_sent'
}

/** What somebody would wait for, or waits for; what is null is all the same to her. */
export interface WaitWish {
  /** In the address: proves whose it is. */
  readonly key: string
  readonly typeName: string
  readonly therapistNames: readonly string[] | null
  readonly days: readonly number[] | null
  readonly parts: readonly DayPart[] | null
  readonly untilOn: LocalDate | null
}

/** What the link in the mail leads to first: following it does nothing yet. */
export interface WaitProofView extends WaitWish {
  readonly kind: 'wait_proof'
  readonly expiresAt: Instant
}

/** What the same link leads to from then on: where she stands on the waitlist. */
export interface WaitStateView extends WaitWish {
  readonly kind: 'wait_state'
  /** Something is offered to her, or she is off the list: with a time, or without. */
  readonly standing: 'waiting' | 'offered' | 'booked' | 'gone'
  /** Whether what becomes free is offered by itself; else the clinic gets in touch. */
  readonly isOffered: boolean
  /** What is offered to her, or was booked for her. */
  readonly slot: HeldSlot | null
  /** Where what is offered is taken or left. */
  readonly offerUrl: string | null
}

/** The link leads to no place on the waitlist, or does not any more. */
export interface WaitOverView {
  readonly kind: 'wait_over'
}

/** The clinic is booked online, but takes nobody on its waitlist so. */
export interface WaitClosedView {
  readonly kind: 'wait_closed'
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
    | LaterView
    | ClosedView
    | WaitFormView
    | WaitSentView
    | WaitProofView
    | WaitStateView
    | WaitOverView
    | WaitClosedView
}

import type { WaitField } from '../../../domain/public-booking.ts'
import type { WaitingWords } from './waiting-words.ts'

/** The words of the pages of booking, in one language. Another language is one more file beside these. */
export interface BookingWords {
  readonly code: string
  /** What it calls itself. */
  readonly name: string
  /** How dates, times and prices are written: BCP 47. */
  readonly locale: string
  /** ISO 8601's number of the day that a week begins with. */
  readonly firstWeekday: number
  readonly skip: string
  readonly title: (clinic: string) => string
  readonly about: (clinic: string) => string
  readonly languages: string
  readonly what: string
  readonly whatWith: (therapist: string) => string
  readonly nothing: string
  readonly nothingHint: string
  readonly minutes: (count: number) => string
  readonly free: string
  readonly whom: string
  readonly anybody: string
  readonly anybodyHint: string
  readonly when: string
  readonly change: string
  readonly monthBefore: string
  readonly monthAfter: string
  readonly days: string
  /** Of a day, for whoever hears it: "Tuesday, March 3: 5 times". */
  readonly dayTimes: (day: string, count: number) => string
  readonly noTimes: string
  readonly firstFree: (day: string) => string
  readonly noneAtAll: string
  readonly morning: string
  readonly afternoon: string
  readonly evening: string
  readonly taken: string
  readonly takenHint: string
  readonly takenNoOther: string
  readonly zoneIs: (zone: string) => string
  readonly clinicZone: (zone: string) => string
  /** Of a time, on the clinic's clock. */
  readonly atClinic: (time: string) => string
  readonly changeZone: string
  readonly zone: string
  readonly show: string
  readonly details: string
  readonly heldUntil: (time: string) => string
  readonly soonOver: string
  readonly over: string
  readonly overHint: string
  readonly again: string
  readonly giveBack: string
  readonly yourName: string
  readonly email: string
  readonly emailHint: string
  readonly emailProofHint: string
  readonly phone: string
  readonly phoneHint: string
  readonly optional: string
  readonly choose: string
  readonly policy: string
  readonly consent: string
  readonly agree: string
  readonly book: string
  readonly bookProof: string
  readonly wrongTitle: string
  readonly wrong: Readonly<Record<WaitField, string>>
  readonly wrongAnswer: string
  readonly pending: string
  readonly pendingHint: (email: string, until: string) => string
  readonly pendingSpam: string
  /** Where the clinic does not ask it of everybody. */
  readonly pendingWhy: string
  readonly proof: string
  readonly proofHint: string
  readonly proofButton: string
  readonly booked: string
  readonly bookedHint: (email: string) => string
  readonly whenLabel: string
  readonly withLabel: string
  readonly whereLabel: string
  readonly addTo: string
  readonly file: string
  readonly manage: string
  readonly manageHint: string
  /** For whoever is not shown the link itself. */
  readonly manageByMail: string
  readonly later: string
  readonly laterHint: (minutes: number) => string
  readonly closed: string
  readonly closedHint: string
  /** Of the waitlist. */
  readonly waiting: WaitingWords
}

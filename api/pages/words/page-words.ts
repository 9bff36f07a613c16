import type { ownReasons } from '../../../actions/cancel-own-appointment.ts'
import type { OwnProblem } from '../../../actions/own-appointment.ts'

/** What was just done by a form, told on the page that follows it. */
export type Said =
  | ('confirmed' | 'cancelled' | 'moved' | 'written' | 'late' | 'waiting' | 'left')
  | OwnProblem
  | ('not waiting' | 'not left' | 'empty' | 'long')

export type OwnReason = (typeof ownReasons)[number]

/** The words of the page that a link leads to, in one language. */
export interface PageWords {
  readonly title: (clinic: string) => string
  readonly yours: string
  readonly wasCancelled: string
  readonly isOver: string
  readonly hasBegun: string
  readonly confirmed: string
  readonly withTherapist: string
  readonly where: string
  readonly minutes: (count: number) => string
  readonly hours: (count: number) => string
  readonly days: (count: number) => string
  readonly calendar: string
  readonly calendarFile: string
  readonly confirm: string
  readonly move: string
  readonly moveHint: string
  /** Why it cannot be moved here any more, with the notice that is asked for. */
  readonly moveNotice: (notice: string) => string
  /** Where the clinic is booked online, for who has cancelled. */
  readonly bookAnother: string
  readonly noOffers: string
  /** Beside a day she may name. */
  readonly otherDay: string
  readonly showTimes: string
  /** To wait for a sooner time than she has. */
  readonly wait: string
  readonly waitHint: string
  readonly isWaiting: string
  readonly leave: string
  readonly held: (until: string) => string
  readonly instead: (was: string) => string
  readonly take: string
  readonly keep: string
  readonly cancel: string
  readonly cancelHint: string
  readonly policy: string
  readonly lateNotice: (notice: string) => string
  readonly reason: string
  readonly choose: string
  readonly reasons: Readonly<Record<OwnReason, string>>
  readonly note: string
  readonly cancelNow: string
  readonly conversation: string
  readonly conversationHint: string
  readonly you: string
  readonly write: string
  readonly send: string
  readonly footer: (clinic: string) => string
  readonly said: Readonly<Record<Said, string>>
  readonly goneTitle: string
  readonly gone: string
  readonly later: string
}

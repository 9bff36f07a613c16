import { type Instant, MINUTE } from './interval.ts'

const HOUR = 60 * MINUTE

/** How far back what was asked for from outside counts. */
export const LATELY = { hour: HOUR, day: 24 * HOUR } as const

/**
 * What was asked for from outside of late, with the address or number of whoever asks, and from where: times and places on
 * the waitlist count together.
 */
export interface BookedLately {
  /** With that address or number, within a day. */
  readonly byBooker: number
  /** Of those, the ones that still wait for their address to prove itself. */
  readonly waiting: number
  /** The other addresses under which the same network asked within an hour, and a day, that have proved nothing. */
  readonly othersThisHour: number
  readonly othersToday: number
}

/** Within a day with one address or number: more is seldom a person who is looking for an appointment. */
const MOST_OF_BOOKER = 5
/** At one time; each of them is a mail to somebody who may have asked for none. */
const MOST_WAITING = 2
const MOST_MAILS_A_DAY = 10
/** A family, a waiting room or an office. */
const MOST_OTHERS_AN_HOUR = 5
const MOST_OTHERS_A_DAY = 20

/** Whether so much was booked of late that the next is booked only once its address has proved itself. */
export function asksForProof(lately: BookedLately): boolean {
  return lately.byBooker >= MOST_OF_BOOKER || isCrowded(lately)
}

function isCrowded({ othersThisHour, othersToday }: BookedLately): boolean {
  return othersThisHour >= MOST_OTHERS_AN_HOUR || othersToday >= MOST_OTHERS_A_DAY
}

/**
 * Whether another slot may wait for that address, and another mail go there. Where it may not, whoever asks is answered all
 * the same: what is known of an address is nobody's business.
 */
export function mayWait({ byBooker, waiting }: BookedLately): boolean {
  return waiting < MOST_WAITING && byBooker < MOST_MAILS_A_DAY
}

/**
 * Whether a mail may go to that address because somebody asks for a place on the waitlist. Nothing limits who asks but this:
 * no slot is held, so it is counted too how many others the same network has had written to.
 */
export function mayAskToWait(lately: BookedLately): boolean {
  return mayWait(lately) && !isCrowded(lately)
}

/** From when on something counts as booked within that time. */
export function since(span: keyof typeof LATELY, now: Instant): Instant {
  return now - LATELY[span]
}

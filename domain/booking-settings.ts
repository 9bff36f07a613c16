import { type Instant, MINUTE } from './interval.ts'

/** How a clinic lets itself be booked from outside. */
export interface BookingSettings {
  readonly open: boolean
  /** Those who are shown; null for everybody. */
  readonly therapistIds: readonly string[] | null
  /** The sites that may show the booking pages within their own: "https://harbor.example". */
  readonly origins: readonly string[]
  /** Whether a booking counts only once the e-mail has proved itself. */
  readonly confirmsEmail: boolean
  /** Whether somebody whom no time suits may ask to be put on the waitlist. */
  readonly offersWaitlist: boolean
  /** Up to so long before the start its client may move it by herself. */
  readonly moveNoticeMinutes: number
  /** From then on, cancelling is late. */
  readonly cancelNoticeMinutes: number
  /** What the clinic says of cancelling, shown before it is done. */
  readonly policy: string | null
  /** What somebody agrees to who books. */
  readonly consent: string | null
}

/** What holds for a clinic that has said nothing else: nobody books from outside. */
export const usualBookingSettings: BookingSettings = {
  open: false,
  therapistIds: null,
  origins: [],
  confirmsEmail: false,
  offersWaitlist: true,
  moveNoticeMinutes: 0,
  cancelNoticeMinutes: 24 * 60,
  policy: null,
  consent: null,
}

/** How long a slot stays held while an e-mail is to prove itself. */
export const PROOF_MINUTES = 60

/** How long somebody has to confirm that she wants to wait: nothing is held for her meanwhile. */
export const WAIT_PROOF_MINUTES = 24 * 60

/** Whether it is too late by then for what asks for so much notice. */
export function isLate(startsAt: Instant, noticeMinutes: number, now: Instant): boolean {
  return now > startsAt - noticeMinutes * MINUTE
}

/** The reasons for which nobody who was to come is to blame. */
const OURS: ReadonlySet<string> = new Set(['provider', 'provider_ill', 'provider_leave', 'administrative', 'weather'])

/** Whether it was called off for a reason of the client's, with less notice than the clinic asks for. */
export function isLateCancellation(
  reason: string,
  startsAt: Instant,
  { cancelNoticeMinutes }: Pick<BookingSettings, 'cancelNoticeMinutes'>,
  now: Instant,
): boolean {
  return !OURS.has(reason) && now < startsAt && isLate(startsAt, cancelNoticeMinutes, now)
}

/** Whether people from outside may book with that therapist. */
export function isShown({ therapistIds }: Pick<BookingSettings, 'therapistIds'>, therapistId: string): boolean {
  return therapistIds === null || therapistIds.includes(therapistId)
}

/** The site as browsers name it, or undefined for what is none: https, but on this machine itself. */
export function originOf(text: string): string | undefined {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  if (!url || url.username || url.password || url.origin === 'null' || !/^[a-z0-9.-]+$/.test(url.hostname))
    return undefined
  const isHere = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere) ? url.origin : undefined
}

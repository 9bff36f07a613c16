import type {
  DayPart,
  FreedSlotCause,
  FreedSlotStatus,
  ReferralSource,
  WaitlistLineFragment,
  WaitlistOfferStatus,
  WaitlistSource,
  WaitlistStatus,
  WaitlistUrgency,
} from '../generated/graphql.ts'
import { clockInWords, dayInWords } from '../session/when.ts'

export const urgencyWords: Readonly<Record<WaitlistUrgency, string>> = {
  ...{ ROUTINE: 'Routine', SOON: 'Soon', URGENT: 'Urgent', EMERGENCY: 'Emergency' },
}

export const stateWords: Readonly<Record<WaitlistStatus, string>> = {
  ...{ WAITING: 'Waiting', OFFERED: 'Offered', BOOKED: 'Booked', LEFT: 'Left', EXPIRED: 'Expired' },
}

export const offerWords: Readonly<Record<WaitlistOfferStatus, string>> = {
  ...{ OPEN: 'Under way', ACCEPTED: 'Accepted', DECLINED: 'Declined', EXPIRED: 'No answer', WITHDRAWN: 'Taken back' },
}

export const sourceWords: Readonly<Record<WaitlistSource, string>> = {
  ...{ DESK: 'the desk', PUBLIC: 'the public page', CLIENT: 'the client', PARTNER: 'a partner' },
}

export const referralWords: Readonly<Record<ReferralSource, string>> = {
  ...{ SELF: 'Self', FAMILY: 'Family', SCHOOL: 'School', INSURER: 'Insurer' },
  ...{ PHYSICIAN: 'Physician', HOSPITAL: 'Hospital', OTHER: 'Somebody else' },
}

export const partWords: Readonly<Record<DayPart, string>> = {
  ...{ MORNING: 'Morning', AFTERNOON: 'Afternoon', EVENING: 'Evening' },
}

export const causeWords: Readonly<Record<FreedSlotCause, string>> = {
  ...{ CANCELLED: 'Cancelled', MOVED: 'Moved away', NOSHOW: 'Did not come' },
  ...{ TIME_OFF: 'Time off withdrawn', HOURS: 'New hours', DECLINED: 'Declined' },
}

export const freedWords: Readonly<Record<FreedSlotStatus, string>> = {
  ...{ OPEN: 'Free', OFFERED: 'Offered', FILLED: 'Filled', PASSED: 'Nobody took it', ENDED: 'Closed' },
}

export const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

export function optionsOf<Value extends string>(words: Readonly<Record<Value, string>>) {
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }))
}

/** With whom she would come: `Dr. Chen or Dr. Okafor`, `Anybody with EMDR`. */
export function whomInWords({ skill, therapists }: WaitlistLineFragment): string {
  const names = therapists?.map((each) => each.name).join(' or ')
  if (names) return skill ? `${names}, with ${skill}` : names
  return skill ? `Anybody with ${skill}` : 'Anybody'
}

const PARTS = Object.keys(partWords).length

/** When she can come: `Mon, Wed, mornings, from Mar 10, a day’s notice`; `Any time`. */
export function whenInWords({ days, fromOn, noticeMinutes, parts, untilOn }: WaitlistLineFragment): string {
  const words = [
    days && days.length < dayNames.length && daysInWords(days),
    parts && parts.length < PARTS && parts.map((part) => `${partWords[part].toLowerCase()}s`).join(', '),
    fromOn && `from ${dateInWords(fromOn)}`,
    untilOn && `until ${dateInWords(untilOn)}`,
    noticeMinutes > 0 && `${noticeInWords(noticeMinutes)} notice`,
  ].filter(Boolean)
  const sentence = words.join(', ')
  return sentence ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : 'Any time'
}

/** Why an entry expired: she had what she would have given up, or her last date came first. */
export function endInWords({ appointment, untilOn }: Pick<WaitlistLineFragment, 'appointment' | 'untilOn'>): string {
  const isDateFirst = appointment && untilOn && untilOn < appointment.startsAt.slice(0, 10)
  return appointment && !isDateFirst
    ? 'She has had the appointment she would have given up'
    : 'The last date that suits her is over'
}

/** `Mon – Wed, Fri`: three and more in a row are told by their ends. */
export function daysInWords(days: readonly number[]): string {
  const sorted = [...days].sort()
  const runs: number[][] = []
  for (const day of sorted) {
    const last = runs.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  const nameOf = (day: number) => dayNames[day - 1]
  return runs
    .flatMap((run) => (run.length > 2 ? [`${nameOf(run[0]!)} – ${nameOf(run.at(-1)!)}`] : run.map(nameOf)))
    .join(', ')
}

const DAY_MINUTES = 24 * 60

/** `2 hours`, `3 days`. */
export function noticeInWords(minutes: number): string {
  if (minutes % DAY_MINUTES === 0) return count(minutes / DAY_MINUTES, 'day')
  return minutes % 60 === 0 ? count(minutes / 60, 'hour') : count(minutes, 'minute')
}

export function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`
}

/** `today`, `1 day`, `12 days`. */
export function waitingInWords(days: number): string {
  return days === 0 ? 'today' : count(days, 'day')
}

/** `Thu, Mar 5, 2:00 PM` on the clinic's clock. */
export function slotTimeInWords(startsAt: string): string {
  return `${dayInWords(startsAt)}, ${clockInWords(startsAt)}`
}

interface SlotWords {
  readonly startsAt: string
  readonly therapist: { readonly name: string }
}

/** `Thu, Mar 5, 2:00 PM with Dr. Chen` on the clinic's clock. */
export function slotInWords({ startsAt, therapist }: SlotWords): string {
  return `${slotTimeInWords(startsAt)} with ${therapist.name}`
}

/** `Mar 10` of a local date. */
function dateInWords(date: string): string {
  return new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(date))
}

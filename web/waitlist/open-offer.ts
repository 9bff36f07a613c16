import type { Instant } from '../../domain/interval.ts'
import type { CandidateLineFragment } from '../generated/graphql.ts'
import { clockInWords, dayInWords } from '../session/when.ts'
import { slotInWords } from './waitlist-words.ts'

type Asked = Pick<CandidateLineFragment, 'entry' | 'reasons'>
type OpenOffer = CandidateLineFragment['entry']['offers'][number]

interface Time {
  readonly therapistId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** What is offered just now to somebody who waits. */
export function openOffer({ entry }: Pick<Asked, 'entry'>): OpenOffer | undefined {
  return entry.offers.find((each) => each.status === 'OPEN')
}

/** Whether that is, in whole or in part, this very time. */
export function isOfferOf({ slot }: OpenOffer, { endsAt, startsAt, therapistId }: Time): boolean {
  const isBefore = Date.parse(slot.endsAt) <= startsAt
  return slot.therapist.id === therapistId && !isBefore && Date.parse(slot.startsAt) < endsAt
}

/** `This slot is offered until 4:00 PM.`; `Thu, Mar 5, 2:00 PM with Dr. Chen is offered until Tue, Mar 3, 4:00 PM.` */
export function offeredInWords(offer: OpenOffer, time: Time): string {
  const { expiresAt, slot } = offer
  const isToday = dayInWords(expiresAt) === dayInWords(new Date().toISOString())
  const until = `${isToday ? '' : `${dayInWords(expiresAt)}, `}${clockInWords(expiresAt)}`
  return `${isOfferOf(offer, time) ? 'This slot' : slotInWords(slot)} is offered until ${until}.`
}

import { send } from '../api/client.ts'
import type { Place } from '../calendar/store/book.ts'
import { runChange } from '../form/run-change.ts'
import {
  AcceptOfferDocument,
  CloseFreedSlotDocument,
  DeclineOfferDocument,
  type FreedLineFragment,
  LeaveWaitlistDocument,
  type OfferLineFragment,
  OfferSlotDocument,
  type WaitlistLineFragment,
  WithdrawOfferDocument,
} from '../generated/graphql.ts'
import { clockInWords } from '../session/when.ts'
import { showToast } from '../ui/toast.tsx'
import { slotTimeInWords } from './waitlist-words.ts'

type OfferedEntry = Pick<WaitlistLineFragment, 'id' | 'client'>
type OfferedPlace = Pick<Place, 'therapistId' | 'roomId' | 'startsAt'>

/** Holds the slot for her and tells her. */
export function offerSlot(entry: OfferedEntry, place: OfferedPlace, done: () => void): Promise<void> {
  const { roomId, therapistId } = place
  const input = { entryId: entry.id, therapistId, roomId, startsAt: new Date(place.startsAt).toISOString() }
  return runChange({
    send: async (clientMutationId) =>
      (await send(OfferSlotDocument, { input: { ...input, clientMutationId } })).offerSlot,
    done: (answer) => {
      if (answer.__typename !== 'SlotOffered') return
      const { expiresAt, slot } = answer.offer
      const until = `${slotTimeInWords(slot.startsAt)} is held for ${entry.client.name} until ${clockInWords(expiresAt)}.`
      showToast({ text: `Offered: ${until}` })
      done()
    },
  })
}

export type OfferDecision = 'accept' | 'decline' | 'withdraw'

/** What the desk does to an offer that is under way: she says by phone what she would have texted, or it is taken back. */
export function decideOffer(offer: OfferLineFragment, decision: OfferDecision, done: () => void): Promise<void> {
  const { name } = offer.entry.client
  const words = {
    ...{ accept: `${name} is booked.`, decline: `${name} says no: it is free for the next.` },
    withdraw: `The offer to ${name} is taken back.`,
  }
  return runChange({
    send: (clientMutationId) =>
      sendDecision(decision, { id: offer.id, expectedVersion: offer.version, clientMutationId }),
    done: () => {
      showToast({ text: words[decision] })
      done()
    },
  })
}

async function sendDecision(
  decision: OfferDecision,
  input: { id: string; expectedVersion: number; clientMutationId: string },
) {
  if (decision === 'accept') return (await send(AcceptOfferDocument, { input })).acceptOffer
  if (decision === 'decline') return (await send(DeclineOfferDocument, { input })).declineOffer
  return (await send(WithdrawOfferDocument, { input })).withdrawOffer
}

/** A freed slot is offered to nobody any more. */
export function closeFreed(slot: FreedLineFragment, done: () => void): Promise<void> {
  const input = { id: slot.id, expectedVersion: slot.version }
  return runChange({
    send: async (clientMutationId) =>
      (await send(CloseFreedSlotDocument, { input: { ...input, clientMutationId } })).closeFreedSlot,
    done: () => {
      showToast({ text: `${slotTimeInWords(slot.slot.startsAt)} is no longer offered.` })
      done()
    },
  })
}

export function leaveWaitlist(
  entry: Pick<WaitlistLineFragment, 'id' | 'version' | 'client'>,
  reason: string,
  done: () => void,
): Promise<void> {
  const input = { id: entry.id, expectedVersion: entry.version, reason: reason || null }
  return runChange({
    send: async (clientMutationId) =>
      (await send(LeaveWaitlistDocument, { input: { ...input, clientMutationId } })).leaveWaitlist,
    done: () => {
      showToast({ text: `${entry.client.name} is off the waitlist.` })
      done()
    },
  })
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { acceptOffer } from '../../actions/accept-offer.ts'
import { bookFromWaitlist } from '../../actions/book-from-waitlist.ts'
import { closeFreedSlot } from '../../actions/close-freed-slot.ts'
import { declineOffer } from '../../actions/decline-offer.ts'
import { offerSlot } from '../../actions/offer-slot.ts'
import { undoBookFromWaitlist } from '../../actions/undo-book-from-waitlist.ts'
import { withdrawOffer } from '../../actions/withdraw-offer.ts'
import { type ApiContext, acting } from '../context.ts'
import {
  BookFromWaitlistInput,
  CloseFreedSlotInput,
  DecideOfferInput,
  OfferSlotInput,
  UndoBookFromWaitlistInput,
} from './offer.inputs.ts'
import {
  AcceptOfferResult,
  BookFromWaitlistResult,
  CloseFreedSlotResult,
  DeclineOfferResult,
  OfferSlotResult,
  UndoBookFromWaitlistResult,
  WithdrawOfferResult,
} from './waitlist-results.ts'

@Resolver()
export class OffersResolver {
  @Mutation(() => OfferSlotResult, {
    description:
      'Holds a slot for somebody who waits and tells her, whatever the policy. Refused where a booking would be, and while something else is offered to her.',
  })
  offerSlot(@Ctx() context: ApiContext, @Arg('input', () => OfferSlotInput) input: OfferSlotInput) {
    return offerSlot(acting(context), input)
  }

  @Mutation(() => AcceptOfferResult, {
    description:
      'She takes it: booked at once, and what she gives up for it is freed. One that is over is HOLD_EXPIRED, with what else would suit her.',
  })
  acceptOffer(@Ctx() context: ApiContext, @Arg('input', () => DecideOfferInput) input: DecideOfferInput) {
    return acceptOffer(acting(context), input)
  }

  @Mutation(() => DeclineOfferResult, { description: 'She does not take it, and the next is offered it.' })
  declineOffer(@Ctx() context: ApiContext, @Arg('input', () => DecideOfferInput) input: DecideOfferInput) {
    return declineOffer(acting(context), input)
  }

  @Mutation(() => WithdrawOfferResult, { description: 'Takes an offer back; the slot is free again.' })
  withdrawOffer(@Ctx() context: ApiContext, @Arg('input', () => DecideOfferInput) input: DecideOfferInput) {
    return withdrawOffer(acting(context), input)
  }

  @Mutation(() => CloseFreedSlotResult, { description: 'Stops the filling of a freed slot.' })
  closeFreedSlot(@Ctx() context: ApiContext, @Arg('input', () => CloseFreedSlotInput) input: CloseFreedSlotInput) {
    return closeFreedSlot(acting(context), input)
  }

  @Mutation(() => BookFromWaitlistResult, {
    description:
      'Books a slot for somebody who waits and closes her entry, both or neither. Where she has an appointment to give up, that is moved.',
  })
  bookFromWaitlist(
    @Ctx() context: ApiContext,
    @Arg('input', () => BookFromWaitlistInput) input: BookFromWaitlistInput,
  ) {
    return bookFromWaitlist(acting(context), input)
  }

  @Mutation(() => UndoBookFromWaitlistResult, {
    description:
      'Takes a booking from the waitlist back, as long as nobody changed what it made: she waits again, and has again what she gave up for it.',
  })
  undoBookFromWaitlist(
    @Ctx() context: ApiContext,
    @Arg('input', () => UndoBookFromWaitlistInput) input: UndoBookFromWaitlistInput,
  ) {
    return undoBookFromWaitlist(acting(context), input)
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { confirmHold } from '../../actions/confirm-hold.ts'
import { extendHold } from '../../actions/extend-hold.ts'
import { holdSlot } from '../../actions/hold-slot.ts'
import { releaseHold } from '../../actions/release-hold.ts'
import { type ApiContext, acting } from '../context.ts'
import { ConfirmHoldInput, ExtendHoldInput, HoldSlotInput, ReleaseHoldInput } from './hold.inputs.ts'
import { ConfirmHoldResult, ExtendHoldResult, HoldSlotResult, ReleaseHoldResult } from './hold-results.ts'

@Resolver()
export class HoldsResolver {
  @Mutation(() => HoldSlotResult, {
    description:
      'Keeps a slot for the caller: for 5 minutes for members and 15 for keys, unless the clinic sets others; 10 at a time for a member, 100 for a key (TOO_MANY_HOLDS). Refused where a booking would be.',
  })
  holdSlot(@Ctx() context: ApiContext, @Arg('input', () => HoldSlotInput) input: HoldSlotInput) {
    return holdSlot(acting(context), input)
  }

  @Mutation(() => ExtendHoldResult, {
    description:
      'Keeps a held slot as long again, once (HOLD_EXTENDED). One that is over is HOLD_EXPIRED, one that is booked TERMINAL_STATUS; with another token it is NOT_FOUND.',
  })
  extendHold(@Ctx() context: ApiContext, @Arg('input', () => ExtendHoldInput) input: ExtendHoldInput) {
    return extendHold(acting(context), input)
  }

  @Mutation(() => ReleaseHoldResult, {
    description:
      'Gives a held slot back before its time. One that is over is HOLD_EXPIRED, one that is booked TERMINAL_STATUS; with another token it is NOT_FOUND.',
  })
  releaseHold(@Ctx() context: ApiContext, @Arg('input', () => ReleaseHoldInput) input: ReleaseHoldInput) {
    return releaseHold(acting(context), input)
  }

  @Mutation(() => ConfirmHoldResult, {
    description:
      'Makes an appointment of a held slot, in place: it is free for others at no moment. Refused when the hold is over (HOLD_EXPIRED) or booked (TERMINAL_STATUS), and by every rule that is not about its neighbours; with another token it is NOT_FOUND.',
  })
  confirmHold(@Ctx() context: ApiContext, @Arg('input', () => ConfirmHoldInput) input: ConfirmHoldInput) {
    return confirmHold(acting(context), input)
  }
}

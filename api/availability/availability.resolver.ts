import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import { auditMissed, missedId } from '../../actions/audit-missed.ts'
import { isOnline } from '../../actions/caller.ts'
import { NotFound } from '../../actions/errors.ts'
import { type ApiContext, acting, callerWith, reading } from '../context.ts'
import { askedSlots } from './asked-slots.ts'
import { AvailableSlotsInput } from './available-slots.inputs.ts'
import { AvailableSlots } from './available-slots.type.ts'
import { findAvailable } from './find-available.ts'

@Resolver()
export class AvailabilityResolver {
  @Query(() => AvailableSlots, {
    description:
      'When something could be booked within 62 days, with whom and where, at most 100 slots; why nothing fits, and the next that does. A window, length or list out of bounds is BAD_USER_INPUT, an id that is not there NOT_FOUND.',
  })
  async availableSlots(
    @Ctx() context: ApiContext,
    @Arg('input', () => AvailableSlotsInput) input: AvailableSlotsInput,
  ) {
    const online = isOnline(callerWith(context, 'read_calendar'))
    const now = context.services.now()
    try {
      const asked = askedSlots(input, now)
      return await reading(context, 'read_calendar', (snapshot, clinicId) =>
        findAvailable({ snapshot, clinicId, input, asked, online, now }),
      )
    } catch (error) {
      if (error instanceof NotFound)
        await auditMissed(acting(context), 'availableSlots', error.what, missedId(error, input))
      throw error
    }
  }
}

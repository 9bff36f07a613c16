import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { updateBookingSettings } from '../../actions/update-booking-settings.ts'
import { getBookingSettings } from '../../db/queries/booking-settings.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import { recordResult } from '../records/record-results.ts'
import { BookingSettings, UpdateBookingSettingsInput } from './booking-settings.type.ts'

@ObjectType({ description: 'From now on the clinic is booked so from outside.' })
class BookingSettingsUpdated {
  @Field(() => BookingSettings, { name: 'settings', description: 'As they stand now.' })
  record!: BookingSettings
}

const UpdateBookingSettingsResult = recordResult('UpdateBookingSettingsResult', BookingSettingsUpdated)

@Resolver()
export class BookingSettingsResolver {
  @Query(() => BookingSettings, { description: 'How the clinic is booked from outside.' })
  bookingSettings(@Ctx() context: ApiContext) {
    return reading(context, 'read_calendar', getBookingSettings)
  }

  @Mutation(() => UpdateBookingSettingsResult, { description: 'Changes how the clinic is booked from outside.' })
  updateBookingSettings(
    @Ctx() context: ApiContext,
    @Arg('input', () => UpdateBookingSettingsInput) input: UpdateBookingSettingsInput,
  ) {
    return updateBookingSettings(acting(context), input)
  }
}

import { Field, ObjectType } from 'type-graphql'
import { BookingProblem, Slot } from '../appointments/booking-results.ts'

@ObjectType({ simpleResolvers: true, description: 'What could be booked, or why nothing can.' })
export class AvailableSlots {
  @Field(() => [Slot], { description: 'In the order asked for; each could be booked now, with nothing overridden.' })
  slots!: Slot[]

  @Field(() => [BookingProblem], {
    description: 'When there are none, why, with each therapist; else why the preferred therapist has none.',
  })
  reasons!: BookingProblem[]

  @Field(() => Slot, { nullable: true, description: 'When there are none, the first within 62 days after the window.' })
  nextFit!: Slot | null
}

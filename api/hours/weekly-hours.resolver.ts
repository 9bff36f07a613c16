import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { type SetWeeklyHoursInput as SetHours, setWeeklyHours } from '../../actions/set-weekly-hours.ts'
import { Appointment } from '../appointments/appointment.type.ts'
import { type ApiContext, acting } from '../context.ts'
import { Repeatable } from '../graphql/repeatable.ts'
import { LocalTime } from '../graphql/scalars.ts'
import { recordResult } from '../records/record-results.ts'
import { WeeklyHoursInput } from '../resources/resource.inputs.ts'
import { Resource, WeeklyHours } from '../resources/resource.type.ts'
import { onTheWire } from './wire-time.ts'

@InputType({ description: 'When a therapist or a room is usually open.' })
class SetWeeklyHoursInput extends Repeatable implements SetHours {
  @Field(() => ID, { description: 'A therapist or a room.' })
  resourceId!: string

  @Field(() => Int, { description: 'The version the caller saw of it.' })
  expectedVersion!: number

  @Field(() => [WeeklyHoursInput], { description: 'All of them: they replace those there were.' })
  hours!: WeeklyHoursInput[]

  @Field(() => Boolean, { nullable: true, description: 'Only tells what would stand outside, and writes nothing.' })
  validateOnly?: boolean | null
}

@ObjectType({ description: 'The hours are kept.' })
class WeeklyHoursSet {
  @Field(() => Resource, { description: 'As kept now.' })
  resource!: Resource

  @Field(() => [Appointment], {
    description:
      'The upcoming appointments that stood within the former hours and not within these, soonest first, at most 200.',
  })
  outside!: Appointment[]
}

const SetWeeklyHoursResult = recordResult('SetWeeklyHoursResult', WeeklyHoursSet)

@Resolver(() => WeeklyHours)
export class WeeklyHoursResolver {
  @Mutation(() => SetWeeklyHoursResult, {
    description:
      "Sets when a therapist or a room is usually open, in at most 70 blocks of whole minutes on the clinic's wall clock that do not overlap (INVALID); what is booked outside stays.",
  })
  async setWeeklyHours(
    @Ctx() context: ApiContext,
    @Arg('input', () => SetWeeklyHoursInput) input: SetWeeklyHoursInput,
  ) {
    const told = await setWeeklyHours(acting(context), input)
    return told.kind === 'saved' ? { kind: told.kind, ...told.record } : told
  }

  @FieldResolver(() => LocalTime, {
    description: 'The minute after the last; 00:00 is the midnight that ends the day.',
  })
  endTime(@Root() hours: WeeklyHours): string {
    return onTheWire(hours.endTime)
  }
}

import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { removeHoursException } from '../../actions/remove-hours-exception.ts'
import { setHoursException } from '../../actions/set-hours-exception.ts'
import { type ApiContext, acting } from '../context.ts'
import { LocalTime } from '../graphql/scalars.ts'
import { recordResult } from '../records/record-results.ts'
import { RemoveInput } from '../records/remove.input.ts'
import { HoursException, SetHoursExceptionInput } from './hours-exception.type.ts'
import { onTheWire } from './wire-time.ts'

@ObjectType({ description: 'The exception is kept.' })
class HoursExceptionSaved {
  @Field(() => HoursException, { name: 'hoursException', description: 'As kept now.' })
  record!: HoursException
}

@ObjectType({ description: 'The exception is gone: the hours of the week hold again.' })
class HoursExceptionRemoved {
  @Field(() => HoursException, { name: 'hoursException', description: 'As it was.' })
  record!: HoursException
}

const SetHoursExceptionResult = recordResult('SetHoursExceptionResult', HoursExceptionSaved)
const RemoveHoursExceptionResult = recordResult('RemoveHoursExceptionResult', HoursExceptionRemoved)

@Resolver(() => HoursException)
export class HoursExceptionsResolver {
  @Mutation(() => SetHoursExceptionResult, {
    description:
      "Has a resource keep other hours on one date, in whole minutes of the clinic's wall clock; what is booked then stays. Replacing one asks for its id and expectedVersion (STALE_VERSION).",
  })
  setHoursException(
    @Ctx() context: ApiContext,
    @Arg('input', () => SetHoursExceptionInput) input: SetHoursExceptionInput,
  ) {
    return setHoursException(acting(context), input)
  }

  @Mutation(() => RemoveHoursExceptionResult, { description: 'Goes back to the hours of the week on that date.' })
  removeHoursException(@Ctx() context: ApiContext, @Arg('input', () => RemoveInput) input: RemoveInput) {
    return removeHoursException(acting(context), input)
  }

  @FieldResolver(() => LocalTime, {
    description: 'The minute after the last; 00:00 is the midnight that ends the day.',
  })
  endTime(@Root() exception: HoursException): string {
    return onTheWire(exception.endTime)
  }
}

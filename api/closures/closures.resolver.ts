import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { createClosure } from '../../actions/create-closure.ts'
import { removeClosure } from '../../actions/remove-closure.ts'
import { updateClosure } from '../../actions/update-closure.ts'
import { listClosures } from '../../db/queries/closures.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import { LocalDate, LocalTime } from '../graphql/scalars.ts'
import { datesOf } from '../hours/date-range.ts'
import { onTheWire } from '../hours/wire-time.ts'
import { recordResult } from '../records/record-results.ts'
import { RemoveInput } from '../records/remove.input.ts'
import { Closure, CreateClosureInput, UpdateClosureInput } from './closure.type.ts'

@ObjectType({ description: 'The closure is kept.' })
class ClosureSaved {
  @Field(() => Closure, { name: 'closure', description: 'As kept now.' })
  record!: Closure
}

@ObjectType({ description: 'The closure is gone.' })
class ClosureRemoved {
  @Field(() => Closure, { name: 'closure', description: 'As it was.' })
  record!: Closure
}

const SaveClosureResult = recordResult('SaveClosureResult', ClosureSaved)
const RemoveClosureResult = recordResult('RemoveClosureResult', ClosureRemoved)

@Resolver(() => Closure)
export class ClosuresResolver {
  @Query(() => [Closure], { description: 'Those that touch the dates, at most 3,660 of them, by their first day.' })
  closures(
    @Ctx() context: ApiContext,
    @Arg('from', () => LocalDate) from: string,
    @Arg('to', () => LocalDate) to: string,
  ) {
    return reading(context, 'read_calendar', (trx, clinicId) => listClosures(trx, clinicId, datesOf(from, to)))
  }

  @Mutation(() => SaveClosureResult, {
    description:
      "Shuts the clinic on some days, or in those hours of each, in whole minutes of the clinic's wall clock; what is booked then stays.",
  })
  createClosure(@Ctx() context: ApiContext, @Arg('input', () => CreateClosureInput) input: CreateClosureInput) {
    return createClosure(acting(context), input)
  }

  @Mutation(() => SaveClosureResult, { description: 'Changes when the clinic is shut, or why.' })
  updateClosure(@Ctx() context: ApiContext, @Arg('input', () => UpdateClosureInput) input: UpdateClosureInput) {
    return updateClosure(acting(context), input)
  }

  @Mutation(() => RemoveClosureResult, { description: 'Opens the clinic again on those days.' })
  removeClosure(@Ctx() context: ApiContext, @Arg('input', () => RemoveInput) input: RemoveInput) {
    return removeClosure(acting(context), input)
  }

  @FieldResolver(() => LocalTime, {
    description: 'Until when on each of them; 00:00 is the midnight that ends the day.',
  })
  endTime(@Root() closure: Closure): string {
    return onTheWire(closure.endTime)
  }
}

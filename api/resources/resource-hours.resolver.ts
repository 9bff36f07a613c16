import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { ApiContext } from '../context.ts'
import { LocalDate } from '../graphql/scalars.ts'
import { datesOf } from '../hours/date-range.ts'
import { exceptionsOf } from '../hours/exceptions-of.ts'
import { HoursException } from '../hours/hours-exception.type.ts'
import { Resource } from './resource.type.ts'

@Resolver(() => Resource)
export class ResourceHoursResolver {
  @FieldResolver(() => [HoursException], {
    description: 'The dates on which it keeps other hours, of at most 3,660, by date.',
  })
  hoursExceptions(
    @Ctx() context: ApiContext,
    @Root() resource: Resource,
    @Arg('from', () => LocalDate) from: string,
    @Arg('to', () => LocalDate) to: string,
  ) {
    return exceptionsOf(context, { resourceId: resource.id, ...datesOf(from, to) })
  }
}

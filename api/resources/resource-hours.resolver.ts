import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { ApiContext } from '../context.ts'
import { LocalDate } from '../graphql/scalars.ts'
import { datesOf } from '../hours/date-range.ts'
import { exceptionsOf } from '../hours/exceptions-of.ts'
import { HoursException } from '../hours/hours-exception.type.ts'
import { Resource, WeeklyHours } from './resource.type.ts'
import { weeklyHoursOf } from './weekly-hours-of.ts'

@Resolver(() => Resource)
export class ResourceHoursResolver {
  @FieldResolver(() => [WeeklyHours], { description: 'A room without any is open whenever the clinic is.' })
  weeklyHours(@Ctx() context: ApiContext, @Root() resource: Resource) {
    return resource.weeklyHours ?? weeklyHoursOf(context, resource.id)
  }

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

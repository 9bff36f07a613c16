import { FieldResolver, Resolver, Root } from 'type-graphql'
import { LocalTime } from '../graphql/scalars.ts'
import { WeeklyHours } from './resource.type.ts'

@Resolver(() => WeeklyHours)
export class WeeklyHoursResolver {
  /** A LocalTime cannot say the 24:00 that ends a day inside. */
  @FieldResolver(() => LocalTime, {
    description: 'The minute after the last; 00:00 is the midnight that ends the day.',
  })
  endTime(@Root() hours: WeeklyHours): string {
    return hours.endTime === '24:00' ? '00:00' : hours.endTime
  }
}

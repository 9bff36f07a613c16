import { Field, ID, InputType, Int } from 'type-graphql'
import type { BookSeriesInput as Book } from '../../actions/book-series.ts'
import type { ChangeSeriesInput as Change } from '../../actions/series-under-change.ts'
import type { Instant } from '../../domain/interval.ts'
import { Booking, Placing } from '../appointments/appointment.inputs.ts'
import { CancellationReason, SeriesPolicy, SeriesScope } from '../graphql/enums.ts'
import { DateTime } from '../graphql/scalars.ts'

@InputType({ description: 'A client with a therapist again and again. startsAt is the first occurrence of the rule.' })
export class BookSeriesInput extends Booking implements Book {
  @Field(() => String, {
    description: "An RRULE of RFC 5545 on the clinic's wall clock: FREQ=WEEKLY;INTERVAL=2;UNTIL=20270331T235959Z.",
  })
  rrule!: string

  @Field(() => [DateTime], {
    nullable: true,
    description: 'Occurrences of the rule that do not take place, at most 1,000.',
  })
  except?: Instant[] | null

  @Field(() => SeriesPolicy, { nullable: true, description: 'ALL_OR_NOTHING when left out.' })
  policy?: Book['policy']
}

@InputType({
  description:
    'Another time, therapist or room, or the end, for one appointment of a series and those that go with it; what is left out stays.',
})
export class ChangeSeriesInput extends Placing implements Change {
  @Field(() => ID, { description: 'The appointment that was changed.' })
  appointmentId!: string

  @Field(() => Int, { description: 'The version of it that the caller saw.' })
  expectedVersion!: number

  @Field(() => SeriesScope, {
    description: 'For it alone, for it and those after it, or for all that are still to come.',
  })
  scope!: Change['scope']

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it is to begin; the others shift by as much on the wall clock, but for those with a time of their own.',
  })
  startsAt?: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'When it is to end; as long as before when left out.' })
  endsAt?: Instant | null

  @Field(() => ID, { nullable: true, description: 'With whom.' })
  therapistId?: string | null

  @Field(() => ID, { nullable: true, description: 'Left out keeps the room, null takes none.' })
  roomId?: string | null

  @Field(() => CancellationReason, { nullable: true, description: 'Cancels them instead, for this reason.' })
  cancel?: Change['cancel']

  @Field(() => String, { nullable: true, description: 'More about why, at most 1,000 characters.' })
  cancelNote?: string | null

  @Field(() => SeriesPolicy, {
    nullable: true,
    description: 'ALL_OR_NOTHING when left out. What is skipped stays where it is.',
  })
  policy?: Change['policy']
}

import { Field, InputType } from 'type-graphql'
import type { BookSeriesInput as Book } from '../../actions/book-series.ts'
import type { Instant } from '../../domain/interval.ts'
import { BookAppointmentInput } from '../appointments/appointment.inputs.ts'
import { SeriesPolicy } from '../graphql/enums.ts'
import { DateTime } from '../graphql/scalars.ts'

@InputType({ description: 'A client with a therapist again and again. startsAt is the first occurrence of the rule.' })
export class BookSeriesInput extends BookAppointmentInput implements Book {
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

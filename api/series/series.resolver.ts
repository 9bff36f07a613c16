import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { bookSeries } from '../../actions/book-series.ts'
import { changeSeries } from '../../actions/change-series.ts'
import type { SeriesRow } from '../../db/queries/series.ts'
import type { Instant } from '../../domain/interval.ts'
import { instantOfFloating } from '../../domain/zone.ts'
import { type ApiContext, acting } from '../context.ts'
import { DateTime } from '../graphql/scalars.ts'
import { BookSeriesInput, ChangeSeriesInput } from './series.inputs.ts'
import { AppointmentSeries, SeriesOccurrence } from './series.type.ts'
import { clashesOf } from './series-loaders.ts'
import { BookSeriesResult, ChangeSeriesResult } from './series-results.ts'

@Resolver(() => AppointmentSeries)
export class SeriesResolver {
  @FieldResolver(() => DateTime, { description: 'When the first of them begins.' })
  startsAt(@Root() series: SeriesRow): Instant {
    return instantOfFloating(series.start, series.zone)
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When the last of them begins; null without an end.' })
  until(@Root() series: SeriesRow): Instant | null {
    return series.lastStartsAt
  }

  @FieldResolver(() => [SeriesOccurrence], {
    description: 'Occurrences whose place was taken when the series was extended.',
  })
  clashes(@Ctx() context: ApiContext, @Root() series: SeriesRow) {
    return clashesOf(context).load(series.id)
  }

  @Mutation(() => BookSeriesResult, {
    description:
      "Puts a series into the book up to the clinic's horizon, at most 1,000 appointments, or says of each occurrence why not; a job books the rest month by month. A rule that is none of RFC 5545, repeats faster than daily or has more than 500 characters is BAD_USER_INPUT.",
  })
  bookSeries(@Ctx() context: ApiContext, @Arg('input', () => BookSeriesInput) input: BookSeriesInput) {
    return bookSeries(acting(context), input)
  }

  @Mutation(() => ChangeSeriesResult, {
    description:
      'Moves or cancels one appointment of a series, those from it on, or all that are still to come; what is past stays. Refused when the appointment was changed (STALE_VERSION), when nothing is left to change (TERMINAL_STATUS), and as the policy says when places are taken.',
  })
  changeSeries(@Ctx() context: ApiContext, @Arg('input', () => ChangeSeriesInput) input: ChangeSeriesInput) {
    return changeSeries(acting(context), input)
  }
}

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

  @Mutation(() => BookSeriesResult, { description: 'Puts a series into the book, or says of each occurrence why not.' })
  bookSeries(@Ctx() context: ApiContext, @Arg('input', () => BookSeriesInput) input: BookSeriesInput) {
    return bookSeries(acting(context), input)
  }

  @Mutation(() => ChangeSeriesResult, { description: 'Changes one appointment of a series, those from it on, or all.' })
  changeSeries(@Ctx() context: ApiContext, @Arg('input', () => ChangeSeriesInput) input: ChangeSeriesInput) {
    return changeSeries(acting(context), input)
  }
}

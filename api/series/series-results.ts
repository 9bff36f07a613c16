import { createUnionType, Field, ObjectType } from 'type-graphql'
import { BookingProblem } from '../appointments/booking-results.ts'
import { AppointmentSeries, SeriesOccurrence } from './series.type.ts'

@ObjectType({ description: 'The series stands in the book.' })
export class SeriesBooked {
  @Field(() => AppointmentSeries, { description: 'What repeats.' })
  series!: AppointmentSeries

  @Field(() => [SeriesOccurrence], { description: "Every occurrence up to the clinic's horizon." })
  occurrences!: SeriesOccurrence[]
}

@ObjectType({ description: 'Nothing was written: why, and what would become of each occurrence.' })
export class SeriesRefused {
  @Field(() => [BookingProblem], { description: 'At least one: those of the first occurrence that cannot stand.' })
  problems!: BookingProblem[]

  @Field(() => [SeriesOccurrence], { description: 'All of them; the first twenty clashes with an alternative.' })
  occurrences!: SeriesOccurrence[]
}

const nameOfKind: Readonly<Record<string, string>> = {
  'series-booked': 'SeriesBooked',
  'series-refused': 'SeriesRefused',
}

export const BookSeriesResult = createUnionType({
  name: 'BookSeriesResult',
  types: () => [SeriesBooked, SeriesRefused] as const,
  resolveType: (value) => nameOfKind[(value as unknown as { kind: string }).kind],
})

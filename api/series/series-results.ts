import { type ClassType, createUnionType, Field, ObjectType } from 'type-graphql'
import { BookingProblem } from '../appointments/booking-results.ts'
import { AppointmentSeries, SeriesOccurrence } from './series.type.ts'

@ObjectType({ description: 'The series stands in the book.' })
export class SeriesBooked {
  @Field(() => AppointmentSeries, { description: 'What repeats.' })
  series!: AppointmentSeries

  @Field(() => [SeriesOccurrence], { description: "Every occurrence up to the clinic's horizon." })
  occurrences!: SeriesOccurrence[]
}

@ObjectType({ description: 'The series stands in the book as changed.' })
export class SeriesChanged {
  @Field(() => AppointmentSeries, {
    description: 'As it goes on: another one where the appointments before keep the old.',
  })
  series!: AppointmentSeries

  @Field(() => [SeriesOccurrence], { description: 'Every appointment the change was for.' })
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
  'series-changed': 'SeriesChanged',
  'series-refused': 'SeriesRefused',
}

function resultOf(name: string, success: ClassType<object>) {
  return createUnionType({
    name,
    types: () => [success, SeriesRefused] as const,
    resolveType: (value) => nameOfKind[(value as { kind: string }).kind],
  })
}

export const BookSeriesResult = resultOf('BookSeriesResult', SeriesBooked)
export const ChangeSeriesResult = resultOf('ChangeSeriesResult', SeriesChanged)

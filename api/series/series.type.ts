import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { Appointment } from '../appointments/appointment.type.ts'
import { BookingProblem, Slot } from '../appointments/booking-results.ts'
import { OccurrenceOutcome, SeriesPolicy } from '../graphql/enums.ts'
import { DateTime, TimeZone } from '../graphql/scalars.ts'

@ObjectType({ description: 'One occurrence of a series, and what became of it.' })
export class SeriesOccurrence {
  @Field(() => DateTime, { description: 'The start its series gives it; kept when it is moved (RECURRENCE-ID).' })
  originalStartsAt!: Instant

  @Field(() => DateTime, { description: 'When it begins, or was to begin.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends, or was to end.' })
  endsAt!: Instant

  @Field(() => OccurrenceOutcome, {
    description:
      'BOOKED where it was wanted; MOVED to the nearest alternative; SKIPPED, or CLASH in a refusal, because its place is taken; KEPT where somebody had put it; CANCELLED.',
  })
  outcome!: string

  @Field(() => [BookingProblem], { description: 'Why it cannot stand where it was wanted.' })
  problems!: BookingProblem[]

  @Field(() => Slot, { nullable: true, description: 'The nearest slot that would do, or where it was moved to.' })
  alternative!: Slot | null

  @Field(() => Appointment, { nullable: true, description: 'As it stands in the book.' })
  appointment!: Appointment | null
}

@ObjectType({ description: 'Appointments that repeat.' })
export class AppointmentSeries {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number

  @Field(() => String, { description: 'The rule, an RRULE of RFC 5545.' })
  rrule!: string

  @Field(() => TimeZone, { description: 'On whose wall clock it repeats.' })
  zone!: string

  @Field(() => Int, { description: 'How long each lasts.' })
  minutes!: number

  @Field(() => SeriesPolicy, { description: 'What it was asked for when it was booked.' })
  policy!: string

  @Field(() => DateTime, { description: 'Every occurrence before it has been booked or told as a clash.' })
  extendedUntil!: Instant
}

import { type ClassType, createUnionType, Field, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { BookingProblemCode } from '../graphql/enums.ts'
import { DateTime } from '../graphql/scalars.ts'
import { Resource, Room, Therapist } from '../resources/resource.type.ts'
import { Appointment } from './appointment.type.ts'

@ObjectType({ description: 'An interval that could be booked now (FHIR Slot).' })
export class Slot {
  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Instant

  @Field(() => Therapist, { description: 'With whom.' })
  therapist!: Therapist

  @Field(() => Room, { nullable: true, description: 'Where, when a room was asked for.' })
  room!: Room | null

  @Field(() => String, {
    nullable: true,
    description:
      'Its start on the wall clock of the zone asked for, `2026-03-10T14:00`; null where none could be asked.',
  })
  localStart?: string | null
}

@ObjectType({ description: 'A reason a request was refused.' })
export class BookingProblem {
  @Field(() => BookingProblemCode, { description: 'Stable, for programs.' })
  code!: string

  @Field(() => String, { description: 'For people.' })
  message!: string

  @Field(() => [String], { nullable: true, description: 'Where in the input the cause lies.' })
  path!: string[] | null

  @Field(() => Resource, {
    nullable: true,
    description: 'The therapist or room concerned; the therapist asked for where it is about neither.',
  })
  resource!: Resource | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'The start of what stands in the way, or of the time asked for.',
  })
  startsAt!: Instant | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'The end of what stands in the way, or of the time asked for.',
  })
  endsAt!: Instant | null

  @Field(() => Boolean, { description: 'Whether somebody with the right may override it by name.' })
  overridable!: boolean
}

@ObjectType({ description: 'Nothing was written: why, and what could be booked instead.' })
export class BookingRefused {
  @Field(() => [BookingProblem], { description: 'At least one.' })
  problems!: BookingProblem[]

  @Field(() => [Slot], {
    description: 'The nearest with the same therapist, and another therapist at the wanted time.',
  })
  alternatives!: Slot[]
}

@ObjectType({ description: 'The appointment stands in the book.' })
export class AppointmentBooked {
  @Field(() => Appointment, { description: 'As it was booked.' })
  appointment!: Appointment
}

@ObjectType({ description: 'The appointment stands in its new place.' })
export class AppointmentMoved {
  @Field(() => Appointment, { description: 'As it stands now.' })
  appointment!: Appointment
}

@ObjectType({ description: 'Each stands in the place of the other.' })
export class AppointmentsSwapped {
  @Field(() => [Appointment], { description: 'The first, then the second.' })
  appointments!: Appointment[]
}

@ObjectType({ description: 'The appointment has left the calendar.' })
export class AppointmentCancelled {
  @Field(() => Appointment, { description: 'As it is kept.' })
  appointment!: Appointment
}

@ObjectType({ description: 'The appointment has its new status.' })
export class AppointmentStatusSet {
  @Field(() => Appointment, { description: 'As it stands now.' })
  appointment!: Appointment
}

const nameOfKind: Readonly<Record<string, string>> = {
  refused: 'BookingRefused',
  booked: 'AppointmentBooked',
  moved: 'AppointmentMoved',
  swapped: 'AppointmentsSwapped',
  cancelled: 'AppointmentCancelled',
  'status-set': 'AppointmentStatusSet',
  held: 'SlotHeld',
  extended: 'HoldExtended',
  released: 'HoldReleased',
}

/** A mutation's success, or the refusal of a booking. */
export function resultOf(name: string, success: ClassType<object>) {
  return createUnionType({
    name,
    types: () => [success, BookingRefused] as const,
    resolveType: (value) => nameOfKind[(value as { kind: string }).kind],
  })
}

export const BookAppointmentResult = resultOf('BookAppointmentResult', AppointmentBooked)
export const MoveAppointmentResult = resultOf('MoveAppointmentResult', AppointmentMoved)
export const SwapAppointmentsResult = resultOf('SwapAppointmentsResult', AppointmentsSwapped)
export const CancelAppointmentResult = resultOf('CancelAppointmentResult', AppointmentCancelled)
export const SetAppointmentStatusResult = resultOf('SetAppointmentStatusResult', AppointmentStatusSet)

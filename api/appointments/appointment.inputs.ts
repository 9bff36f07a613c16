import { Field, ID, InputType, Int } from 'type-graphql'
import type { BookAppointmentInput as Book } from '../../actions/book-appointment.ts'
import type { CancelAppointmentInput as Cancel } from '../../actions/cancel-appointment.ts'
import type { MoveAppointmentInput as Move } from '../../actions/move-appointment.ts'
import type { SetAppointmentStatusInput as SetStatus } from '../../actions/set-appointment-status.ts'
import type { SwapAppointmentsInput as Swap } from '../../actions/swap-appointments.ts'
import type { Instant } from '../../domain/interval.ts'
import { AppointmentStatus, BookingProblemCode, CancellationReason } from '../graphql/enums.ts'
import { Repeatable } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'
import { HoldKeyInput } from '../holds/hold-key.input.ts'

@InputType()
export abstract class Placing extends Repeatable {
  @Field(() => [BookingProblemCode], {
    nullable: true,
    description: 'Rules to set aside, by name; asks for the right to.',
  })
  override?: Book['override']

  @Field(() => String, { nullable: true, description: 'Why; required with override, and kept.' })
  overrideReason?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Decide and answer, but write nothing.' })
  validateOnly?: boolean | null
}

@InputType()
export abstract class Booking extends Placing implements Book {
  @Field(() => ID, { description: 'Who comes.' })
  clientId!: string

  @Field(() => ID, { description: 'With whom.' })
  therapistId!: string

  @Field(() => ID, { nullable: true, description: 'Where; none when left out.' })
  roomId?: string | null

  @Field(() => ID, { description: 'What for.' })
  typeId!: string

  @Field(() => DateTime, { description: "When it begins, on the clinic's step." })
  startsAt!: Instant

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it ends; after as many minutes as the type says when left out.',
  })
  endsAt?: Instant | null

  @Field(() => String, { nullable: true, description: 'Notes for the desk, at most 10,000 characters.' })
  notes?: string | null
}

@InputType({ description: 'A client with a therapist at a time.' })
export class BookAppointmentInput extends Booking implements Book {
  @Field(() => HoldKeyInput, {
    nullable: true,
    description: 'A hold of the caller’s own, which does not stand in the way and ends with this.',
  })
  hold?: HoldKeyInput | null
}

@InputType({ description: 'Another time, therapist or room, in one gesture; what is left out stays.' })
export class MoveAppointmentInput extends Placing implements Move {
  @Field(() => HoldKeyInput, {
    nullable: true,
    description: 'A hold of the caller’s own, which does not stand in the way and ends with this.',
  })
  hold?: HoldKeyInput | null

  @Field(() => ID, { description: 'Which appointment.' })
  id!: string

  @Field(() => Int, { description: 'The version the caller saw.' })
  expectedVersion!: number

  @Field(() => DateTime, { nullable: true, description: "When it begins, on the clinic's step." })
  startsAt?: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'When it ends; as long as before when left out.' })
  endsAt?: Instant | null

  @Field(() => ID, { nullable: true, description: 'With whom.' })
  therapistId?: string | null

  @Field(() => ID, { nullable: true, description: 'Left out keeps the room, null takes none.' })
  roomId?: string | null
}

@InputType({ description: "Each of the two takes the other's start, therapist and room, and keeps its own length." })
export class SwapAppointmentsInput extends Placing implements Swap {
  @Field(() => ID, { description: 'The one.' })
  firstId!: string

  @Field(() => Int, { description: 'The version of it that the caller saw.' })
  firstExpectedVersion!: number

  @Field(() => ID, { description: 'The other.' })
  secondId!: string

  @Field(() => Int, { description: 'The version of it that the caller saw.' })
  secondExpectedVersion!: number
}

@InputType({ description: 'Out of the calendar, with a reason.' })
export class CancelAppointmentInput extends Repeatable implements Cancel {
  @Field(() => ID, { description: 'Which appointment.' })
  id!: string

  @Field(() => Int, { description: 'The version the caller saw.' })
  expectedVersion!: number

  @Field(() => CancellationReason, { description: 'Why.' })
  reason!: Cancel['reason']

  @Field(() => String, { nullable: true, description: 'More about it, at most 1,000 characters.' })
  note?: string | null
}

@InputType({ description: 'Arrived, seen, did not come, or confirmed.' })
export class SetAppointmentStatusInput extends Repeatable implements SetStatus {
  @Field(() => ID, { description: 'Which appointment.' })
  id!: string

  @Field(() => Int, { description: 'The version the caller saw.' })
  expectedVersion!: number

  @Field(() => AppointmentStatus, { nullable: true, description: 'The new status; cancelling has its own mutation.' })
  status?: SetStatus['status']

  @Field(() => Boolean, { nullable: true, description: 'Whether the client has said yes.' })
  confirmed?: boolean | null
}

import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { AppointmentType } from '../appointment-types/appointment-type.type.ts'
import { Client } from '../clients/client.type.ts'
import { AppointmentStatus, BookingProblemCode, CancellationReason } from '../graphql/enums.ts'
import { DateTime } from '../graphql/scalars.ts'
import { MessageMark } from '../messages/message-mark.type.ts'
import { Room, Therapist } from '../resources/resource.type.ts'

@ObjectType({ simpleResolvers: true, description: 'Why, when and by whom an appointment was cancelled.' })
export class Cancellation {
  @Field(() => CancellationReason, { description: 'The reason given.' })
  reason!: string

  @Field(() => String, { nullable: true, description: 'More about it.' })
  note!: string | null

  @Field(() => DateTime, { description: 'When it was cancelled.' })
  cancelledAt!: Instant

  @Field(() => String, { description: 'Who did it.' })
  cancelledBy!: string

  @Field(() => Boolean, { description: 'Whether it was with less notice than the clinic asks for.' })
  late!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'One client with one therapist at one time (FHIR Appointment).' })
export class Appointment {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number

  @Field(() => AppointmentStatus, { description: 'Where the appointment stands.' })
  status!: string

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends; the first instant that is free again.' })
  endsAt!: Instant

  @Field(() => Client, { description: 'Who comes.' })
  client!: Client

  @Field(() => Therapist, { description: 'With whom.' })
  therapist!: Therapist

  @Field(() => Room, { nullable: true, description: 'Where; null for none.' })
  room!: Room | null

  @Field(() => AppointmentType, { description: 'What for.' })
  type!: AppointmentType

  @Field(() => Int, { description: 'Minutes kept free before it.' })
  bufferBeforeMinutes!: number

  @Field(() => Int, { description: 'Minutes kept free after it.' })
  bufferAfterMinutes!: number

  @Field(() => String, { nullable: true, description: 'Notes for the desk.' })
  notes!: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the client said yes (FHIR participant status accepted).',
  })
  confirmedAt!: Instant | null

  @Field(() => Cancellation, { nullable: true, description: 'Present on a cancelled appointment.' })
  cancellation!: Cancellation | null

  @Field(() => [BookingProblemCode], { description: 'The rules that were overridden for it.' })
  overriddenRules!: string[]

  @Field(() => String, { nullable: true, description: 'Why they were overridden.' })
  overrideReason!: string | null

  @Field(() => Boolean, {
    nullable: true,
    description:
      'In a calendar, whether it stands where its therapist or room is away and nobody said that it should; null elsewhere.',
  })
  onTimeOff?: boolean

  @Field(() => DateTime, {
    nullable: true,
    description: 'The start its series gave it, kept when it is moved (RECURRENCE-ID); null for a single appointment.',
  })
  originalStartsAt!: Instant | null

  @Field(() => MessageMark, { description: 'What became of its messages.' })
  mark!: MessageMark

  @Field(() => DateTime, { description: 'When it was booked.' })
  createdAt!: Instant

  @Field(() => DateTime, { description: 'When it last changed.' })
  updatedAt!: Instant
}

import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import type { DayPart as Part } from '../../domain/waitlist-entry.ts'
import { AppointmentType } from '../appointment-types/appointment-type.type.ts'
import { Client } from '../clients/client.type.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { Therapist } from '../resources/resource.type.ts'
import { DayPart, ReferralSource, WaitlistSource, WaitlistStatus, WaitlistUrgency } from './waitlist.enums.ts'

@ObjectType({ simpleResolvers: true, description: 'A part of a score, and what it is for.' })
export class WaitlistScorePart {
  @Field(() => String, { description: '`urgency`, `waiting` or `referral`.' })
  name!: string

  @Field(() => Int, { description: 'What it adds.' })
  points!: number

  @Field(() => String, { description: 'For people.' })
  why!: string
}

@ObjectType({ simpleResolvers: true, description: 'Who comes first: the higher the sooner.' })
export class WaitlistScore {
  @Field(() => Int, { description: 'What the parts come to, or what somebody has set instead.' })
  total!: number

  @Field(() => [WaitlistScorePart], { description: 'Urgency, waiting time and who sent her.' })
  parts!: WaitlistScorePart[]

  @Field(() => String, { nullable: true, description: 'Who set it by hand; null when the parts count.' })
  overriddenBy!: string | null

  @Field(() => String, { nullable: true, description: 'Why it was set by hand.' })
  overrideReason!: string | null
}

@ObjectType({ description: "Somebody's wish for a slot, or for a sooner one than she has." })
export class WaitlistEntry {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number

  @Field(() => WaitlistStatus, { description: 'Where it stands.' })
  status!: string

  @Field(() => WaitlistSource, { description: 'By whom it came.' })
  source!: string

  @Field(() => Client, { description: 'Who waits.' })
  client!: Client

  @Field(() => AppointmentType, { description: 'What for.' })
  type!: AppointmentType

  @Field(() => [Therapist], { nullable: true, description: 'With any of these; null when anybody would do.' })
  therapists!: Therapist[] | null

  @Field(() => String, { nullable: true, description: 'With whoever can do this; null when it is all the same.' })
  skill!: string | null

  @Field(() => [Int], { nullable: true, description: 'On these days, ISO 8601: 1 is Monday; null for any.' })
  days!: number[] | null

  @Field(() => [DayPart], { nullable: true, description: 'In these parts of the day; null for any.' })
  parts!: Part[] | null

  @Field(() => LocalDate, { nullable: true, description: 'Not before that date.' })
  fromOn!: string | null

  @Field(() => LocalDate, { nullable: true, description: 'Not after that date: then the entry expires.' })
  untilOn!: string | null

  @Field(() => Int, { description: 'How many minutes before the start she must know.' })
  noticeMinutes!: number

  @Field(() => WaitlistUrgency, { description: 'How soon she must be seen.' })
  urgency!: string

  @Field(() => ReferralSource, { nullable: true, description: 'Who sent her; null when nothing is said.' })
  referralSource!: string | null

  @Field(() => String, { nullable: true, description: 'Who pays.' })
  payer!: string | null

  @Field(() => String, { nullable: true, description: 'For the desk.' })
  note!: string | null

  @Field(() => DateTime, { description: 'Since when she waits.' })
  createdAt!: Instant

  @Field(() => DateTime, { description: 'When it was changed last.' })
  updatedAt!: Instant

  @Field(() => DateTime, { nullable: true, description: 'When it left the list.' })
  endedAt!: Instant | null
}

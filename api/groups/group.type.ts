import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { AttendanceStatus, GroupMemberStatus } from './group.enums.ts'

@ObjectType({ simpleResolvers: true, description: 'A client in a group, or on the way into it. For the staff.' })
export class GroupMember {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number

  @Field(() => GroupMemberStatus, { description: 'Where she stands.' })
  status!: string

  @Field(() => DateTime, { description: 'When joining was asked for.' })
  askedAt!: Instant

  @Field(() => DateTime, { nullable: true, description: 'When she was screened.' })
  screenedAt!: Instant | null

  @Field(() => String, { nullable: true, description: 'By whom.' })
  screenedBy!: string | null

  @Field(() => String, { nullable: true, description: 'What was written down about her joining.' })
  note!: string | null

  @Field(() => LocalDate, { nullable: true, description: 'Since when she is a member.' })
  joinedOn!: string | null

  @Field(() => LocalDate, { nullable: true, description: 'When she left.' })
  exitedOn!: string | null

  @Field(() => String, { nullable: true, description: 'Why she left.' })
  exitReason!: string | null

  @Field(() => DateTime, { description: 'When it was changed last.' })
  updatedAt!: Instant
}

@ObjectType({ simpleResolvers: true, description: 'Whether somebody came to a session, and what it costs her.' })
export class Attendance {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number

  @Field(() => ID, { nullable: true, description: 'Of which registration, where one registers.' })
  registrationId!: string | null

  @Field(() => ID, { nullable: true, description: 'Of which member, in a group.' })
  memberId!: string | null

  @Field(() => AttendanceStatus, { description: 'Whether she came.' })
  status!: string

  @Field(() => Int, { description: 'The amount in cents, at the price of the day it was noted. Nothing is paid here.' })
  chargeCents!: number

  @Field(() => String, { description: 'By whom it was noted.' })
  notedBy!: string

  @Field(() => DateTime, { description: 'When.' })
  notedAt!: Instant
}

@ObjectType({
  simpleResolvers: true,
  description: 'A person expected at a session: with a place, or an active member of the group.',
})
export class RosterEntry {
  @Field(() => ID, { nullable: true, description: 'By which registration, where one registers.' })
  registrationId!: string | null

  @Field(() => ID, { nullable: true, description: 'As which member, in a group.' })
  memberId!: string | null

  @Field(() => ID, { nullable: true, description: 'Which client of the clinic, where she is one.' })
  clientId!: string | null

  @Field(() => String, { description: 'Who comes.' })
  name!: string

  @Field(() => Int, { description: 'With how many, herself among them.' })
  places!: number

  @Field(() => Attendance, { nullable: true, description: 'Whether she came; null until it is noted.' })
  attendance!: Attendance | null
}

import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { DateTime } from '../graphql/scalars.ts'
import { FreedSlotCause, WaitlistOfferStatus } from './waitlist.enums.ts'
import { WaitlistEntry, WaitlistScore } from './waitlist.type.ts'

@ObjectType({ description: 'A held slot put to somebody who waits.' })
export class WaitlistOffer {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number

  @Field(() => WaitlistOfferStatus, { description: 'What became of it.' })
  status!: string

  @Field(() => DateTime, { description: 'When it was made.' })
  offeredAt!: Instant

  @Field(() => String, { description: 'Who made it; "Daybook waitlist" for one that was made by itself.' })
  offeredBy!: string

  @Field(() => DateTime, { description: 'Until when the slot is kept and an answer counts.' })
  expiresAt!: Instant

  @Field(() => DateTime, { nullable: true, description: 'When it was answered, or was over.' })
  decidedAt!: Instant | null

  @Field(() => String, { nullable: true, description: 'Who answered or withdrew it.' })
  decidedBy!: string | null

  @Field(() => ID, { description: 'The same for all that became free because somebody moved up.' })
  chainId!: string
}

@ObjectType({ description: 'Time that became free, and what became of it.' })
export class FreedSlot {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number

  @Field(() => FreedSlotCause, { description: 'Why it became free.' })
  cause!: string

  @Field(() => ID, { description: 'The same for all that became free because somebody moved up.' })
  chainId!: string

  @Field(() => DateTime, { description: 'When it became free.' })
  createdAt!: Instant

  @Field(() => DateTime, { nullable: true, description: 'When it was filled, passed or closed.' })
  endedAt!: Instant | null
}

@ObjectType({ simpleResolvers: true, description: 'Somebody who waits, looked at for one slot.' })
export class WaitlistCandidate {
  @Field(() => WaitlistEntry, { description: 'Who waits.' })
  entry!: WaitlistEntry

  @Field(() => WaitlistScore, { description: 'As it is now.' })
  score!: WaitlistScore

  @Field(() => Boolean, { description: 'Whether the slot fits.' })
  fits!: boolean

  @Field(() => [String], { description: 'Why it fits; or, where it does not, everything that stands in the way.' })
  reasons!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'How the waitlist does.' })
export class WaitlistFigures {
  @Field(() => Int, { description: 'Entries made in that time.' })
  entries!: number

  @Field(() => Int, { description: 'Offers made in that time, whatever became of them.' })
  offered!: number

  @Field(() => Int, { description: 'Of these, still unanswered.' })
  open!: number

  @Field(() => Int, { description: 'Of these, accepted.' })
  accepted!: number

  @Field(() => Int, { description: 'Of these, declined.' })
  declined!: number

  @Field(() => Int, { description: 'Of these, left unanswered until they were over.' })
  expired!: number

  @Field(() => Int, { description: 'Of these, taken back.' })
  withdrawn!: number

  @Field(() => Float, {
    nullable: true,
    description: 'Accepted of those that were accepted, declined or expired, 0 to 1; null when there are none.',
  })
  conversion!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Minutes from becoming free to being taken, the median of the slots freed and filled in that time.',
  })
  medianMinutesToFill!: number | null
}

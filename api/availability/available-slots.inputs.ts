import { Field, ID, InputType, Int } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import type { SlotOrder as Order } from '../../domain/slots/request.ts'
import { SlotOrder } from '../graphql/enums.ts'
import { DateTime, LocalTime, TimeZone } from '../graphql/scalars.ts'

@InputType({ description: 'What is to be booked, with whom, and when it would suit.' })
export class AvailableSlotsInput {
  @Field(() => ID, { description: 'What for.' })
  typeId!: string

  @Field(() => [ID], { nullable: true, description: 'With any of these; with anybody when left out.' })
  therapistIds?: string[] | null

  @Field(() => [ID], { nullable: true, description: 'In any of these; in any that suits when left out.' })
  roomIds?: string[] | null

  @Field(() => DateTime, { description: 'Slots begin at or after it.' })
  from!: Instant

  @Field(() => DateTime, { description: 'Slots end by it; at most 62 days after `from`.' })
  to!: Instant

  @Field(() => Int, { nullable: true, description: 'How many to answer at most, 1 to 100; 20 when left out.' })
  first?: number | null

  @Field(() => ID, { nullable: true, description: 'Who comes: slots stay clear of what this client has already.' })
  clientId?: string | null

  @Field(() => Int, { nullable: true, description: 'How long, 5 to 720; as long as the type says when left out.' })
  minutes?: number | null

  @Field(() => [Int], { nullable: true, description: 'Only on these, ISO 8601: 1 is Monday, 7 is Sunday.' })
  weekdays?: number[] | null

  @Field(() => LocalTime, { nullable: true, description: "By the clinic's clock, none begins before it." })
  earliestTime?: string | null

  @Field(() => LocalTime, { nullable: true, description: "By the clinic's clock, none ends after it." })
  latestTime?: string | null

  @Field(() => [String], { nullable: true, description: 'What the room must have, beside what the type asks of it.' })
  roomFeatures?: string[] | null

  @Field(() => ID, { nullable: true, description: 'Whose slots come before all others.' })
  preferTherapistId?: string | null

  @Field(() => DateTime, { nullable: true, description: 'The nearest to it first, whatever the order.' })
  near?: Instant | null

  @Field(() => SlotOrder, { nullable: true, description: 'SOONEST when left out.' })
  order?: Order | null

  @Field(() => TimeZone, { nullable: true, description: "Of localStart; the clinic's when left out." })
  zone?: string | null
}

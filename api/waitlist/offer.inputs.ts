import { Field, ID, InputType, Int } from 'type-graphql'
import type { BookFromWaitlistInput as Book } from '../../actions/book-from-waitlist.ts'
import type { OfferSlotInput as Offer } from '../../actions/offer-slot.ts'
import type { Instant } from '../../domain/interval.ts'
import { Placing } from '../appointments/appointment.inputs.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'
import { HoldKeyInput } from '../holds/hold-key.input.ts'

@InputType({ description: 'This slot to her, held until she has answered or the time is over.' })
export class OfferSlotInput extends Repeatable implements Offer {
  @Field(() => ID, { description: 'To whom.' })
  entryId!: string

  @Field(() => ID, { description: 'With whom.' })
  therapistId!: string

  @Field(() => ID, { nullable: true, description: 'Where; any room that suits when left out.' })
  roomId?: string | null

  @Field(() => DateTime, { description: "When it begins, on the clinic's step." })
  startsAt!: Instant

  @Field(() => Int, { nullable: true, description: 'How long she has to answer; as the policy says when left out.' })
  minutes?: number | null

  @Field(() => Boolean, { nullable: true, description: 'Decide and answer, but write nothing.' })
  validateOnly?: boolean | null
}

@InputType({ description: 'What becomes of an offer.' })
export class DecideOfferInput extends Versioned {}

@InputType({ description: 'A freed slot that is to be offered to nobody any more.' })
export class CloseFreedSlotInput extends Versioned {}

@InputType({ description: 'Somebody who waits takes this slot now.' })
export class BookFromWaitlistInput extends Placing implements Book {
  @Field(() => ID, { description: 'Whose entry; it closes with the booking.' })
  entryId!: string

  @Field(() => Int, { description: 'The version of the entry that the caller saw.' })
  expectedVersion!: number

  @Field(() => ID, { description: 'With whom.' })
  therapistId!: string

  @Field(() => ID, { nullable: true, description: 'Where; none when left out.' })
  roomId?: string | null

  @Field(() => DateTime, { description: "When it begins, on the clinic's step." })
  startsAt!: Instant

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it ends; after as many minutes as the type says when left out.',
  })
  endsAt?: Instant | null

  @Field(() => String, { nullable: true, description: 'Notes for the desk, at most 10,000 characters.' })
  notes?: string | null

  @Field(() => HoldKeyInput, {
    nullable: true,
    description: 'A hold of the caller’s own, which does not stand in the way and ends with this.',
  })
  hold?: HoldKeyInput | null
}

@InputType({ description: 'The booking of an entry that is to be taken back, by the id and the version of the entry.' })
export class UndoBookFromWaitlistInput extends Versioned {}

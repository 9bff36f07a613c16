import { Field, ID, InputType } from 'type-graphql'
import type { ConfirmHoldInput as Confirm } from '../../actions/confirm-hold.ts'
import type { HoldSlotInput as HoldIt } from '../../actions/hold-slot.ts'
import type { HoldKey } from '../../actions/lock-hold.ts'
import type { Instant } from '../../domain/interval.ts'
import { Placing } from '../appointments/appointment.inputs.ts'
import { Repeatable } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'

@InputType({ description: 'A slot to keep for some minutes.' })
export class HoldSlotInput extends Repeatable implements HoldIt {
  @Field(() => ID, { description: 'What for.' })
  typeId!: string

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

  @Field(() => ID, { nullable: true, description: 'For whom, when that is known already.' })
  clientId?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Decide and answer, but hold nothing: the token of the answer is good for nothing.',
  })
  validateOnly?: boolean | null
}

@InputType({ description: 'As long again, once.' })
export class ExtendHoldInput extends Repeatable implements HoldKey {
  @Field(() => ID, { description: 'Which hold.' })
  id!: string

  @Field(() => String, { description: 'The token that holdSlot told.' })
  token!: string
}

@InputType({ description: 'Given back before its time.' })
export class ReleaseHoldInput extends Repeatable implements HoldKey {
  @Field(() => ID, { description: 'Which hold.' })
  id!: string

  @Field(() => String, { description: 'The token that holdSlot told.' })
  token!: string
}

@InputType({ description: 'Somebody takes the slot that is held.' })
export class ConfirmHoldInput extends Placing implements Confirm {
  @Field(() => ID, { description: 'Which hold.' })
  id!: string

  @Field(() => String, { description: 'The token that holdSlot told.' })
  token!: string

  @Field(() => ID, { description: 'Who comes.' })
  clientId!: string

  @Field(() => String, { nullable: true, description: 'Notes for the desk, at most 10,000 characters.' })
  notes?: string | null
}

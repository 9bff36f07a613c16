import { Field, ID, InputType, Int } from 'type-graphql'
import type { MoveUpRegistrationInput as MoveUp } from '../../actions/move-up-registration.ts'
import type { RegisterForEventInput as Register } from '../../actions/register-for-event.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { EmailAddress } from '../graphql/scalars.ts'

@InputType({ description: 'Who comes, and to what.' })
export class RegisterForEventInput extends Repeatable implements Register {
  @Field(() => ID, { description: 'To which event.' })
  eventId!: string

  @Field(() => ID, {
    nullable: true,
    description: 'To which of its sessions; left out where there is but one, or where one registers for all.',
  })
  sessionId?: string | null

  @Field(() => String, { nullable: true, description: 'At most 200 characters; asked for unless clientId is given.' })
  name?: string | null

  @Field(() => EmailAddress, { nullable: true, description: 'Asked for unless the client has one.' })
  email?: string | null

  @Field(() => String, { nullable: true, description: 'With its country, like +1 202 555 0123.' })
  phone?: string | null

  @Field(() => Int, { nullable: true, description: 'For how many people, 1 to 10; 1 when left out.' })
  places?: number | null

  @Field(() => ID, { nullable: true, description: 'For the clinic: who comes is this client of it.' })
  clientId?: string | null

  @Field(() => String, { nullable: true, description: 'Of ISO 639-1: in which to write to her; `en` when left out.' })
  language?: string | null
}

@InputType({ description: 'Whose place is taken: by its id for the clinic, by its token for its holder.' })
export class AcceptPlaceInput extends Repeatable {
  @Field(() => ID, { nullable: true, description: 'Which registration, with expectedVersion.' })
  id?: string | null

  @Field(() => Int, { nullable: true, description: 'The version the caller saw.' })
  expectedVersion?: number | null

  @Field(() => String, { nullable: true, description: 'As in the address of its page.' })
  token?: string | null
}

@InputType({ description: 'Who of the line comes in now, whoever stands before her.' })
export class MoveUpRegistrationInput extends Versioned implements MoveUp {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the place is hers at once; left out it is offered to her, and she has some hours to take it.',
  })
  atOnce?: boolean | null
}

@InputType({ description: 'Which registration is given back: by its id for the clinic, by its token for its holder.' })
export class CancelRegistrationInput extends Repeatable {
  @Field(() => ID, { nullable: true, description: 'Which one, with expectedVersion.' })
  id?: string | null

  @Field(() => Int, { nullable: true, description: 'The version the caller saw.' })
  expectedVersion?: number | null

  @Field(() => String, { nullable: true, description: 'As in the address of its page.' })
  token?: string | null
}

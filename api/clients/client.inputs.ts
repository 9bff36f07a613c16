import { Field, InputType } from 'type-graphql'
import type { CreateClientInput as Create } from '../../actions/create-client.ts'
import type { UpdateClientInput as Update } from '../../actions/update-client.ts'
import { MessageChannel, ReferralStatus } from '../graphql/enums.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { EmailAddress, PhoneNumber, TimeZone } from '../graphql/scalars.ts'

@InputType({ description: 'Somebody who may come.' })
export class CreateClientInput extends Repeatable implements Create {
  @Field(() => String, { description: 'As the person is called, at most 200 characters.' })
  name!: string

  @Field(() => EmailAddress, { nullable: true, description: 'Where e-mail reaches the client.' })
  email?: string | null

  @Field(() => PhoneNumber, { nullable: true, description: 'E.164.' })
  phone?: string | null

  @Field(() => TimeZone, { nullable: true, description: "The client's own zone, when it is not the clinic's." })
  zone?: string | null

  @Field(() => String, { nullable: true, description: 'Of ISO 639-1: in which messages are written.' })
  language?: string | null

  @Field(() => [MessageChannel], {
    nullable: true,
    description: 'On which channels the client lets the clinic write: EMAIL, SMS, VOICE.',
  })
  consents?: string[] | null
}

@InputType({ description: 'What is left out stays; null takes an e-mail, a phone or a zone away.' })
export class UpdateClientInput extends Versioned implements Update {
  @Field(() => String, { nullable: true, description: 'As the person is called, at most 200 characters.' })
  name?: string | null

  @Field(() => EmailAddress, { nullable: true, description: 'Where e-mail reaches the client.' })
  email?: string | null

  @Field(() => PhoneNumber, { nullable: true, description: 'E.164.' })
  phone?: string | null

  @Field(() => TimeZone, { nullable: true, description: "The client's own zone, when it is not the clinic's." })
  zone?: string | null

  @Field(() => String, { nullable: true, description: 'Of ISO 639-1: in which messages are written.' })
  language?: string | null

  @Field(() => [MessageChannel], {
    nullable: true,
    description: 'On which channels the client lets the clinic write: EMAIL, SMS, VOICE.',
  })
  consents?: string[] | null

  @Field(() => ReferralStatus, { nullable: true, description: 'How far the client has come since being referred.' })
  referralStatus?: Update['referralStatus']
}

import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { MessageChannel, ReferralStatus } from '../graphql/enums.ts'
import { DateTime, EmailAddress, PhoneNumber, TimeZone } from '../graphql/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'A person who comes to the clinic (FHIR Patient).' })
export class Client {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => String, { description: 'As the person is called.' })
  name!: string

  @Field(() => EmailAddress, { nullable: true, description: 'Where e-mail reaches the client.' })
  email!: string | null

  @Field(() => PhoneNumber, { nullable: true, description: 'E.164.' })
  phone!: string | null

  @Field(() => TimeZone, { nullable: true, description: "The client's own zone, when it is not the clinic's." })
  zone!: string | null

  @Field(() => String, { description: 'Of ISO 639-1: in which messages are written.' })
  language!: string

  @Field(() => [MessageChannel], { description: 'On which channels the client lets the clinic write.' })
  consents!: string[]

  @Field(() => DateTime, {
    nullable: true,
    description: 'When STOP came from the client’s number: no text is sent there before START comes.',
  })
  smsStoppedAt!: Instant | null

  @Field(() => ReferralStatus, { description: 'How far the client has come since being referred.' })
  referralStatus!: string

  @Field(() => DateTime, { nullable: true, description: 'When the first appointment begins.' })
  firstSessionAt!: Instant | null

  @Field(() => Boolean, { description: 'False once archived.' })
  active!: boolean

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number
}

import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { DateTime, EmailAddress, PhoneNumber } from '../graphql/scalars.ts'
import { RegistrationSource, RegistrationStatus } from './registration.enums.ts'

@ObjectType({
  simpleResolvers: true,
  description: "Somebody's place in a session or an event, or in the line for one. No registrant sees another's.",
})
export class Registration {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number

  @Field(() => String, { description: 'Who comes.' })
  name!: string

  @Field(() => EmailAddress, { description: 'Where she is written to.' })
  email!: string

  @Field(() => PhoneNumber, { nullable: true, description: 'E.164.' })
  phone!: string | null

  @Field(() => String, { description: 'Of ISO 639-1: in which messages are written.' })
  language!: string

  @Field(() => Int, { description: 'For how many people, herself among them.' })
  places!: number

  @Field(() => RegistrationStatus, { description: 'Where it stands.' })
  status!: string

  @Field(() => RegistrationSource, { description: 'By whom it came.' })
  source!: string

  @Field(() => DateTime, { description: 'When it came: the line is in this order.' })
  registeredAt!: Instant

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when a place is, or was, kept for her to take. Null when none was offered.',
  })
  offerExpiresAt!: Instant | null

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When she let an offer run out: she waits on, and is passed over until she or the clinic says otherwise.',
  })
  passedAt!: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'When it was given back.' })
  cancelledAt!: Instant | null

  @Field(() => DateTime, { description: 'When it was changed last.' })
  updatedAt!: Instant
}

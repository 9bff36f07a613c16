import { Field, ID, Int, ObjectType } from 'type-graphql'
import { ApiKeyScope, CallerKind, MemberRole, Right } from '../graphql/enums.ts'
import { EmailAddress, TimeZone } from '../graphql/scalars.ts'

@ObjectType({ description: 'A practice: everything else belongs to one.' })
export class Clinic {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => String, { description: 'Its part of public addresses.' })
  slug!: string

  @Field(() => String, { description: 'As shown to people.' })
  name!: string

  @Field(() => TimeZone, { description: 'The zone in which its days are told.' })
  zone!: string

  @Field(() => Int, { description: 'Appointments start on a multiple of so many minutes.' })
  stepMinutes!: number

  @Field(() => Boolean, { description: 'Whether staff may put one appointment over another on purpose.' })
  allowsOverbooking!: boolean

  @Field(() => Int, { description: 'How many minutes staff may hold a slot, and extend a hold.' })
  staffHoldMinutes!: number

  @Field(() => Int, { description: 'The same for whoever books online.' })
  publicHoldMinutes!: number

  @Field(() => Int, { description: 'For how many months ahead the occurrences of a series are appointments.' })
  seriesHorizonMonths!: number

  @Field(() => Int, { description: 'The colour of its public pages, 0 to 359 degrees.' })
  hue!: number

  @Field(() => String, { nullable: true, description: 'A few words on its public pages.' })
  about!: string | null

  @Field(() => String, { nullable: true, description: 'The Host name at which its public pages stand by themselves.' })
  host!: string | null

  @Field(() => String, { description: 'What its prices are in: a code of ISO 4217, like USD.' })
  currency!: string

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number
}

@ObjectType({ description: 'Who asks, in which clinic, with which rights.' })
export class Viewer {
  @Field(() => CallerKind, { description: 'A person or a program.' })
  kind!: string

  @Field(() => String, { description: "The person's name, or the key's." })
  name!: string

  @Field(() => EmailAddress, { nullable: true, description: 'With which a person signs in.' })
  email!: string | null

  @Field(() => MemberRole, { nullable: true, description: 'What a person does in the clinic.' })
  role!: string | null

  @Field(() => ID, { nullable: true, description: "The therapist whose calendar is the person's own." })
  therapistId!: string | null

  @Field(() => Clinic, { description: 'The clinic all answers are about.' })
  clinic!: Clinic

  @Field(() => [Right], { description: 'What the caller may do.' })
  rights!: string[]

  @Field(() => [ApiKeyScope], { description: "A key's scopes; empty for a person." })
  scopes!: string[]
}

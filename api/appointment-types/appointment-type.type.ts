import { Field, ID, Int, ObjectType } from 'type-graphql'

@ObjectType({ simpleResolvers: true, description: 'What the clinic offers (FHIR HealthcareService).' })
export class AppointmentType {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => String, { description: 'As shown when booking.' })
  name!: string

  @Field(() => String, { description: 'Individual, couple, assessment …' })
  category!: string

  @Field(() => Int, { description: 'How long it usually takes.' })
  minutes!: number

  @Field(() => Int, { description: 'Minutes kept free before.' })
  bufferBeforeMinutes!: number

  @Field(() => Int, { description: 'Minutes kept free after.' })
  bufferAfterMinutes!: number

  @Field(() => Int, { description: 'Its colour: OKLCH hue, 0 to 359 degrees.' })
  hue!: number

  @Field(() => Boolean, { description: 'Whether the desk should suggest a room.' })
  needsRoom!: boolean

  @Field(() => Int, { nullable: true, description: 'Price in hundredths of the currency.' })
  priceCents!: number | null

  @Field(() => String, { nullable: true, description: 'Code of the CPT, five characters.' })
  cptCode!: string | null

  @Field(() => [String], { description: 'What a therapist must be able to do, in lower-case words.' })
  requiredSkills!: string[]

  @Field(() => [String], { description: 'What its room must have, in lower-case words.' })
  requiredFeatures!: string[]

  @Field(() => Int, { description: 'How many people its room must hold.' })
  minCapacity!: number

  @Field(() => Int, { nullable: true, description: 'How many of it a therapist takes on one date; as many as fit.' })
  dailyLimit!: number | null

  @Field(() => Boolean, { description: 'Whether it may be booked online.' })
  online!: boolean

  @Field(() => Int, { description: 'Online: how long before its start it must be booked.' })
  leadMinutes!: number

  @Field(() => Int, { description: 'Online: how many days ahead it may be booked.' })
  horizonDays!: number

  @Field(() => Int, { description: 'Order among the types.' })
  position!: number

  @Field(() => Boolean, { description: 'False once archived.' })
  active!: boolean

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number
}

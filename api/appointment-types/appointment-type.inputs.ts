import { Field, InputType, Int } from 'type-graphql'
import type { CreateAppointmentTypeInput as Create } from '../../actions/create-appointment-type.ts'
import type { UpdateAppointmentTypeInput as Update } from '../../actions/update-appointment-type.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'

@InputType({ description: 'Something more to book.' })
export class CreateAppointmentTypeInput extends Repeatable implements Create {
  @Field(() => String, { description: 'As shown when booking, at most 200 characters; once among the active ones.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'Individual when left out.' })
  category?: string | null

  @Field(() => Int, { description: 'How long it usually takes, 5 to 720.' })
  minutes!: number

  @Field(() => Int, { nullable: true, description: 'Minutes kept free before, at most 120; none when left out.' })
  bufferBeforeMinutes?: number | null

  @Field(() => Int, { nullable: true, description: 'Minutes kept free after, at most 120; none when left out.' })
  bufferAfterMinutes?: number | null

  @Field(() => Int, { nullable: true, description: 'Its colour: OKLCH hue, 0 to 359 degrees.' })
  hue?: number | null

  @Field(() => Boolean, { nullable: true, description: 'Whether the desk should suggest a room; yes when left out.' })
  needsRoom?: boolean | null

  @Field(() => Int, { nullable: true, description: 'Price in hundredths of the currency.' })
  priceCents?: number | null

  @Field(() => String, { nullable: true, description: 'Code of the CPT, five characters.' })
  cptCode?: string | null

  @Field(() => [String], { nullable: true, description: 'What a therapist must be able to do; at most 30.' })
  requiredSkills?: string[] | null

  @Field(() => [String], { nullable: true, description: 'What its room must have; at most 30.' })
  requiredFeatures?: string[] | null

  @Field(() => Int, { nullable: true, description: 'How many people its room must hold, 1 to 500.' })
  minCapacity?: number | null

  @Field(() => Int, { nullable: true, description: 'How many of it a therapist takes on one date; null for no limit.' })
  dailyLimit?: number | null

  @Field(() => Boolean, { nullable: true, description: 'Whether it may be booked online.' })
  online?: boolean | null

  @Field(() => Int, { nullable: true, description: 'Online: how long before its start it must be booked.' })
  leadMinutes?: number | null

  @Field(() => Int, { nullable: true, description: 'Online: how many days ahead it may be booked, 1 to 1830.' })
  horizonDays?: number | null
}

@InputType({ description: 'What is left out stays; null takes a price, a code or a limit away.' })
export class UpdateAppointmentTypeInput extends Versioned implements Update {
  @Field(() => String, { nullable: true, description: 'As shown when booking, at most 200 characters.' })
  name?: string | null

  @Field(() => String, { nullable: true, description: 'Individual, couple, assessment …' })
  category?: string | null

  @Field(() => Int, { nullable: true, description: 'How long it usually takes, 5 to 720.' })
  minutes?: number | null

  @Field(() => Int, { nullable: true, description: 'Minutes kept free before, at most 120.' })
  bufferBeforeMinutes?: number | null

  @Field(() => Int, { nullable: true, description: 'Minutes kept free after, at most 120.' })
  bufferAfterMinutes?: number | null

  @Field(() => Int, { nullable: true, description: 'Its colour: OKLCH hue, 0 to 359 degrees.' })
  hue?: number | null

  @Field(() => Boolean, { nullable: true, description: 'Whether the desk should suggest a room.' })
  needsRoom?: boolean | null

  @Field(() => Int, { nullable: true, description: 'Price in hundredths of the currency.' })
  priceCents?: number | null

  @Field(() => String, { nullable: true, description: 'Code of the CPT, five characters.' })
  cptCode?: string | null

  @Field(() => [String], { nullable: true, description: 'What a therapist must be able to do; at most 30.' })
  requiredSkills?: string[] | null

  @Field(() => [String], { nullable: true, description: 'What its room must have; at most 30.' })
  requiredFeatures?: string[] | null

  @Field(() => Int, { nullable: true, description: 'How many people its room must hold, 1 to 500.' })
  minCapacity?: number | null

  @Field(() => Int, { nullable: true, description: 'How many of it a therapist takes on one date; null for no limit.' })
  dailyLimit?: number | null

  @Field(() => Boolean, { nullable: true, description: 'Whether it may be booked online.' })
  online?: boolean | null

  @Field(() => Int, { nullable: true, description: 'Online: how long before its start it must be booked.' })
  leadMinutes?: number | null

  @Field(() => Int, { nullable: true, description: 'Online: how many days ahead it may be booked, 1 to 1830.' })
  horizonDays?: number | null

  @Field(() => Int, { nullable: true, description: 'Order among the types.' })
  position?: number | null
}

import { Field, ID, InputType, Int } from 'type-graphql'
import type { CreateRoomInput as CreateRoom } from '../../actions/create-room.ts'
import type { CreateTherapistInput as CreateTherapist } from '../../actions/create-therapist.ts'
import type { UpdateRoomInput as UpdateRoom } from '../../actions/update-room.ts'
import type { UpdateTherapistInput as UpdateTherapist } from '../../actions/update-therapist.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { LocalDate, LocalTime } from '../graphql/scalars.ts'

@InputType({ description: 'Hours kept every week, on the wall clock of the clinic.' })
export class WeeklyHoursInput {
  @Field(() => Int, { description: 'ISO 8601: 1 is Monday, 7 is Sunday.' })
  weekday!: number

  @Field(() => LocalTime, { description: 'The first minute.' })
  startTime!: string

  @Field(() => LocalTime, { description: 'The minute after the last; 00:00 is the midnight that ends the day.' })
  endTime!: string

  @Field(() => LocalDate, { nullable: true, description: 'The first date on which they are kept.' })
  effectiveFrom?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'The last date on which they are kept.' })
  effectiveUntil?: string | null

  @Field(() => ID, { nullable: true, description: 'At which location.' })
  locationId?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Only for appointments of types that need no room.' })
  telehealth?: boolean | null

  @Field(() => Int, { nullable: true, description: 'How many appointments may begin in the block, 1 to 100.' })
  mostAppointments?: number | null
}

@InputType({ description: 'Somebody else who sees clients.' })
export class CreateTherapistInput extends Repeatable implements CreateTherapist {
  @Field(() => String, { description: 'As shown on the column, at most 200 characters; once among the active ones.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'Psychologist, LCSW …' })
  title?: string | null

  @Field(() => [String], { nullable: true, description: 'At most 20.' })
  specialties?: string[] | null

  @Field(() => [String], { nullable: true, description: 'What she may do, in words that types ask for; at most 30.' })
  skills?: string[] | null

  @Field(() => [WeeklyHoursInput], {
    nullable: true,
    description: 'When this person usually works; never when left out.',
  })
  weeklyHours?: WeeklyHoursInput[] | null
}

@InputType({ description: 'What is left out stays.' })
export class UpdateTherapistInput extends Versioned implements UpdateTherapist {
  @Field(() => String, { nullable: true, description: 'As shown on the column, at most 200 characters.' })
  name?: string | null

  @Field(() => String, { nullable: true, description: 'Psychologist, LCSW …; null for none.' })
  title?: string | null

  @Field(() => [String], { nullable: true, description: 'All of them, at most 20.' })
  specialties?: string[] | null

  @Field(() => [String], { nullable: true, description: 'What she may do, in words that types ask for; at most 30.' })
  skills?: string[] | null

  @Field(() => [WeeklyHoursInput], { nullable: true, description: 'All of them: they replace those there were.' })
  weeklyHours?: WeeklyHoursInput[] | null

  @Field(() => Int, { nullable: true, description: 'Order among the columns.' })
  position?: number | null
}

@InputType({ description: 'Another room.' })
export class CreateRoomInput extends Repeatable implements CreateRoom {
  @Field(() => String, { description: 'As shown on the column, at most 200 characters; once among the active ones.' })
  name!: string

  @Field(() => Int, { nullable: true, description: 'How many people it holds; 2 when left out.' })
  capacity?: number | null

  @Field(() => [String], { nullable: true, description: 'What it has, in words that types ask for; at most 30.' })
  features?: string[] | null

  @Field(() => ID, { nullable: true, description: 'Where it is; null for nowhere in particular.' })
  locationId?: string | null

  @Field(() => [WeeklyHoursInput], {
    nullable: true,
    description: 'When it is open; whenever the clinic is when left out.',
  })
  weeklyHours?: WeeklyHoursInput[] | null
}

@InputType({ description: 'What is left out stays.' })
export class UpdateRoomInput extends Versioned implements UpdateRoom {
  @Field(() => String, { nullable: true, description: 'As shown on the column, at most 200 characters.' })
  name?: string | null

  @Field(() => Int, { nullable: true, description: 'How many people it holds.' })
  capacity?: number | null

  @Field(() => [String], { nullable: true, description: 'What it has, in words that types ask for; at most 30.' })
  features?: string[] | null

  @Field(() => ID, { nullable: true, description: 'Where it is; null for nowhere in particular.' })
  locationId?: string | null

  @Field(() => [WeeklyHoursInput], { nullable: true, description: 'All of them: they replace those there were.' })
  weeklyHours?: WeeklyHoursInput[] | null

  @Field(() => Int, { nullable: true, description: 'Order among the columns.' })
  position?: number | null
}

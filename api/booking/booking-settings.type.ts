import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { UpdateBookingSettingsInput as Update } from '../../actions/update-booking-settings.ts'
import type { BookingSettingsRow } from '../../db/queries/booking-settings.ts'
import { Repeatable } from '../graphql/repeatable.ts'

@ObjectType({ simpleResolvers: true, description: 'How the clinic is booked from outside.' })
export class BookingSettings implements BookingSettingsRow {
  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion. 0 while nothing was said.' })
  version!: number

  @Field(() => Boolean, { description: 'Whether it is booked from outside at all.' })
  open!: boolean

  @Field(() => [ID], { nullable: true, description: 'The therapists who are shown; null for everybody.' })
  therapistIds!: string[] | null

  @Field(() => [String], { description: 'The sites that may show the pages of booking within their own.' })
  origins!: string[]

  @Field(() => Boolean, { description: 'Whether a booking counts only once its e-mail has proved itself.' })
  confirmsEmail!: boolean

  @Field(() => Boolean, { description: 'Whether somebody whom no time suits may ask to be put on the waitlist.' })
  offersWaitlist!: boolean

  @Field(() => Int, { description: 'Up to so many minutes before the start, clients move it by themselves.' })
  moveNoticeMinutes!: number

  @Field(() => Int, { description: 'With fewer minutes to the start, cancelling is late.' })
  cancelNoticeMinutes!: number

  @Field(() => String, { nullable: true, description: 'What the clinic says of cancelling, shown before it is done.' })
  policy!: string | null

  @Field(() => String, { nullable: true, description: 'What somebody agrees to who books; nothing is asked without.' })
  consent!: string | null
}

@InputType({ description: 'What is left out stays; null takes a text away, and of therapists shows everybody.' })
export class UpdateBookingSettingsInput extends Repeatable implements Update {
  @Field(() => Int, { description: 'The version the caller saw.' })
  expectedVersion!: number

  @Field(() => Boolean, { nullable: true, description: 'Whether it is booked from outside at all.' })
  open?: boolean | null

  @Field(() => [ID], { nullable: true, description: 'The therapists who are shown; null for everybody.' })
  therapistIds?: string[] | null

  @Field(() => [String], { nullable: true, description: 'Sites like https://www.harbor.example, at most 20.' })
  origins?: string[] | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether an e-mail has to prove itself before a booking counts.',
  })
  confirmsEmail?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether somebody whom no time suits may ask to be put on the waitlist.',
  })
  offersWaitlist?: boolean | null

  @Field(() => Int, { nullable: true, description: 'Minutes before the start, at most 30 days.' })
  moveNoticeMinutes?: number | null

  @Field(() => Int, { nullable: true, description: 'Minutes before the start, at most 30 days.' })
  cancelNoticeMinutes?: number | null

  @Field(() => String, { nullable: true, description: 'At most 2000 characters.' })
  policy?: string | null

  @Field(() => String, { nullable: true, description: 'At most 4000 characters.' })
  consent?: string | null
}

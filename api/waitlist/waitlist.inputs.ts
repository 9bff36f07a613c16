import { Field, ID, InputType, Int } from 'type-graphql'
import type { JoinWaitlistInput as Join } from '../../actions/join-waitlist.ts'
import type { OverrideWaitlistScoreInput as Override } from '../../actions/override-waitlist-score.ts'
import type { UpdateWaitlistEntryInput as Update } from '../../actions/update-waitlist-entry.ts'
import type { WishesInput as Wishes } from '../../actions/waitlist-wishes.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { LocalDate } from '../graphql/scalars.ts'
import { DayPart, ReferralSource, WaitlistSource, WaitlistStatus, WaitlistUrgency } from './waitlist.enums.ts'

@InputType()
export abstract class WaitlistWishes extends Repeatable implements Wishes {
  @Field(() => [ID], { nullable: true, description: 'With any of these, at most 50; null or none for anybody.' })
  therapistIds?: string[] | null

  @Field(() => String, { nullable: true, description: 'With whoever can do this.' })
  skill?: string | null

  @Field(() => [Int], { nullable: true, description: 'On these days, 1 for Monday to 7 for Sunday; null for any.' })
  days?: number[] | null

  @Field(() => [DayPart], { nullable: true, description: 'In these parts of the day; null for any.' })
  parts?: Wishes['parts']

  @Field(() => LocalDate, { nullable: true, description: 'Not before that date.' })
  fromOn?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'Not after that date.' })
  untilOn?: string | null

  @Field(() => Int, { nullable: true, description: 'How many minutes before the start she must know, at most 43200.' })
  noticeMinutes?: number | null

  @Field(() => WaitlistUrgency, { nullable: true, description: 'How soon she must be seen; ROUTINE when left out.' })
  urgency?: Wishes['urgency']

  @Field(() => ReferralSource, { nullable: true, description: 'Who sent her.' })
  referralSource?: Wishes['referralSource']

  @Field(() => String, { nullable: true, description: 'Who pays, at most 200 characters.' })
  payer?: string | null

  @Field(() => String, { nullable: true, description: 'For the desk, at most 2,000 characters.' })
  note?: string | null
}

@InputType({ description: 'Who waits for what.' })
export class JoinWaitlistInput extends WaitlistWishes implements Join {
  @Field(() => ID, { description: 'Who waits.' })
  clientId!: string

  @Field(() => ID, { description: 'What for.' })
  typeId!: string

  @Field(() => ID, { nullable: true, description: 'The appointment she has and would give up for a sooner one.' })
  appointmentId?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Decide and answer, but write nothing.' })
  validateOnly?: boolean | null
}

@InputType({ description: 'What would suit her now; what is left out stays.' })
export class UpdateWaitlistEntryInput extends WaitlistWishes implements Update {
  @Field(() => ID, { description: 'Which entry.' })
  id!: string

  @Field(() => Int, { description: 'The version the caller saw.' })
  expectedVersion!: number
}

@InputType({ description: 'She waits no more.' })
export class LeaveWaitlistInput extends Versioned {
  @Field(() => String, { nullable: true, description: 'Why; kept in the log. At most 1,000 characters.' })
  reason?: string | null
}

@InputType({ description: 'Who comes first, by hand.' })
export class SetWaitlistScoreInput extends Versioned implements Override {
  @Field(() => Int, { nullable: true, description: '0 to 1000; null to let the parts count again.' })
  score?: number | null

  @Field(() => String, { nullable: true, description: 'Why; required with a score, and kept.' })
  reason?: string | null
}

@InputType({ description: 'Which entries; everybody who waits when left out.' })
export class WaitlistFilter {
  @Field(() => [WaitlistStatus], { nullable: true, description: 'WAITING and OFFERED when left out.' })
  statuses?: ('waiting' | 'offered' | 'booked' | 'left' | 'expired')[] | null

  @Field(() => ID, { nullable: true, description: 'Waits for this.' })
  typeId?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'Would come to this therapist: by name, or because anybody would do.',
  })
  therapistId?: string | null

  @Field(() => WaitlistUrgency, { nullable: true, description: 'As urgent as that.' })
  urgency?: Wishes['urgency']

  @Field(() => WaitlistSource, { nullable: true, description: 'Came by that way.' })
  source?: 'desk' | 'public' | 'client' | 'partner' | null

  @Field(() => ID, { nullable: true, description: "One client's." })
  clientId?: string | null

  @Field(() => String, { nullable: true, description: 'In the client’s name; each character stands for itself.' })
  search?: string | null
}

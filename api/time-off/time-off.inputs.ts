import { Field, ID, InputType, Int } from 'type-graphql'
import type { ApplyTimeOffPlanInput as Apply } from '../../actions/apply-time-off-plan.ts'
import type { DecideTimeOffInput as Decide } from '../../actions/decide-time-off.ts'
import type { RequestTimeOffInput as Request } from '../../actions/file-time-off.ts'
import type { PlanStepInput as Step } from '../../actions/plan-steps.ts'
import type { TakeTimeOffInput as Take } from '../../actions/take-time-off.ts'
import type { UndoTimeOffInput as Undo } from '../../actions/undo-time-off.ts'
import type { Instant } from '../../domain/interval.ts'
import { PlanStepKind, TimeOffDecision, TimeOffReason, TimeOffStatus } from '../graphql/enums.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'

@InputType({ description: 'What becomes of one appointment; what is left out stays as it is.' })
export class PlanStepInput implements Step {
  @Field(() => ID, { description: 'Which appointment.' })
  appointmentId!: string

  @Field(() => Int, { description: 'The version of it that the caller saw.' })
  expectedVersion!: number

  @Field(() => PlanStepKind, { description: 'What becomes of it.' })
  kind!: Step['kind']

  @Field(() => DateTime, { nullable: true, description: 'When it begins; required for another time.' })
  startsAt?: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'When it ends; as long as before when left out.' })
  endsAt?: Instant | null

  @Field(() => ID, { nullable: true, description: 'With whom; left out of COVER, the cover therapist.' })
  therapistId?: string | null

  @Field(() => ID, { nullable: true, description: 'Left out keeps the room, null takes none.' })
  roomId?: string | null
}

@InputType()
abstract class Wanted extends Repeatable {
  @Field(() => ID, { description: 'Who or what will be away: a therapist, or a room out of use.' })
  resourceId!: string

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends, at most 366 days later.' })
  endsAt!: Instant

  @Field(() => TimeOffReason, { description: 'Why.' })
  reason!: Request['reason']

  @Field(() => String, { nullable: true, description: 'More about it, at most 1,000 characters.' })
  note?: string | null

  @Field(() => ID, { nullable: true, description: 'Who sees the clients meanwhile.' })
  coverTherapistId?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Decide and answer, but write nothing.' })
  validateOnly?: boolean | null
}

@InputType({ description: 'Time off to be decided about.' })
export class RequestTimeOffInput extends Wanted implements Request {}

@InputType({ description: 'Time off that needs no asking, with what becomes of the appointments.' })
export class TakeTimeOffInput extends Wanted implements Take {
  @Field(() => [PlanStepInput], {
    nullable: true,
    description: 'At most 500 steps, done all or none; appointments without one stay and are flagged.',
  })
  plan?: PlanStepInput[] | null
}

@InputType({ description: 'Yes or no; with a yes goes what becomes of the appointments.' })
export class DecideTimeOffInput extends Versioned implements Decide {
  @Field(() => TimeOffDecision, { description: 'Yes or no.' })
  decision!: Decide['decision']

  @Field(() => String, { nullable: true, description: 'A word with it, at most 1,000 characters.' })
  note?: string | null

  @Field(() => [PlanStepInput], {
    nullable: true,
    description: 'At most 500 steps, done all or none; appointments without one stay and are flagged.',
  })
  plan?: PlanStepInput[] | null

  @Field(() => Boolean, { nullable: true, description: 'Decide and answer, but write nothing.' })
  validateOnly?: boolean | null
}

@InputType({ description: 'Which time off, at the version seen.' })
export class WithdrawTimeOffInput extends Versioned {
  @Field(() => Boolean, { nullable: true, description: 'Decide and answer, but write nothing.' })
  validateOnly?: boolean | null
}

@InputType({ description: 'Which time off, at the version seen.' })
export class UndoTimeOffInput extends WithdrawTimeOffInput implements Undo {
  @Field(() => Boolean, {
    nullable: true,
    description: 'The time off stands, and only what its last plan did is put back.',
  })
  onlyLastPlan?: boolean | null
}

@InputType({ description: 'What becomes of appointments left on approved time off, or booked there since.' })
export class ApplyTimeOffPlanInput extends WithdrawTimeOffInput implements Apply {
  @Field(() => [PlanStepInput], {
    description: 'At most 500 steps, done all or none; appointments without one stay and are flagged.',
  })
  plan!: PlanStepInput[]
}

@InputType({ description: 'An absence to plan for, asked for or only thought of.' })
export class TimeOffPlanInput {
  @Field(() => ID, { description: 'Who or what will be away.' })
  resourceId!: string

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Instant

  @Field(() => ID, { nullable: true, description: 'Who sees the clients meanwhile.' })
  coverTherapistId?: string | null
}

@InputType({ description: 'Which time off to list; all when left out.' })
export class TimeOffFilter {
  @Field(() => ID, { nullable: true, description: 'Of this therapist or room.' })
  resourceId?: string | null

  @Field(() => TimeOffStatus, { nullable: true, description: 'Where it stands.' })
  status?: 'requested' | 'approved' | 'denied' | 'withdrawn' | null

  @Field(() => DateTime, { nullable: true, description: 'Not over by then.' })
  from?: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'Begun before then.' })
  to?: Instant | null
}

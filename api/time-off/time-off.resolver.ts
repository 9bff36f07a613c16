import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import { validate } from 'uuid'
import { applyTimeOffPlan } from '../../actions/apply-time-off-plan.ts'
import { rightsOfCaller } from '../../actions/caller.ts'
import { decideTimeOff } from '../../actions/decide-time-off.ts'
import { requestTimeOff } from '../../actions/request-time-off.ts'
import { takeTimeOff } from '../../actions/take-time-off.ts'
import { undoTimeOff } from '../../actions/undo-time-off.ts'
import { withdrawTimeOff } from '../../actions/withdraw-time-off.ts'
import { searchTimeOff, type TimeOff as TimeOffData } from '../../db/queries/time-off.ts'
import { appointmentPlaceOf } from '../clients/client-search.ts'
import { type ApiContext, acting, callerOf, reading } from '../context.ts'
import { cursorOf } from '../graphql/cursor.ts'
import { checkFirst, connectionOf, pageOf } from '../graphql/page.ts'
import {
  ApplyTimeOffPlanInput,
  DecideTimeOffInput,
  RequestTimeOffInput,
  TakeTimeOffInput,
  TimeOffFilter,
  UndoTimeOffInput,
  WithdrawTimeOffInput,
} from './time-off.inputs.ts'
import { TimeOff } from './time-off.type.ts'
import {
  ApplyTimeOffPlanResult,
  DecideTimeOffResult,
  RequestTimeOffResult,
  TakeTimeOffResult,
  UndoTimeOffResult,
  WithdrawTimeOffResult,
} from './time-off-results.ts'

const TimeOffConnection = connectionOf('TimeOff', TimeOff)

@Resolver(() => TimeOff)
export class TimeOffResolver {
  @Query(() => TimeOffConnection, {
    description: 'The latest first, 1 to 100 a page. Whoever may not decide sees what is approved, and the own.',
  })
  async timeOffs(
    @Ctx() context: ApiContext,
    @Arg('first', () => Int) first: number,
    @Arg('filter', () => TimeOffFilter, { nullable: true }) filter?: TimeOffFilter | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    checkFirst(first)
    const { resourceId = null, status = null, from = null, to = null } = filter ?? {}
    const search = { resourceId, status, from, to, seenBy: seenBy(context), after: appointmentPlaceOf(after) }
    const rows = await reading(context, 'read_calendar', async (trx, clinicId) =>
      resourceId !== null && !validate(resourceId) ? [] : searchTimeOff(trx, clinicId, { ...search, limit: first + 1 }),
    )
    return pageOf(rows, first, (each: TimeOffData) => cursorOf(each.startsAt, each.id))
  }

  @Mutation(() => RequestTimeOffResult, {
    description:
      'Asks for time off of at most 366 days, up to five years ahead, in whole minutes (INVALID_INTERVAL); refused where it is past or overlaps other time off (ON_TIME_OFF).',
  })
  requestTimeOff(@Ctx() context: ApiContext, @Arg('input', () => RequestTimeOffInput) input: RequestTimeOffInput) {
    return requestTimeOff(acting(context), input)
  }

  @Mutation(() => DecideTimeOffResult, {
    description:
      'Approves or denies a request; an approval moves or cancels the appointments as planned, all or none: a step that can no longer be done refuses the whole, with its appointment.',
  })
  decideTimeOff(@Ctx() context: ApiContext, @Arg('input', () => DecideTimeOffInput) input: DecideTimeOffInput) {
    return decideTimeOff(acting(context), input)
  }

  @Mutation(() => TakeTimeOffResult, {
    description:
      'Request and approval in one: somebody is ill today. Asks for the right to decide; refused as both are.',
  })
  takeTimeOff(@Ctx() context: ApiContext, @Arg('input', () => TakeTimeOffInput) input: TakeTimeOffInput) {
    return takeTimeOff(acting(context), input)
  }

  @Mutation(() => ApplyTimeOffPlanResult, {
    description: 'Moves or cancels appointments that still stand on approved time off, all or none.',
  })
  applyTimeOffPlan(
    @Ctx() context: ApiContext,
    @Arg('input', () => ApplyTimeOffPlanInput) input: ApplyTimeOffPlanInput,
  ) {
    return applyTimeOffPlan(acting(context), input)
  }

  @Mutation(() => WithdrawTimeOffResult, {
    description:
      'Takes back a request, or time off that was approved; what an approval moved stays where it is. One that was denied or taken back before is TERMINAL_STATUS.',
  })
  withdrawTimeOff(@Ctx() context: ApiContext, @Arg('input', () => WithdrawTimeOffInput) input: WithdrawTimeOffInput) {
    return withdrawTimeOff(acting(context), input)
  }

  @Mutation(() => UndoTimeOffResult, {
    description:
      'Takes back time off, or only its last plan, within 24 hours and puts back everything that moved, cancelled appointments too.',
  })
  undoTimeOff(@Ctx() context: ApiContext, @Arg('input', () => UndoTimeOffInput) input: UndoTimeOffInput) {
    return undoTimeOff(acting(context), input)
  }
}

function seenBy(context: ApiContext): 'all' | { therapistId: string | null } {
  const caller = callerOf(context)
  if (rightsOfCaller(caller).has('decide_time_off')) return 'all'
  return { therapistId: caller.kind === 'member' ? (caller.therapistId ?? null) : null }
}

import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { joinWaitlist } from '../../actions/join-waitlist.ts'
import { leaveWaitlist } from '../../actions/leave-waitlist.ts'
import { overrideWaitlistScore } from '../../actions/override-waitlist-score.ts'
import { updateWaitlistEntry } from '../../actions/update-waitlist-entry.ts'
import { updateWaitlistPolicy } from '../../actions/update-waitlist-policy.ts'
import { getWaitlistPolicy } from '../../db/queries/waitlist-policies.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import {
  JoinWaitlistInput,
  LeaveWaitlistInput,
  SetWaitlistScoreInput,
  UpdateWaitlistEntryInput,
} from './waitlist.inputs.ts'
import { UpdateWaitlistPolicyInput, WaitlistPolicy } from './waitlist-policy.type.ts'
import {
  JoinWaitlistResult,
  LeaveWaitlistResult,
  SetWaitlistScoreResult,
  UpdateWaitlistEntryResult,
  UpdateWaitlistPolicyResult,
} from './waitlist-results.ts'

@Resolver()
export class WaitlistChangesResolver {
  @Query(() => WaitlistPolicy, { description: 'How the clinic offers what becomes free.' })
  waitlistPolicy(@Ctx() context: ApiContext) {
    return reading(context, 'read_calendar', getWaitlistPolicy)
  }

  @Mutation(() => JoinWaitlistResult, { description: 'Puts somebody on the waitlist, once for each type.' })
  joinWaitlist(@Ctx() context: ApiContext, @Arg('input', () => JoinWaitlistInput) input: JoinWaitlistInput) {
    return joinWaitlist(acting(context), input)
  }

  @Mutation(() => UpdateWaitlistEntryResult, { description: 'Changes what would suit somebody who waits.' })
  updateWaitlistEntry(
    @Ctx() context: ApiContext,
    @Arg('input', () => UpdateWaitlistEntryInput) input: UpdateWaitlistEntryInput,
  ) {
    return updateWaitlistEntry(acting(context), input)
  }

  @Mutation(() => LeaveWaitlistResult, { description: 'Takes somebody off the waitlist.' })
  leaveWaitlist(@Ctx() context: ApiContext, @Arg('input', () => LeaveWaitlistInput) input: LeaveWaitlistInput) {
    return leaveWaitlist(acting(context), input)
  }

  @Mutation(() => SetWaitlistScoreResult, {
    description: 'Sets by hand who comes first, with a reason; or takes that back.',
  })
  setWaitlistScore(
    @Ctx() context: ApiContext,
    @Arg('input', () => SetWaitlistScoreInput) input: SetWaitlistScoreInput,
  ) {
    return overrideWaitlistScore(acting(context), input)
  }

  @Mutation(() => UpdateWaitlistPolicyResult, { description: 'Changes how slots are offered; offers under way stand.' })
  updateWaitlistPolicy(
    @Ctx() context: ApiContext,
    @Arg('input', () => UpdateWaitlistPolicyInput) input: UpdateWaitlistPolicyInput,
  ) {
    return updateWaitlistPolicy(acting(context), input)
  }
}

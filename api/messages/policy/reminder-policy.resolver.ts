import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { updateReminderPolicy } from '../../../actions/update-reminder-policy.ts'
import { getReminderPolicy } from '../../../db/queries/reminder-policies.ts'
import { type ApiContext, acting, reading } from '../../context.ts'
import { recordResult } from '../../records/record-results.ts'
import { ReminderPolicy, UpdateReminderPolicyInput } from './reminder-policy.type.ts'

@ObjectType({ description: 'From now on that is what is sent.' })
class ReminderPolicyUpdated {
  @Field(() => ReminderPolicy, { name: 'policy', description: 'As it stands now.' })
  record!: ReminderPolicy
}

const UpdateReminderPolicyResult = recordResult('UpdateReminderPolicyResult', ReminderPolicyUpdated)

@Resolver()
export class ReminderPolicyResolver {
  @Query(() => ReminderPolicy, { description: 'What the clinic sends, and in which hours.' })
  reminderPolicy(@Ctx() context: ApiContext) {
    return reading(context, 'read_calendar', getReminderPolicy)
  }

  @Mutation(() => UpdateReminderPolicyResult, {
    description: 'Changes what the clinic sends; what waits already is planned anew.',
  })
  updateReminderPolicy(
    @Ctx() context: ApiContext,
    @Arg('input', () => UpdateReminderPolicyInput) input: UpdateReminderPolicyInput,
  ) {
    return updateReminderPolicy(acting(context), input)
  }
}

import { Field, InputType, Int, ObjectType } from 'type-graphql'
import type { UpdateReminderPolicyInput as Update } from '../../../actions/update-reminder-policy.ts'
import type { ReminderPolicyRow } from '../../../db/queries/reminder-policies.ts'
import type { NoticePolicy } from '../../../domain/reminder-policy.ts'
import { MessageChannel, MessageKind } from '../../graphql/enums.ts'
import { Repeatable } from '../../graphql/repeatable.ts'
import { LocalTime } from '../../graphql/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'Whether, when and where one kind of message is sent.' })
export class Notice implements NoticePolicy {
  @Field(() => MessageKind, { description: 'What it says.' })
  kind!: NoticePolicy['kind']

  @Field(() => Boolean, { description: 'Whether it is sent at all.' })
  on!: boolean

  @Field(() => Int, {
    description: 'How many minutes before the start; of a follow-up, after the end; 0 for what is sent at once.',
  })
  offsetMinutes!: number

  @Field(() => [MessageChannel], {
    description:
      'On each of these on which its reader can be reached; by e-mail where a text or call cannot reach her.',
  })
  channels!: NoticePolicy['channels'][number][]
}

@ObjectType({ simpleResolvers: true, description: 'What the clinic sends, and in which hours of its own zone.' })
export class ReminderPolicy implements ReminderPolicyRow {
  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion. 0 while it is Daybook’s.' })
  version!: number

  @Field(() => LocalTime, { description: 'Messages leave from then on …' })
  leaveFrom!: string

  @Field(() => LocalTime, { description: '… and before then.' })
  leaveUntil!: string

  @Field(() => Boolean, { description: 'Whether they leave on Saturdays and Sundays.' })
  weekends!: boolean

  @Field(() => Int, { description: 'How long a booking rests before it is confirmed.' })
  settleSeconds!: number

  @Field(() => Int, { description: 'How long a move or cancellation rests: what is undone within is told to nobody.' })
  moveSettleSeconds!: number

  @Field(() => [Notice], { description: 'Every kind there is, once.' })
  notices!: Notice[]
}

@InputType({ description: 'Whether, when and where one kind of message is sent.' })
export class NoticeInput implements NoticePolicy {
  @Field(() => MessageKind, { description: 'What it says.' })
  kind!: NoticePolicy['kind']

  @Field(() => Boolean, { description: 'Whether it is sent at all.' })
  on!: boolean

  @Field(() => Int, {
    description: 'Minutes before the start; of a follow-up, after the end; 0 for what is sent at once.',
  })
  offsetMinutes!: number

  @Field(() => [MessageChannel], { description: 'Where.' })
  channels!: NoticePolicy['channels'][number][]
}

@InputType({ description: 'What is left out stays; of notices, those that are named change.' })
export class UpdateReminderPolicyInput extends Repeatable implements Update {
  @Field(() => Int, { description: 'The version the caller saw.' })
  expectedVersion!: number

  @Field(() => LocalTime, { nullable: true, description: 'Messages leave from then on …' })
  leaveFrom?: string | null

  @Field(() => LocalTime, { nullable: true, description: '… and before then.' })
  leaveUntil?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether they leave on Saturdays and Sundays.' })
  weekends?: boolean | null

  @Field(() => Int, { nullable: true, description: 'How long a booking rests before it is confirmed, 0 to 3600.' })
  settleSeconds?: number | null

  @Field(() => Int, { nullable: true, description: 'How long a move or cancellation rests, 0 to 3600.' })
  moveSettleSeconds?: number | null

  @Field(() => [NoticeInput], { nullable: true, description: 'Those that change.' })
  notices?: NoticeInput[] | null
}

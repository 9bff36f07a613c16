import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { RetryJobInput as Retry } from '../../actions/retry-job.ts'
import type { Instant } from '../../domain/interval.ts'
import { Repeatable } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'

@ObjectType({
  description: 'A kind of thing that is done by itself when its time comes, and how those of the clinic stand.',
})
export class JobQueue {
  @Field(() => String, { description: 'Verb and noun: "send-messages".' })
  name!: string

  @Field(() => Int, { description: 'How many wait for their time or their turn.' })
  waiting!: number

  @Field(() => Int, { description: 'How many are being done.' })
  active!: number

  @Field(() => Int, { description: 'How many failed too often and are tried no more.' })
  failed!: number

  @Field(() => DateTime, { nullable: true, description: 'When the next is due; null when none waits.' })
  nextAt!: Instant | null
}

@ObjectType({ description: 'A job that failed too often: it is tried no more until somebody asks for it.' })
export class FailedJob {
  @Field(() => ID, { description: 'Which job.' })
  id!: string

  @Field(() => String, { description: 'Its queue.' })
  queue!: string

  @Field(() => DateTime, { description: 'When it failed for the last time.' })
  failedAt!: Instant

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number

  @Field(() => String, { description: 'What went wrong the last time, without anything of what the clinic keeps.' })
  error!: string
}

@ObjectType({ description: 'Jobs of one queue that come due in the same five minutes.' })
export class DueJobs {
  @Field(() => DateTime, { description: 'When the five minutes begin.' })
  at!: Instant

  @Field(() => String, { description: 'Their queue.' })
  queue!: string

  @Field(() => Int, { description: 'How many.' })
  count!: number
}

@ObjectType({ description: 'What the clinic has done by itself, and will have.' })
export class Jobs {
  @Field(() => [JobQueue], { description: 'Every queue, by name.' })
  queues!: JobQueue[]

  @Field(() => [DueJobs], {
    description: 'What comes due within the hour; what is late counts to the first five minutes.',
  })
  nextHour!: DueJobs[]
}

@InputType({ description: 'A job that is to be done once more.' })
export class RetryJobInput extends Repeatable implements Retry {
  @Field(() => ID, { description: 'Which job.' })
  id!: string

  @Field(() => String, { description: 'Its queue.' })
  queue!: string
}

import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { type RetriedJob, retryJob } from '../../actions/retry-job.ts'
import { countDueJobs, listFailedJobs, listQueues } from '../../db/queries/jobs.ts'
import { contracts } from '../../jobs/contracts.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import { checkFirst } from '../graphql/page.ts'
import { recordResult } from '../records/record-results.ts'
import { FailedJob, Jobs, RetryJobInput } from './jobs.type.ts'

@ObjectType({ description: 'The job is done once more as soon as it is its turn.' })
class JobRetried {
  readonly record!: RetriedJob

  @Field(() => ID, { description: 'Which job.' })
  id(): string {
    return this.record.id
  }
}

const RetryJobResult = recordResult('RetryJobResult', JobRetried)

const HOUR = 60 * 60_000
const queues = contracts.map((each) => each.queue).sort()

@Resolver(() => Jobs)
export class JobsResolver {
  @Query(() => Jobs, { description: 'The jobs of the clinic and of no other.' })
  jobs(@Ctx() context: ApiContext): Promise<Omit<Jobs, 'failures'>> {
    const now = context.services.now()
    return reading(context, 'see_jobs', async (trx, clinicId) => {
      const [known, nextHour] = await Promise.all([
        listQueues(trx, clinicId),
        countDueJobs(trx, clinicId, { now, until: now + HOUR, stepMinutes: 5 }),
      ])
      const byName = new Map(known.map((each) => [each.name, each]))
      const idle = { waiting: 0, active: 0, failed: 0, nextAt: null }
      return { queues: queues.map((name) => byName.get(name) ?? { name, ...idle }), nextHour }
    })
  }

  @FieldResolver(() => [FailedJob], { description: 'Those that are tried no more, the latest first; at most 100.' })
  failures(@Ctx() context: ApiContext, @Arg('first', () => Int) first: number) {
    checkFirst(first)
    return reading(context, 'see_jobs', (trx, clinicId) => listFailedJobs(trx, clinicId, first))
  }

  @Mutation(() => RetryJobResult, { description: 'Has a job done once more that failed too often.' })
  retryJob(@Ctx() context: ApiContext, @Arg('input', () => RetryJobInput) input: RetryJobInput) {
    return retryJob(acting(context), input)
  }
}

import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { SystemContext } from '../actions/context.ts'
import type { FetchText } from '../actions/external-text.ts'
import { quotesData } from '../db/quoting-error.ts'
import { queueErrorOf } from './queue-error.ts'
import { remindClinics } from './remind-clinics.ts'
import type { Sender } from './send/sender.ts'
import type { Task } from './task.ts'
import { expireHoldTask } from './tasks/expire-hold.ts'
import { expirePlaceOfferTask } from './tasks/expire-place-offer.ts'
import { extendEventsTask } from './tasks/extend-events.ts'
import { extendSeriesTask } from './tasks/extend-series.ts'
import { fillSlotsTask } from './tasks/fill-slots.ts'
import { planMessagesTask } from './tasks/plan-messages.ts'
import { readCalendarsTask } from './tasks/read-calendars.ts'
import { sendMessagesTask } from './tasks/send-messages.ts'
import { tidyClinicTask } from './tasks/tidy-clinic.ts'
import { wakeSenders } from './wake-senders.ts'

/** Everything that time brings, but for what reaches out of the building and the filling of freed slots. */
export const tasks: readonly Task[] = [
  expireHoldTask,
  extendSeriesTask,
  extendEventsTask,
  planMessagesTask,
  tidyClinicTask,
  expirePlaceOfferTask,
]

export interface JobsOptions {
  readonly context: Omit<SystemContext, 'requestId'>
  /** As the program connects to the database. */
  readonly url: string
  readonly log: Logger
  readonly tasks?: readonly Task[]
  /** Sends messages; without one none is sent. */
  readonly sender?: Sender
  /** Reads calendars that are kept elsewhere; without one none is read. */
  readonly fetchText?: FetchText
  /** The install's own: offers are made with it. Without it freed slots are left alone. */
  readonly secret?: string
  /** How often each queue is looked at. */
  readonly pollSeconds?: number
}

export interface RunningJobs {
  /** Lets the jobs under way end, but not for long: what is cut off is done again by whoever comes next. */
  stop(): Promise<void>
}

const CONNECTIONS = 4
const LONGEST_STOP = 2_000
/** Jobs are taken so many at a time and done side by side; while there are more, nobody waits for the next look. */
const TOGETHER = { batchSize: 5, burstWhenBatchFull: true, perJobResults: true, includeMetadata: true } as const

/** Begins to do jobs as their time comes. Any number of processes may: each job is done by one of them. */
export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const { url, log, sender, fetchText, secret, pollSeconds = 2 } = options
  let isStopping = false
  const onLost = (error: unknown) =>
    log[isStopping ? 'debug' : 'warn'](
      { err: error },
      'a clinic’s messages could not be sent; they are looked for again',
    )
  const works = [
    ...(options.tasks ?? tasks),
    ...(secret === undefined ? [] : [fillSlotsTask(secret)]),
    ...(sender ? [sendMessagesTask(sender, onLost)] : []),
    ...(fetchText ? [readCalendarsTask(fetchText)] : []),
  ]
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'daybook jobs',
    max: CONNECTIONS,
    // Only the owner may change pg-boss's tables and indexes, which happens when the database is migrated.
    migrate: false,
    reindex: false,
    schedule: false,
  })
  boss.on('error', (told) => {
    // What is cut off by the end of the program is done again by whoever comes next.
    const level = isStopping ? 'debug' : 'error'
    log[level]({ err: queueErrorOf(told) }, 'the job queues cannot be worked off; trying again')
  })
  boss.on('warning', (warning) => log.warn({ reason: warning.message }, 'a warning about the job queues'))
  await boss.start()
  const workers = new Map<string, string[]>()
  const wake = (queue: string) => {
    for (const id of workers.get(queue) ?? []) boss.notifyWorker(id)
  }
  for (const each of works) {
    const { queue } = each.contract
    const how = { ...TOGETHER, pollingIntervalSeconds: Math.min(pollSeconds, each.pollSeconds ?? pollSeconds) }
    const runJob = async (job: JobWithMetadata<unknown>) => {
      const result = await runTask(each, job, { ...options, isStopping: () => isStopping })
      if (each.wakes) wake(each.wakes.queue)
      return result
    }
    const ids: string[] = []
    // Each worker by itself: those that pg-boss starts together cannot all be woken.
    for (let count = 0; count < (each.workers ?? 1); count++)
      ids.push(await boss.work(queue, how, (jobs) => Promise.all(jobs.map(runJob))))
    workers.set(queue, ids)
  }
  const stopReminding = remindClinics(options)
  const stopWaking = sender ? wakeSenders(options) : undefined
  return {
    async stop() {
      isStopping = true
      // What is on its way to a provider ends, or is asked for by whoever comes next.
      const sent = sender?.stop()
      await Promise.all([stopReminding(), stopWaking?.(), stopWithin(LONGEST_STOP, boss, works, sent)])
    },
  }
}

interface RunOptions extends JobsOptions {
  isStopping(): boolean
}

async function runTask(task: Task, job: JobWithMetadata<unknown>, options: RunOptions): Promise<JobResult> {
  const { context, isStopping, log } = options
  const { id } = job
  try {
    await task.run({ ...context, requestId: id }, job.data)
    return { id, status: 'completed' }
  } catch (error) {
    const isLast = job.retryCount >= job.retryLimit
    const what = { err: error, queue: job.name, jobId: id, attempt: job.retryCount + 1 }
    if (isStopping())
      log.info({ queue: job.name, jobId: id }, 'a job was cut off as the program ended; it is done again')
    else if (isLast) log.error(what, 'a job failed and is not tried again')
    else log.warn(what, 'a job failed and will be tried again')
    return { id, status: 'failed', output: keptFailure(error) }
  }
}

/** What the queue keeps of an error: all that hangs on it would be kept as well, rows that Postgres quotes among it. */
function keptFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error'
  return quotesData(error) ? `withheld: it quotes what was given (${error.name})` : error.message
}

async function stopWithin(
  milliseconds: number,
  boss: PgBoss,
  works: readonly Task[],
  sent: Promise<void> | undefined,
): Promise<void> {
  const idle = Promise.all([...works.map((each) => boss.offWork(each.contract.queue)), sent])
  const { promise: late, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  await Promise.race([idle, late])
  clearTimeout(timer)
  await boss.stop({ graceful: false })
}

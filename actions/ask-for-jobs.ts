import type { Trx } from '../db/connect.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { fillSlots, type JobContract, planMessages } from '../jobs/contracts.ts'
import type { SystemContext } from './context.ts'
import { isMarkAction } from './message-mark.ts'

/**
 * What asks for the jobs that those entries call for: the messages of the clinic to be planned, and what became free to be
 * offered. It is to be sent behind the entries: the log's lock keeps whoever writes the next ones from waiting here a second
 * time, and a job that began before waits for that lock, so that it sees what was asked for while it was about to begin.
 */
export async function askForJobs(
  { jobs }: Pick<SystemContext, 'jobs'>,
  clinicId: string,
  entries: readonly LogEntry[],
): Promise<((trx: Trx) => Promise<void>) | undefined> {
  const wanted: JobContract<'clinicId'>[] = []
  if (entries.some(changesPlans)) wanted.push(planMessages)
  if (entries.some(frees)) wanted.push(fillSlots)
  if (wanted.length === 0) return undefined
  const asks = await Promise.all(wanted.map((contract) => jobs.prepare(contract, { clinicId })))
  return async (trx) => void (await Promise.all(asks.map((ask) => ask(trx))))
}

function changesPlans({ kind, action }: LogEntry): boolean {
  return kind === 'reminder_policy' || (kind === 'appointment' && !isMarkAction(action))
}

function frees({ kind, action }: LogEntry): boolean {
  return kind === 'freed_slot' && (action === 'free slot' || action === 'reopen freed slot')
}

import type { Trx } from '../db/connect.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { planMessages } from '../jobs/contracts.ts'
import type { SystemContext } from './context.ts'
import { isMarkAction } from './message-mark.ts'

/**
 * What asks for the messages of a clinic to be planned, where those entries call for it. It is to be sent behind them: the
 * log's lock keeps whoever writes the next ones from waiting here a second time.
 */
export async function askForPlans(
  { jobs }: Pick<SystemContext, 'jobs'>,
  clinicId: string,
  entries: readonly LogEntry[],
): Promise<((trx: Trx) => Promise<void>) | undefined> {
  return entries.some(changesPlans) ? jobs.prepare(planMessages, { clinicId }) : undefined
}

function changesPlans({ kind, action }: LogEntry): boolean {
  return kind === 'reminder_policy' || (kind === 'appointment' && !isMarkAction(action))
}

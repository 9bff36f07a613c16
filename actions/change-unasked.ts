import { inClinic, type Trx } from '../db/connect.ts'
import { appendToLog, type LogEntry } from '../db/queries/log.ts'
import { askForJobs } from './ask-for-jobs.ts'
import { daybookItself, type SystemContext } from './context.ts'
import { expiredEntries } from './hold-log.ts'
import { noteFreed } from './note-freed.ts'

/** One change of a clinic in one transaction that nobody asked for: its time had come. Both logs say that it was Daybook. */
export async function changeUnasked(
  context: SystemContext,
  clinicId: string,
  work: (trx: Trx) => Promise<readonly LogEntry[]>,
): Promise<void> {
  const { requestId } = context
  const seq = await inClinic(context.db, clinicId, async (trx) => {
    const told = [...(await work(trx)), ...expiredEntries(trx)]
    const entries = [...told, ...(await noteFreed(context, trx, clinicId, told))]
    if (entries.length === 0) return undefined
    const origin = { actor: daybookItself, at: context.now(), clientMutationId: undefined, ip: undefined, requestId }
    const ask = await askForJobs(context, clinicId, entries)
    const [last] = await Promise.all([appendToLog(trx, clinicId, origin, entries), ask?.(trx)])
    return last
  })
  if (seq !== undefined) context.announce(clinicId, seq)
}

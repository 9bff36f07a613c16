import { inClinic } from '../db/connect.ts'
import { listClinicsDueBy } from '../db/queries/sending-messages.ts'
import { sendMessages } from './contracts.ts'
import type { JobsOptions } from './schedule.ts'

const EVERY = 30_000
/** An alarm that is on its way rings within that time. */
const GRACE = 20_000

/**
 * Sees to it that messages leave whose alarm was lost: its program was killed with the message in hand, or the queue was
 * emptied. Answers with how to stop.
 */
export function wakeSenders(options: JobsOptions): () => Promise<void> {
  const wake = () =>
    wakeAll(options).catch((error) => options.log.warn({ err: error }, 'due messages were not looked for'))
  let waking = wake()
  const timer = setInterval(() => {
    waking = wake()
  }, EVERY)
  return () => {
    clearInterval(timer)
    return waking
  }
}

async function wakeAll({ context: { db, jobs, now } }: JobsOptions): Promise<void> {
  for (const clinicId of await listClinicsDueBy(db, now() - GRACE))
    await inClinic(db, clinicId, (trx) => jobs.enqueue(trx, sendMessages, { clinicId }))
}

import type { Logger } from 'pino'
import type { SystemContext } from '../actions/context.ts'
import { inClinic } from '../db/connect.ts'
import { listClinicIds } from '../db/queries/clinics.ts'
import { extendEvents, extendSeries, fillSlots, planMessages, readCalendars, tidyClinic } from './contracts.ts'

interface Reminding {
  readonly context: Pick<SystemContext, 'db' | 'jobs'>
  readonly log: Logger
}

const HOUR = 60 * 60_000

/**
 * Sees to it that what is done by the day and by the month is waiting for every clinic: for those that are new, and for
 * those whose job was given up. Answers with how to stop.
 */
export function remindClinics(options: Reminding): () => Promise<void> {
  const remind = () =>
    remindAll(options).catch((error) => options.log.warn({ err: error }, 'the jobs that come again were not asked for'))
  let reminding = remind()
  const timer = setInterval(() => {
    reminding = remind()
  }, HOUR)
  return () => {
    clearInterval(timer)
    return reminding
  }
}

async function remindAll({ context: { db, jobs } }: Reminding): Promise<void> {
  for (const clinicId of await listClinicIds(db))
    await inClinic(db, clinicId, (trx) =>
      Promise.all(
        [tidyClinic, extendSeries, extendEvents, planMessages, readCalendars, fillSlots].map((contract) =>
          jobs.enqueue(trx, contract, { clinicId }),
        ),
      ),
    )
}

import { inClinic } from '../db/connect.ts'
import { listClinicIds } from '../db/queries/clinics.ts'
import { planMessages, tidyClinic } from './contracts.ts'
import type { JobsOptions } from './schedule.ts'

const HOUR = 60 * 60_000

/** Sees to it that what is done daily is waiting for every clinic, those too that are new. Answers with how to stop. */
export function remindClinics(options: JobsOptions): () => Promise<void> {
  const remind = () =>
    remindAll(options).catch((error) => options.log.warn({ err: error }, 'daily jobs were not asked for'))
  let reminding = remind()
  const timer = setInterval(() => {
    reminding = remind()
  }, HOUR)
  return () => {
    clearInterval(timer)
    return reminding
  }
}

async function remindAll({ context: { db, jobs } }: JobsOptions): Promise<void> {
  for (const clinicId of await listClinicIds(db))
    await inClinic(db, clinicId, (trx) =>
      Promise.all([tidyClinic, planMessages].map((contract) => jobs.enqueue(trx, contract, { clinicId }))),
    )
}

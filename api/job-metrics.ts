import { Gauge, type Registry } from 'prom-client'
import type { Db } from '../db/connect.ts'
import { countLateJobs } from '../db/queries/jobs.ts'
import { contracts } from '../jobs/contracts.ts'

const GRACE = 2 * 60_000

/** Whether what time brings is done in all clinics, whichever process is to do it: holds that end, slots that are offered. */
export function watchJobs(registry: Registry, { db, now }: { readonly db: Db; readonly now: () => number }): void {
  new Gauge({
    name: 'daybook_jobs_late',
    help: 'Jobs of all clinics that were due two minutes ago and that nobody has begun, by queue.',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      const late = new Map((await countLateJobs(db, now() - GRACE)).map(({ queue, count }) => [queue, count]))
      for (const { queue } of contracts) this.set({ queue }, late.get(queue) ?? 0)
    },
  })
}

import type { Trx } from '../db/connect.ts'
import { midnightAfterMonths } from '../domain/zone.ts'
import { extendEvents as contract } from '../jobs/contracts.ts'
import type { SystemContext } from './context.ts'

/** Asks for the events of the clinic to be extended in a month; asked before, it is asked once. */
export async function extendEventsLater(
  trx: Trx,
  { jobs, now }: Pick<SystemContext, 'jobs' | 'now'>,
  clinicId: string,
): Promise<void> {
  await jobs.enqueue(trx, contract, { clinicId }, { startAfter: midnightAfterMonths(now(), 1, 'utc') })
}

import { inClinic } from '../db/connect.ts'
import { type CalendarReading, claimDueCalendars, findNextReading } from '../db/queries/calendar-readings.ts'
import { nextReadAt } from '../domain/imported-calendar.ts'
import { readCalendars as contract, type JobIds } from '../jobs/contracts.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'
import { type FetchText, fetchAgain, takeOver } from './external-text.ts'

/** So many servers are asked at once; each may take five seconds. */
const TOGETHER = 8
/** Nobody waits longer for the job of a clinic to end. */
const MOST = 160

/** Reads the clinic's calendars that are due, and asks to be called again when the next one is. */
export async function readCalendars(
  context: SystemContext,
  { clinicId }: JobIds<'clinicId'>,
  fetchText: FetchText,
): Promise<void> {
  for (let read = 0; read < MOST; read += TOGETHER) {
    const due = await claim(context, clinicId)
    await Promise.all(due.map((reading) => readOne(context, clinicId, reading, fetchText)))
    if (due.length < TOGETHER) break
  }
  await inClinic(context.db, clinicId, async (trx) => {
    const startAfter = await findNextReading(trx, clinicId)
    if (startAfter !== undefined) await context.jobs.enqueue(trx, contract, { clinicId }, { startAfter })
  })
}

/** Should the program end meanwhile, they are read an hour later. */
function claim({ db, now }: SystemContext, clinicId: string): Promise<CalendarReading[]> {
  const at = now()
  return inClinic(db, clinicId, (trx) =>
    claimDueCalendars(trx, clinicId, { now: at, until: nextReadAt(at, 0) }, TOGETHER),
  )
}

/** Nothing is locked while its server is asked. */
async function readOne(
  context: SystemContext,
  clinicId: string,
  reading: CalendarReading,
  fetchText: FetchText,
): Promise<void> {
  const fetched = await fetchAgain(reading, fetchText, context.now())
  await changeUnasked(context, clinicId, async (trx) => {
    const read = await takeOver(trx, clinicId, reading, fetched, context.now())
    return read?.log ?? []
  })
}

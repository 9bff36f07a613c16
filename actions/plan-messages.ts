import { inClinic, type Trx } from '../db/connect.ts'
import type { LogEntry } from '../db/queries/log.ts'
import {
  type AppointmentChange,
  awaitLogHead,
  insertMessageCursor,
  listAppointmentChanges,
  lockMessageCursor,
  moveMessageCursor,
  tellOfAllAhead,
} from '../db/queries/message-cursors.ts'
import { listUntoldOfSeries, lockPlans, type PlanRow } from '../db/queries/message-plans.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { type PlanChange, speaksForSeries } from '../domain/message-facts.ts'
import type { JobIds } from '../jobs/contracts.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'
import { isMarkAction, markMessages } from './message-mark.ts'
import { getPlanOptions, type PlannedAppointment, planRows, writePlans } from './plan-appointments.ts'
import { sweepMessages } from './sweep-messages.ts'

/** So many changes are planned in one transaction, and whatever was changed together with the last of them. */
const BATCH = 500

/**
 * Plans what is to be sent about the appointments that changed since it was last done, in the order in which they did, and
 * once a day about all that fall due soon. May run as often as one likes, and be ended anywhere.
 */
export async function planMessages(context: SystemContext, { clinicId }: JobIds<'clinicId'>): Promise<void> {
  const head = await inClinic(context.db, clinicId, (trx) => awaitLogHead(trx, clinicId))
  await inClinic(context.db, clinicId, (trx) => beginPlanning(trx, clinicId, context.now()))
  let isMore = true
  while (isMore) isMore = await planBatch(context, clinicId, head)
  await sweepMessages(context, clinicId)
}

/** What was done in the last minutes before a clinic's first plan is why there is one. */
const RECENT = 10 * MINUTE

/** A clinic that never sent a message begins with what is to come, of which everybody knows, but for the latest. */
async function beginPlanning(trx: Trx, clinicId: string, now: Instant): Promise<void> {
  const begun = await insertMessageCursor(trx, clinicId, now - RECENT)
  if (begun !== undefined) await tellOfAllAhead(trx, clinicId, begun, now)
}

/** True when there is more. */
async function planBatch(context: SystemContext, clinicId: string, upTo: number): Promise<boolean> {
  let isMore = false
  await changeUnasked(context, clinicId, async (trx) => {
    const cursor = await lockMessageCursor(trx, clinicId)
    if (!cursor || cursor.seq >= upTo) return []
    const read = await listAppointmentChanges(trx, clinicId, { after: cursor.seq, upTo }, BATCH + 1)
    const changes = wholeBatch(read)
    isMore = read.length > BATCH
    const seq = isMore ? changes.at(-1)!.seq : upTo
    const log = await planChanges(context, trx, clinicId, changes)
    await moveMessageCursor(trx, clinicId, seq)
    return log
  })
  return isMore
}

/** What one transaction wrote stays together, unless it alone is more than a batch. */
function wholeBatch(changes: readonly AppointmentChange[]): readonly AppointmentChange[] {
  if (changes.length <= BATCH) return changes
  const last = changes.at(-1)!
  const whole = changes.filter((each) => each.at !== last.at)
  return whole.length > 0 ? whole : changes
}

async function planChanges(
  context: SystemContext,
  trx: Trx,
  clinicId: string,
  read: readonly AppointmentChange[],
): Promise<LogEntry[]> {
  const changes = Map.groupBy(
    read.filter((each) => !isMarkAction(each.action)),
    (each) => each.appointmentId,
  )
  if (changes.size === 0) return []
  const now = context.now()
  const options = await getPlanOptions(trx, clinicId, now)
  const rows = await lockPlans(trx, clinicId, [...changes.keys()])
  const last = new Map(rows.flatMap((row) => lastChange(row, changes.get(row.id)!)))
  const planned = planRows(rows, last, options)
  const { changed, cancelled } = await writePlans(context, trx, clinicId, planned, now)
  const heirs = await handOver({ context, trx, clinicId, options }, planned, cancelled)
  const stale = rows.filter((row) => answeredBefore(row, changes.get(row.id)!)).map((each) => each.id)
  return [
    ...(await markMessages(trx, clinicId, 'schedule message', stale, {
      reply: null,
      repliedAt: null,
      lateMinutes: null,
    })),
    ...(await markMessages(trx, clinicId, 'schedule message', [...changed, ...heirs])),
  ]
}

interface Planning {
  readonly context: SystemContext
  readonly trx: Trx
  readonly clinicId: string
  readonly options: Awaited<ReturnType<typeof getPlanOptions>>
}

/** Where a message will not leave that was to speak for others of a series, the next of them speaks for the rest. */
async function handOver(
  { context, trx, clinicId, options }: Planning,
  planned: readonly PlannedAppointment[],
  cancelled: ReadonlySet<string>,
): Promise<readonly string[]> {
  const silenced = planned.filter(({ row }) =>
    row.standing.some((each) => cancelled.has(each.id) && speaksForSeries(each)),
  )
  const bySeries = new Map(silenced.flatMap(({ row, facts }) => (row.seriesId ? [[row.seriesId, facts.change]] : [])))
  if (bySeries.size === 0) return []
  const rows = await lockPlans(
    trx,
    clinicId,
    await listUntoldOfSeries(trx, clinicId, [...bySeries.keys()], options.now),
  )
  const changes = new Map(
    rows.map((row) => {
      const { byTherapistId } = bySeries.get(row.seriesId!) ?? {}
      const together = `${row.seriesId} ${options.now}`
      return [row.id, { at: options.now, by: 'member' as const, together, ...(byTherapistId && { byTherapistId }) }]
    }),
  )
  return (await writePlans(context, trx, clinicId, planRows(rows, changes, options), options.now)).changed
}

/** The last of the changes from which anybody sees that the appointment is another. */
function lastChange(row: PlanRow, changes: readonly AppointmentChange[]): [string, PlanChange][] {
  const change = changes.findLast(matters)
  if (!change) return []
  const { at, by, byTherapistId } = change
  const own = by === 'client' ? undefined : changes.findLast((each) => each.by === 'client' && matters(each))
  const together = row.seriesId === null ? undefined : `${row.seriesId} ${at}`
  const known: PlanChange = {
    ...{ at, by },
    ...(byTherapistId && { byTherapistId }),
    ...(together && { together }),
    ...(own && { afterOwn: madeOf(own) }),
  }
  return [[row.id, known]]
}

function madeOf({ at, removed, resourceIds, startsAt }: AppointmentChange): PlanChange['afterOwn'] {
  const [therapistId] = resourceIds
  if (removed || !startsAt || therapistId === undefined) return { startsAt: null, therapistId: null, at }
  return { startsAt: startsAt.getTime(), therapistId, at }
}

function matters(change: AppointmentChange): boolean {
  const { action, removed, wasStartsAt } = change
  return removed || !wasStartsAt || action === 'put back appointment' || isElsewhere(change)
}

function isElsewhere({ startsAt, wasStartsAt, resourceIds, wasResourceIds }: AppointmentChange): boolean {
  if (!startsAt || !wasStartsAt) return false
  return startsAt.getTime() !== wasStartsAt.getTime() || resourceIds[0] !== wasResourceIds[0]
}

/** Whether what the client answered was about a time that somebody else has given it up for since. */
function answeredBefore({ repliedAt }: PlanRow, changes: readonly AppointmentChange[]): boolean {
  return repliedAt !== null && changes.some((each) => each.by !== 'client' && each.at > repliedAt && isElsewhere(each))
}

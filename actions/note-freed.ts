import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import type { AppointmentRow, ResourceRow } from '../db/queries/book.ts'
import { getClinic } from '../db/queries/clinics.ts'
import type { ClosureRow } from '../db/queries/closures.ts'
import type { SessionRow } from '../db/queries/event-sessions.ts'
import { type FreedSlotRow, insertFreed, listLeft, type NewFreedSlot } from '../db/queries/freed-slots.ts'
import type { ExceptionRow } from '../db/queries/hours-exceptions.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { listResources } from '../db/queries/resources.ts'
import type { TimeOff } from '../db/queries/time-off.ts'
import { freedByChange } from '../domain/freed-time.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { addDays, instantOf } from '../domain/zone.ts'
import type { SystemContext } from './context.ts'
import { freedEntry } from './waitlist-log.ts'

/** New hours are looked through so far ahead. */
const REACH = 14 * 24 * 60 * MINUTE

/** What became free because somebody moved up is noted with the chain it belongs to, by whoever moved her. */
export const MOVED_UP = 'move up appointment'
export const GIVEN_UP = 'give up appointment'
/** Nothing becomes free by what is taken back: all is as it was. */
export const UNDONE_BOOKING = 'undo booking from waitlist'

const UNNOTED: ReadonlySet<string> = new Set([MOVED_UP, GIVEN_UP, UNDONE_BOOKING])

type NewTime = Omit<NewFreedSlot, 'id' | 'chainId' | 'link'>

/**
 * Notes, in the transaction that freed it, the time that those entries leave. Answers with what the logs say of it, which
 * calls for it to be offered to whoever waits.
 */
export async function noteFreed(
  { now: clock }: Pick<SystemContext, 'now'>,
  trx: Trx,
  clinicId: string,
  entries: readonly LogEntry[],
): Promise<LogEntry[]> {
  const now = clock()
  const times: NewTime[] = entries.flatMap((each) => freedBy(each, now))
  for (const each of entries) {
    if (each.kind === 'hours_exception') times.push(...(await opened(trx, clinicId, each, now)))
    if (each.kind === 'closure') times.push(...(await reopened(trx, clinicId, each, now)))
  }
  if (times.length === 0) return []
  const slots = times.map((each) => ({ ...each, id: uuidv7(), chainId: uuidv7(), link: 1 }))
  const noted = await insertFreed(trx, clinicId, slots, now)
  return noted.map((each) => freedEntry('free slot', undefined, each))
}

/** Notes what is left of a freed slot that was filled in part, for whoever it is long enough: it belongs to the same chain. */
export async function noteRest(
  trx: Trx,
  clinicId: string,
  { appointmentId, cause, chainId, id, link, roomId, therapistId }: FreedSlotRow,
  now: Instant,
): Promise<LogEntry[]> {
  const left = await listLeft(trx, clinicId, id, now)
  if (left.length === 0) return []
  const same = { therapistId, roomId, cause, appointmentId, chainId, link }
  const slots = left.map(({ end, start }) => ({ ...same, id: uuidv7(), startsAt: start, endsAt: end }))
  return (await insertFreed(trx, clinicId, slots, now)).map((each) => freedEntry('free slot', undefined, each))
}

function freedBy({ action, after, before, kind }: LogEntry, now: Instant): NewTime[] {
  if (kind === 'appointment' && before && after && !UNNOTED.has(action))
    return ofAppointment(before as AppointmentRow, after as AppointmentRow, now)
  if (kind === 'session' && before && after) return ofSession(before as SessionRow, after as SessionRow, now)
  if (kind === 'time_off' && before && after) return ofTimeOff(before as TimeOff, after as TimeOff, now)
  if (kind === 'therapist' && before && after) return ofHours(before as ResourceRow, after as ResourceRow, now)
  return []
}

function ofAppointment(before: AppointmentRow, after: AppointmentRow, now: Instant): NewTime[] {
  // What marks an appointment says nothing of where it stands.
  if (before.therapistId === undefined || after.therapistId === undefined) return []
  const { id, roomId, therapistId } = before
  return freedByChange(before, after, now).map(({ cause, end, start }) => ({
    ...{ therapistId, roomId, startsAt: start, endsAt: end, cause, appointmentId: id },
  }))
}

/** A session that is cancelled, moved or given by another leaves the time of each who gave it. */
function ofSession(before: SessionRow, after: SessionRow, now: Instant): NewTime[] {
  // Who comes says nothing of when it is.
  if (before.facilitatorIds === undefined || after.facilitatorIds === undefined) return []
  const taking = (therapistId: string, { endsAt, facilitatorIds, roomId, startsAt, status }: SessionRow) => ({
    ...{ therapistId: facilitatorIds.includes(therapistId) ? therapistId : '', roomId, startsAt, endsAt },
    status: status === 'cancelled' ? ('cancelled' as const) : ('booked' as const),
  })
  return before.facilitatorIds.flatMap((therapistId) =>
    freedByChange(taking(therapistId, before), taking(therapistId, after), now).map(({ cause, end, start }) => ({
      ...{ therapistId, roomId: before.roomId, startsAt: start, endsAt: end, cause, appointmentId: null },
    })),
  )
}

function ofTimeOff(before: TimeOff, after: TimeOff, now: Instant): NewTime[] {
  if (before.status !== 'approved' || after.status === 'approved') return []
  const { endsAt, resourceId, startsAt } = before
  return wideTime(resourceId, 'time_off', { start: Math.max(startsAt, now), end: Math.min(endsAt, now + REACH) })
}

function ofHours(before: ResourceRow, after: ResourceRow, now: Instant): NewTime[] {
  const had = new Set((before.weeklyHours ?? []).map((each) => JSON.stringify(each)))
  const isMore = (after.weeklyHours ?? []).some((each) => !had.has(JSON.stringify(each)))
  return isMore ? wideTime(after.id, 'hours', { start: now, end: now + REACH }) : []
}

/** A date that is open where it was not, or not closed any more. */
async function opened(trx: Trx, clinicId: string, entry: LogEntry, now: Instant): Promise<NewTime[]> {
  const [before, after] = [entry.before as ExceptionRow | null, entry.after as ExceptionRow | null]
  const opens = after?.kind === 'open' ? after : before?.kind === 'closed' ? before : undefined
  if (!opens) return []
  const { zone } = await getClinic(trx, clinicId)
  const start = instantOf(opens.date, '00:00', zone)
  const end = instantOf(addDays(opens.date, 1), '00:00', zone)
  return wideTime(opens.resourceId, 'hours', { start: Math.max(start, now), end: Math.min(end, now + REACH) })
}

/** The days of a closure that is lifted or no longer what it was, with everybody; what stays closed is found out then. */
async function reopened(trx: Trx, clinicId: string, { after, before }: LogEntry, now: Instant): Promise<NewTime[]> {
  const [was, is] = [before as ClosureRow | null, after as ClosureRow | null]
  const closedBy = (row: ClosureRow | null) => row && [row.startsOn, row.endsOn, row.startTime, row.endTime].join(' ')
  if (!was || closedBy(was) === closedBy(is)) return []
  const { zone } = await getClinic(trx, clinicId)
  const start = Math.max(instantOf(was.startsOn, '00:00', zone), now)
  const end = Math.min(instantOf(addDays(was.endsOn, 1), '00:00', zone), now + REACH)
  const therapists = await listResources(trx, clinicId, { kind: 'therapist', activeOnly: true })
  return therapists.flatMap(({ id }) => wideTime(id, 'hours', { start, end }))
}

function wideTime(
  therapistId: string,
  cause: 'time_off' | 'hours',
  { end, start }: { readonly start: Instant; readonly end: Instant },
): NewTime[] {
  return start < end ? [{ therapistId, roomId: null, startsAt: start, endsAt: end, cause, appointmentId: null }] : []
}

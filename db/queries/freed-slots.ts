import { type RawBuilder, sql } from 'kysely'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { FreedCause, FreedStatus } from '../../domain/waitlist-entry.ts'
import type { Trx } from '../connect.ts'
import { type NamedResource, resourceTables } from './book.ts'
import { asColumns, asJson, milliseconds, namedResourceFields } from './fields.ts'

/** Time of a therapist that became free, and what became of it, as the table has it. */
export interface FreedSlotRow {
  readonly id: string
  readonly version: number
  readonly therapistId: string
  readonly roomId: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly cause: FreedCause
  /** Whose time it was. */
  readonly appointmentId: string | null
  /** The same for all that became free because somebody moved up. */
  readonly chainId: string
  /** The first of a chain is 1. */
  readonly link: number
  readonly status: FreedStatus
  /** Not looked at before then. */
  readonly lookAt: Instant
  /** The appointment that took it. */
  readonly filledBy: string | null
  readonly endedAt: Instant | null
  readonly createdAt: Instant
}

/** A freed slot with whom it is and where. */
export interface FreedSlot extends FreedSlotRow {
  readonly therapist: NamedResource
  readonly room: NamedResource | null
  /** Somebody has taken it, or holds it, who was not offered it: what is left is too short for anybody who waits. */
  readonly isTaken: boolean
  /** The longest stretch of it that nobody has; all of it for hours, in which there may be several; null for none. */
  readonly free: Interval | null
}

const resourceOf = (column: string) => sql`(select ${asJson(namedResourceFields)} from ${resourceTables}
  where r.clinic_id = f.clinic_id and r.id = ${sql.raw(column)})`

/** What stands in a freed slot f: nothing lasts longer than a day, so that the start alone can be looked up. */
const standingIn = sql`occupancies o on o.clinic_id = f.clinic_id and o.resource_id = f.therapist_id
  and o.starts_at < f.ends_at and o.ends_at > f.starts_at and o.starts_at > f.starts_at - interval '24 hours'`

/** What is left of it, stretch by stretch. */
const stretches = sql`unnest(tstzmultirange(tstzrange(f.starts_at, f.ends_at)) - coalesce(
  (select range_agg(o.during) from (select) as one join ${standingIn}), '{}')) stretch`

/** The shortest that anybody waits for. */
const least = (clinicId: RawBuilder<unknown>) => sql`coalesce((select min(y.minutes) from waitlist_entries e
    join appointment_types y on y.clinic_id = e.clinic_id and y.id = e.type_id
    where e.clinic_id = ${clinicId} and e.status in ('waiting', 'offered')), 15) * interval '1 minute'`

/** Stretches of time are not taken by what stands somewhere in them, nor what still has room for somebody. */
const isTaken = sql`(case when f.status = 'open' and f.cause not in ('hours', 'time_off') then
    exists (select from (select) as one join ${standingIn})
    and not exists (select from ${stretches} where upper(stretch) - lower(stretch) >= ${least(sql`f.clinic_id`)})
  else false end)`

const intervalOf = (start: string, end: string) =>
  sql.raw(`json_build_object('start', ${milliseconds(start)}, 'end', ${milliseconds(end)})`)

const free = sql`case when f.cause in ('hours', 'time_off') then ${intervalOf('f.starts_at', 'f.ends_at')} else (
  select ${intervalOf('lower(stretch)', 'upper(stretch)')} from ${stretches}
  order by upper(stretch) - lower(stretch) desc, lower(stretch) limit 1) end`

/** Freed slots are f. */
const freedFields = {
  id: 'f.id',
  version: 'f.version',
  therapistId: 'f.therapist_id',
  roomId: 'f.room_id',
  startsAt: milliseconds('f.starts_at'),
  endsAt: milliseconds('f.ends_at'),
  cause: 'f.cause',
  appointmentId: 'f.appointment_id',
  chainId: 'f.chain_id',
  link: 'f.link',
  status: 'f.status',
  lookAt: milliseconds('f.look_at'),
  filledBy: 'f.filled_by',
  endedAt: milliseconds('f.ended_at'),
  createdAt: milliseconds('f.created_at'),
}

export async function listFreedSlots(trx: Trx, clinicId: string, ids: readonly string[]): Promise<FreedSlot[]> {
  if (ids.length === 0) return []
  return freedWhere(trx, sql`f.clinic_id = ${clinicId} and f.id = any(${ids}::uuid[])`)
}

export async function findFreedSlot(trx: Trx, clinicId: string, id: string): Promise<FreedSlot | undefined> {
  const [row] = await listFreedSlots(trx, clinicId, [id])
  return row
}

/** The same, locked. What it takes is locked before, as everywhere. */
export async function lockFreedSlot(trx: Trx, clinicId: string, id: string): Promise<FreedSlot | undefined> {
  await sql`select from freed_slots where clinic_id = ${clinicId} and id = ${id} for no key update`.execute(trx)
  return findFreedSlot(trx, clinicId, id)
}

/** Those open that are to be looked at by then, in the order in which they became free. */
export function listFreedDue(trx: Trx, clinicId: string, now: Instant): Promise<FreedSlot[]> {
  return freedWhere(trx, sql`f.clinic_id = ${clinicId} and f.status = 'open' and f.look_at <= ${new Date(now)}`)
}

/** Those with that status, or all, the latest first, after that place. */
export function listFreedPage(
  trx: Trx,
  clinicId: string,
  {
    after,
    first,
    statuses,
  }: {
    readonly statuses: readonly FreedStatus[] | null
    readonly first: number
    readonly after: { readonly createdAt: Instant; readonly id: string } | undefined
  },
): Promise<FreedSlot[]> {
  const beyond = after ? sql`and (f.created_at, f.id) < (${new Date(after.createdAt)}, ${after.id}::uuid)` : sql``
  const wanted = statuses && [...statuses]
  return freedWhere(
    trx,
    sql`f.clinic_id = ${clinicId} and (${wanted}::text[] is null
      or case when ${isTaken} then 'filled' else f.status end = any(${wanted}::text[])) ${beyond}`,
    sql`f.created_at desc, f.id desc limit ${first}`,
  )
}

async function freedWhere(
  trx: Trx,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`f.created_at, f.id`,
): Promise<FreedSlot[]> {
  const { rows } = await sql<FreedSlot>`
    select ${asColumns(freedFields)}, ${resourceOf('f.therapist_id')} as therapist, ${resourceOf('f.room_id')} as room,
      ${isTaken} as "isTaken", ${free} as free
    from freed_slots f where ${condition} order by ${order}`.execute(trx)
  return rows
}

export type NewFreedSlot = Pick<
  FreedSlotRow,
  'id' | 'therapistId' | 'roomId' | 'startsAt' | 'endsAt' | 'cause' | 'appointmentId' | 'chainId' | 'link'
>

/**
 * Notes what became free, where somebody waits and the clinic wants it filled; of what is no therapist's nothing. Answers
 * with what was noted.
 */
export async function insertFreed(
  trx: Trx,
  clinicId: string,
  slots: readonly NewFreedSlot[],
  now: Instant,
): Promise<FreedSlotRow[]> {
  const rows = slots.map((each) => ({
    ...{ id: each.id, therapist_id: each.therapistId, room_id: each.roomId, cause: each.cause, link: each.link },
    ...{ starts_at: new Date(each.startsAt), ends_at: new Date(each.endsAt), chain_id: each.chainId },
    appointment_id: each.appointmentId,
  }))
  const at = sql`${new Date(now)}::timestamptz`
  const { rows: noted } = await sql<FreedSlotRow>`
    insert into freed_slots as f (clinic_id, id, therapist_id, room_id, starts_at, ends_at, cause, appointment_id, chain_id,
      link, look_at, created_at, updated_at)
    select ${clinicId}, n.id, n.therapist_id, n.room_id, n.starts_at, n.ends_at, n.cause, n.appointment_id, n.chain_id, n.link,
      ${at}, ${at}, ${at}
    from jsonb_populate_recordset(null::freed_slots, ${JSON.stringify(rows)}::jsonb) n
    join therapists t on t.clinic_id = ${clinicId} and t.id = n.therapist_id
    where exists (select from waitlist_entries where clinic_id = ${clinicId} and status in ('waiting', 'offered'))
      and coalesce((select mode from waitlist_policies where clinic_id = ${clinicId}), 'offer') <> 'off'
    returning ${asColumns(freedFields)}`.execute(trx)
  return noted
}

/** Writes where it stands, one version on. */
export async function updateFreed(
  trx: Trx,
  clinicId: string,
  { endedAt, filledBy, id, lookAt, status }: Pick<FreedSlotRow, 'id' | 'status' | 'lookAt' | 'filledBy' | 'endedAt'>,
  now: Instant,
): Promise<void> {
  await sql`
    update freed_slots set status = ${status}, look_at = ${new Date(lookAt)}, filled_by = ${filledBy},
      ended_at = ${endedAt === null ? null : new Date(endedAt)}, version = version + 1, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

/** When the first of those ends that hold some of its time; undefined where nothing there ends by itself. */
export async function findHeldUntil(trx: Trx, clinicId: string, id: string): Promise<Instant | undefined> {
  const { rows } = await sql<{ until: Instant | null }>`
    select ${sql.raw(milliseconds('min(h.expires_at)'))} as until
    from freed_slots f join ${standingIn} join slot_holds h on h.clinic_id = o.clinic_id and h.id = o.hold_id
    where f.clinic_id = ${clinicId} and f.id = ${id}`.execute(trx)
  return rows[0]?.until ?? undefined
}

/** The one that is being filled there then, if any. */
export async function findFreedAt(
  trx: Trx,
  clinicId: string,
  { endsAt, startsAt, therapistId }: Pick<FreedSlotRow, 'therapistId' | 'startsAt' | 'endsAt'>,
): Promise<FreedSlotRow | undefined> {
  const [row] = await freedWhere(
    trx,
    sql`f.clinic_id = ${clinicId} and f.therapist_id = ${therapistId} and f.status in ('open', 'offered')
      and f.starts_at < ${new Date(endsAt)} and f.ends_at > ${new Date(startsAt)}
      and f.cause not in ('time_off', 'hours')`,
  )
  return row
}

/** The one that the appointment took, if any. */
export async function findFilledBy(trx: Trx, clinicId: string, appointmentId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from freed_slots where clinic_id = ${clinicId} and filled_by = ${appointmentId} and status = 'filled'
    order by ended_at desc limit 1`.execute(trx)
  return rows[0]?.id
}

/** Forgets what became of those that ended before then and that no offer is about. */
export async function deleteOldFreed(trx: Trx, clinicId: string, before: Instant): Promise<void> {
  await sql`
    delete from freed_slots f where f.clinic_id = ${clinicId} and f.ended_at < ${new Date(before)}
      and not exists (select from waitlist_offers o where o.clinic_id = f.clinic_id and o.freed_id = f.id)`.execute(trx)
}

/** What was put off is looked at now: what put it off may be no more. */
export async function wakeFreed(trx: Trx, clinicId: string, now: Instant): Promise<void> {
  const at = new Date(now)
  await sql`
    update freed_slots set look_at = ${at} where clinic_id = ${clinicId} and status = 'open' and look_at > ${at}`.execute(
    trx,
  )
}

/** It is not looked at before then; nothing else of it changes. */
export async function postponeFreed(trx: Trx, clinicId: string, id: string, until: Instant): Promise<void> {
  await sql`
    update freed_slots set look_at = ${new Date(until)}
    where clinic_id = ${clinicId} and id = ${id} and status = 'open'`.execute(trx)
}

/** The stretches still to come of a slot that nobody has and that are long enough for somebody who waits. */
export async function listLeft(trx: Trx, clinicId: string, id: string, now: Instant): Promise<Interval[]> {
  const start = sql`greatest(lower(stretch), ${new Date(now)}::timestamptz)`
  const { rows } = await sql<Interval>`
    select (date_part('epoch', ${start}) * 1000)::bigint as start, ${sql.raw(milliseconds('upper(stretch)'))} as "end"
    from freed_slots f cross join lateral ${stretches}
    where f.clinic_id = ${clinicId} and f.id = ${id} and upper(stretch) - ${start} >= ${least(sql`${clinicId}`)}
    order by lower(stretch)`.execute(trx)
  return rows
}

/** Those still ahead that nobody was found for, locked; so are those that somebody is being looked for. */
export async function lockPassed(trx: Trx, clinicId: string, now: Instant): Promise<FreedSlot[]> {
  const ahead = sql`f.clinic_id = ${clinicId} and f.status in ('open', 'passed') and f.ends_at > ${new Date(now)}
    and (f.cause in ('hours', 'time_off') or f.starts_at > ${new Date(now)})`
  await sql`select from freed_slots f where ${ahead} order by f.id for no key update`.execute(trx)
  return freedWhere(trx, sql`${ahead} and f.status = 'passed'`, sql`f.starts_at, f.id limit ${MOST_REOPENED}`)
}

/** More than are ever ahead, but for a clinic that changes its hours all day. */
const MOST_REOPENED = 500

/** Those are looked at again from now on, one version on; answers with what they are. */
export async function reopenFreed(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
  now: Instant,
): Promise<FreedSlotRow[]> {
  const at = new Date(now)
  const { rows } = await sql<FreedSlotRow>`
    update freed_slots as f set status = 'open', ended_at = null, look_at = ${at}, version = version + 1, updated_at = ${at}
    where f.clinic_id = ${clinicId} and f.id = any(${ids}::uuid[]) returning ${asColumns(freedFields)}`.execute(trx)
  return rows
}

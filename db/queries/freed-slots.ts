import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
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
}

const resourceOf = (column: string) => sql`(select ${asJson(namedResourceFields)} from ${resourceTables}
  where r.clinic_id = f.clinic_id and r.id = ${sql.raw(column)})`

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

/** Those that are to be looked at by then, in the order in which they became free. */
export function listFreedDue(trx: Trx, clinicId: string, now: Instant): Promise<FreedSlot[]> {
  return freedWhere(
    trx,
    sql`f.clinic_id = ${clinicId} and f.status in ('open', 'offered') and f.look_at <= ${new Date(now)}`,
  )
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
    sql`f.clinic_id = ${clinicId} and (${wanted}::text[] is null or f.status = any(${wanted}::text[])) ${beyond}`,
    sql`f.created_at desc, f.id desc limit ${first}`,
  )
}

async function freedWhere(
  trx: Trx,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`f.created_at, f.id`,
): Promise<FreedSlot[]> {
  const { rows } = await sql<FreedSlot>`
    select ${asColumns(freedFields)}, ${resourceOf('f.therapist_id')} as therapist, ${resourceOf('f.room_id')} as room
    from freed_slots f where ${condition} order by ${order}`.execute(trx)
  return rows
}

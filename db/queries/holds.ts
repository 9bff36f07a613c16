import { type RawBuilder, sql } from 'kysely'
import type { HoldStatus } from '../../domain/hold.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { type AppointmentTypeRow, type NamedResource, resourceTables } from './book.ts'
import { asColumns, asJson, holdFields, namedResourceFields, typeFields } from './fields.ts'
import type { LogActor } from './log.ts'

/** A hold as the table has it, instants as numbers. Who may do something with it is proved by its token alone. */
export interface HoldRow {
  readonly id: string
  readonly version: number
  readonly status: HoldStatus
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly typeId: string
  readonly therapistId: string
  readonly roomId: string | null
  readonly clientId: string | null
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly expiresAt: Instant
  readonly extended: boolean
  readonly heldBy: LogActor
}

/** A hold with everything it names. */
export interface Hold extends HoldRow {
  readonly therapist: NamedResource
  readonly room: NamedResource | null
  readonly type: AppointmentTypeRow
}

const resourceOf = (column: string) => sql`(select ${asJson(namedResourceFields)} from ${resourceTables}
  where r.clinic_id = s.clinic_id and r.id = ${sql.raw(column)})`

/** Holds are s. */
const holdColumns: RawBuilder<Hold> = sql`${asColumns(holdFields)}, ${resourceOf('s.therapist_id')} as therapist,
  ${resourceOf('s.room_id')} as room, (select ${asJson(typeFields)} from appointment_types y
    where y.clinic_id = s.clinic_id and y.id = s.type_id) as type`

/** Those holds, whatever became of them. */
export async function listHolds(trx: Trx, clinicId: string, ids: readonly string[]): Promise<Hold[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Hold>`
    select ${holdColumns} from slot_holds s where s.clinic_id = ${clinicId} and s.id = any(${ids}::uuid[])`.execute(trx)
  return rows
}

/** What the hold takes and how long; undefined for one that is not there or, when a token is given, has another. */
export async function findHold(
  trx: Trx,
  clinicId: string,
  id: string,
  tokenHash?: Buffer,
): Promise<HoldRow | undefined> {
  const { rows } = await sql<HoldRow>`
    select ${asColumns(holdFields)} from slot_holds s where s.clinic_id = ${clinicId} and s.id = ${id}
      and (${tokenHash ?? null}::bytea is null or s.token_hash = ${tokenHash ?? null})`.execute(trx)
  return rows[0]
}

/** Whoever holds takes turns with itself, so that two requests at once cannot both be the last it may make. */
export async function lockHolder(trx: Trx, clinicId: string, owner: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${clinicId} ${owner}`}, 0))`.execute(trx)
}

/** What the owner has not given back. */
export async function listHoldsOfOwner(trx: Trx, clinicId: string, owner: string): Promise<HoldRow[]> {
  const { rows } = await sql<HoldRow>`
    select ${asColumns(holdFields)} from slot_holds s
    where s.clinic_id = ${clinicId} and s.owner = ${owner} and s.status = 'held' order by s.id`.execute(trx)
  return rows
}

/** The same, locked: nobody else ends it meanwhile. What it takes is locked before, as everywhere. */
export async function lockHoldsOfOwner(trx: Trx, clinicId: string, owner: string): Promise<HoldRow[]> {
  await sql`
    select from slot_holds where clinic_id = ${clinicId} and owner = ${owner} and status = 'held'
    order by id for no key update`.execute(trx)
  return listHoldsOfOwner(trx, clinicId, owner)
}

/** How many slots the owner holds then. */
export async function countHolds(trx: Trx, clinicId: string, owner: string, now: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from slot_holds
    where clinic_id = ${clinicId} and status = 'held' and expires_at > ${new Date(now)} and owner = ${owner}`.execute(
    trx,
  )
  return rows[0]!.count
}

/** How many slots are held from that network then, and when the first of them is free again. */
export async function countHoldsFrom(
  trx: Trx,
  clinicId: string,
  network: Buffer,
  now: Instant,
): Promise<{ readonly count: number; readonly firstEnd: Instant | null }> {
  const { rows } = await sql<{ count: number; firstEnd: Instant | null }>`
    select count(*) as count, (date_part('epoch', min(expires_at)) * 1000)::bigint as "firstEnd" from slot_holds
    where clinic_id = ${clinicId} and status = 'held' and expires_at > ${new Date(now)}
      and network = ${network}`.execute(trx)
  return rows[0]!
}

export interface NewHold extends HoldRow {
  readonly owner: string
  readonly tokenHash: Buffer
  /** From where somebody of the public holds it, as a hash. */
  readonly network?: Buffer
}

/** The hold and the time it takes of each resource, guarded by the exclusion constraint. */
export async function insertHold(trx: Trx, clinicId: string, row: NewHold, now: Instant): Promise<void> {
  const resourceIds = row.roomId ? [row.therapistId, row.roomId] : [row.therapistId]
  const [startsAt, endsAt, at] = [new Date(row.startsAt), new Date(row.endsAt), new Date(now)]
  const held = sql`
    insert into slot_holds (clinic_id, id, type_id, therapist_id, room_id, client_id, starts_at, ends_at,
      buffer_before_minutes, buffer_after_minutes, expires_at, held_by_kind, held_by_id, held_by_name, owner, token_hash,
      network, created_at, updated_at)
    values (${clinicId}, ${row.id}, ${row.typeId}, ${row.therapistId}, ${row.roomId}, ${row.clientId}, ${startsAt},
      ${endsAt}, ${row.bufferBeforeMinutes}, ${row.bufferAfterMinutes}, ${new Date(row.expiresAt)}, ${row.heldBy.kind},
      ${row.heldBy.id}, ${row.heldBy.name}, ${row.owner}, ${row.tokenHash}, ${row.network ?? null}, ${at}, ${at})`.execute(
    trx,
  )
  const taken = sql`
    insert into occupancies (clinic_id, resource_id, during, kind, hold_id, type_id, buffer_before_minutes,
      buffer_after_minutes)
    select ${clinicId}, resource_id, tstzrange(${startsAt}, ${endsAt}, '[)'), 'hold', ${row.id}, ${row.typeId}::uuid,
      ${row.bufferBeforeMinutes}::smallint, ${row.bufferAfterMinutes}::smallint
    from unnest(${resourceIds}::uuid[]) as resource_id`.execute(trx)
  await Promise.all([held, taken])
}

/** Writes until when it is held, one version on. */
export async function extendHoldRow(
  trx: Trx,
  clinicId: string,
  id: string,
  expiresAt: Instant,
  now: Instant,
): Promise<void> {
  await sql`
    update slot_holds set expires_at = ${new Date(expiresAt)}, extended = true, version = version + 1,
      updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

/** The hold ends, unless it has already, and its resources are free. */
export async function endHold(
  trx: Trx,
  clinicId: string,
  id: string,
  status: Exclude<HoldStatus, 'held'>,
  now: Instant,
): Promise<void> {
  await sql`
    with freed as (delete from occupancies where clinic_id = ${clinicId} and hold_id = ${id})
    update slot_holds set status = ${status}, version = version + 1, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${id} and status = 'held'`.execute(trx)
}

/** What the hold takes is the appointment's from now on, without a moment in which it was nobody's. */
export async function giveOccupancies(
  trx: Trx,
  clinicId: string,
  holdId: string,
  appointmentId: string,
  lane: number,
): Promise<void> {
  await sql`
    update occupancies set kind = 'appointment', appointment_id = ${appointmentId}, hold_id = null, lane = ${lane}
    where clinic_id = ${clinicId} and hold_id = ${holdId}`.execute(trx)
}

/** The holds in the window that still stand then, by their start; only what takes one of the resources when those are given. */
export async function listHoldsWithin(
  trx: Trx,
  clinicId: string,
  { window, now, resourceIds }: { window: Interval; now: Instant; resourceIds?: readonly string[] },
): Promise<Hold[]> {
  const ids = resourceIds ?? null
  const { rows } = await sql<Hold>`
    select ${holdColumns} from slot_holds s
    where s.clinic_id = ${clinicId} and s.status = 'held' and s.expires_at > ${new Date(now)}
      and s.starts_at < ${new Date(window.end)} and s.ends_at > ${new Date(window.start)}
      and (${ids}::uuid[] is null or s.therapist_id = any(${ids}::uuid[]) or s.room_id = any(${ids}::uuid[]))
    order by s.starts_at, s.id`.execute(trx)
  return rows
}

/** Forgets the holds that ended before then. */
export async function deleteEndedHolds(trx: Trx, clinicId: string, before: Instant): Promise<void> {
  await sql`
    delete from slot_holds
    where clinic_id = ${clinicId} and status <> 'held' and updated_at < ${new Date(before)}`.execute(trx)
}

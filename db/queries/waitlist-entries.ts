import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { ReferralSource, Urgency, WaitlistSource, WaitlistStatus, Wishes } from '../../domain/waitlist-entry.ts'
import type { Trx } from '../connect.ts'
import { type AppointmentTypeRow, type ClientRow, type NamedResource, resourceTables } from './book.ts'
import { asColumns, asJson, clientFields, milliseconds, namedResourceFields, typeFields } from './fields.ts'

/** Somebody's wish for a slot, or a sooner one than she has, as the table has it. */
export interface WaitlistEntryRow extends Wishes {
  readonly id: string
  readonly version: number
  readonly clientId: string
  readonly typeId: string
  readonly urgency: Urgency
  readonly referralSource: ReferralSource | null
  readonly payer: string | null
  readonly note: string | null
  readonly scoreOverride: number | null
  readonly overrideReason: string | null
  readonly overriddenBy: string | null
  readonly status: WaitlistStatus
  readonly source: WaitlistSource
  /** The one she has and would give up for it. */
  readonly appointmentId: string | null
  readonly bookedAppointmentId: string | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
  /** When it left the list, whatever became of it. */
  readonly endedAt: Instant | null
}

/** An entry with everything it names. */
export interface WaitlistEntry extends WaitlistEntryRow {
  readonly client: ClientRow
  readonly type: AppointmentTypeRow
  readonly therapists: readonly NamedResource[] | null
}

/** Entries are e. */
const entryFields = {
  id: 'e.id',
  version: 'e.version',
  clientId: 'e.client_id',
  typeId: 'e.type_id',
  therapistIds: 'to_json(e.therapist_ids)',
  skill: 'e.skill',
  days: 'to_json(e.days)',
  parts: 'to_json(e.parts)',
  fromOn: 'e.from_on',
  untilOn: 'e.until_on',
  noticeMinutes: 'e.notice_minutes',
  urgency: 'e.urgency',
  referralSource: 'e.referral_source',
  payer: 'e.payer',
  note: 'e.note',
  scoreOverride: 'e.score_override',
  overrideReason: 'e.override_reason',
  overriddenBy: 'e.overridden_by',
  status: 'e.status',
  source: 'e.source',
  appointmentId: 'e.appointment_id',
  bookedAppointmentId: 'e.booked_appointment_id',
  createdAt: milliseconds('e.created_at'),
  updatedAt: milliseconds('e.updated_at'),
  endedAt: milliseconds('e.ended_at'),
}

const entryColumns = sql`${asColumns(entryFields)},
  (select ${asJson(clientFields)} from clients c where c.clinic_id = e.clinic_id and c.id = e.client_id) as client,
  (select ${asJson(typeFields)} from appointment_types y where y.clinic_id = e.clinic_id and y.id = e.type_id) as type,
  case when e.therapist_ids is not null then (
    select coalesce(json_agg(${asJson(namedResourceFields)} order by r.position, r.name), '[]') from ${resourceTables}
    where r.clinic_id = e.clinic_id and r.id = any(e.therapist_ids)) end as therapists`

/** Those entries, in the order of the ids; ids that are not there are left out. */
export async function listEntries(trx: Trx, clinicId: string, ids: readonly string[]): Promise<WaitlistEntry[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<WaitlistEntry>`
    select ${entryColumns} from waitlist_entries e
    where e.clinic_id = ${clinicId} and e.id = any(${ids}::uuid[])`.execute(trx)
  const byId = new Map(rows.map((each) => [each.id, each]))
  return ids.map((id) => byId.get(id)).filter((each) => each !== undefined)
}

export async function findEntry(trx: Trx, clinicId: string, id: string): Promise<WaitlistEntry | undefined> {
  const [entry] = await listEntries(trx, clinicId, [id])
  return entry
}

/** The same, locked: nobody else changes it before this transaction ends. Resources and clients are locked before. */
export async function lockEntry(trx: Trx, clinicId: string, id: string): Promise<WaitlistEntry | undefined> {
  await sql`
    select from waitlist_entries where clinic_id = ${clinicId} and id = ${id} for no key update`.execute(trx)
  return findEntry(trx, clinicId, id)
}

export interface EntryFilter {
  readonly statuses: readonly WaitlistStatus[]
  readonly typeId?: string | null
  /** Would come to this therapist: named, or no therapist is. */
  readonly therapistId?: string | null
  readonly urgency?: Urgency | null
  readonly source?: WaitlistSource | null
  readonly clientId?: string | null
  /** In the client's name. */
  readonly search?: string | null
}

/** What a list of entries is put in order by. */
export interface RankedEntry
  extends Pick<WaitlistEntryRow, 'id' | 'urgency' | 'referralSource' | 'createdAt' | 'updatedAt' | 'scoreOverride'> {}

/** All that fit the filter, with what they are ranked by. */
export async function listRankable(trx: Trx, clinicId: string, filter: EntryFilter): Promise<RankedEntry[]> {
  const { rows } = await sql<RankedEntry>`
    select ${rankedColumns} from waitlist_entries e
    where ${fitting(clinicId, filter)} limit ${MOST_RANKED}`.execute(trx)
  return rows
}

/** So many that fit the filter, the latest changed first, after that place. */
export async function listLatest(
  trx: Trx,
  clinicId: string,
  filter: EntryFilter,
  {
    after,
    first,
  }: { readonly first: number; readonly after: { readonly updatedAt: Instant; readonly id: string } | undefined },
): Promise<RankedEntry[]> {
  const at = after && new Date(after.updatedAt)
  const beyond = after ? sql`and e.updated_at <= ${at} and (e.updated_at < ${at} or e.id > ${after.id}::uuid)` : sql``
  const { rows } = await sql<RankedEntry>`
    select ${rankedColumns} from waitlist_entries e
    where ${fitting(clinicId, filter)} ${beyond} order by e.updated_at desc, e.id limit ${first}`.execute(trx)
  return rows
}

const { id, urgency, referralSource, createdAt, updatedAt, scoreOverride } = entryFields
const rankedColumns = asColumns({ id, urgency, referralSource, createdAt, updatedAt, scoreOverride })

function fitting(clinicId: string, filter: EntryFilter): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [
    sql`e.clinic_id = ${clinicId} and e.status = any(${[...filter.statuses]}::text[])`,
  ]
  const { therapistId } = filter
  if (filter.typeId != null) conditions.push(sql`e.type_id = ${filter.typeId}`)
  if (therapistId != null)
    conditions.push(sql`(e.therapist_ids is null or ${therapistId}::uuid = any(e.therapist_ids))`)
  if (filter.urgency != null) conditions.push(sql`e.urgency = ${filter.urgency}`)
  if (filter.source != null) conditions.push(sql`e.source = ${filter.source}`)
  if (filter.clientId != null) conditions.push(sql`e.client_id = ${filter.clientId}`)
  if (filter.search)
    conditions.push(sql`exists (select from clients c where c.clinic_id = e.clinic_id and c.id = e.client_id
      and position(lower(${filter.search}) in lower(c.name)) > 0)`)
  return sql.join(conditions, sql` and `)
}

/** More than any clinic has on its list. */
const MOST_RANKED = 10_000

export async function insertEntry(trx: Trx, clinicId: string, row: WaitlistEntryRow): Promise<void> {
  await sql`
    insert into waitlist_entries (clinic_id, id, client_id, type_id, therapist_ids, skill, days, parts, from_on, until_on,
      notice_minutes, urgency, referral_source, payer, note, source, appointment_id, created_at, updated_at)
    values (${clinicId}, ${row.id}, ${row.clientId}, ${row.typeId}, ${listOf(row.therapistIds)}::uuid[], ${row.skill},
      ${listOf(row.days)}::smallint[], ${listOf(row.parts)}::text[], ${row.fromOn}::date, ${row.untilOn}::date,
      ${row.noticeMinutes}, ${row.urgency}, ${row.referralSource}, ${row.payer}, ${row.note}, ${row.source},
      ${row.appointmentId}, ${new Date(row.createdAt)}, ${new Date(row.updatedAt)})`.execute(trx)
}

/** Writes what may change of an entry, one version on. The row must be locked. */
export async function updateEntry(trx: Trx, clinicId: string, row: WaitlistEntryRow, now: Instant): Promise<void> {
  await sql`
    update waitlist_entries set type_id = ${row.typeId}, therapist_ids = ${listOf(row.therapistIds)}::uuid[],
      skill = ${row.skill}, days = ${listOf(row.days)}::smallint[], parts = ${listOf(row.parts)}::text[],
      from_on = ${row.fromOn}::date, until_on = ${row.untilOn}::date, notice_minutes = ${row.noticeMinutes},
      urgency = ${row.urgency}, referral_source = ${row.referralSource}, payer = ${row.payer}, note = ${row.note},
      score_override = ${row.scoreOverride}, override_reason = ${row.overrideReason}, overridden_by = ${row.overriddenBy},
      status = ${row.status}, appointment_id = ${row.appointmentId}, booked_appointment_id = ${row.bookedAppointmentId},
      ended_at = ${row.endedAt === null ? null : new Date(row.endedAt)}, version = version + 1,
      updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${row.id}`.execute(trx)
}

function listOf<T>(list: readonly T[] | null): T[] | null {
  return list && [...list]
}

/** Somebody whose wish is not what it was. */
export interface OverEntry {
  readonly id: string
  readonly clientId: string
  /** Her last date is over, or she has had what she would have given up; else that was only cancelled. */
  readonly isOver: boolean
}

/** Those who wait for nothing any more, or have nothing any more that they would give up. */
export async function listOver(
  trx: Trx,
  clinicId: string,
  { now, today }: { readonly now: Instant; readonly today: string },
): Promise<OverEntry[]> {
  const isCancelled = sql`a.status in ('cancelled', 'entered_in_error')`
  const isOver = sql`(coalesce(e.until_on < ${today}::date, false)
    or coalesce(a.starts_at <= ${new Date(now)} and not ${isCancelled}, false))`
  const { rows } = await sql<OverEntry>`
    select e.id, e.client_id as "clientId", ${isOver} as "isOver" from waitlist_entries e
      left join appointments a on a.clinic_id = e.clinic_id and a.id = e.appointment_id
    where e.clinic_id = ${clinicId} and e.status = 'waiting' and (${isOver} or ${isCancelled})
    order by e.id limit 1000`.execute(trx)
  return rows
}

import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Db, Trx } from '../connect.ts'
import { keepingAnswer, type RepeatKey } from './mutation-answers.ts'

export type ItemKind =
  | 'appointment'
  | 'time_off'
  | 'hold'
  | 'series'
  | 'client'
  | 'therapist'
  | 'room'
  | 'location'
  | 'closure'
  | 'hours_exception'
  | 'appointment_type'
  | 'member'
  | 'api_key'
  | 'clinic'
  | 'message_template'
  | 'reminder_policy'
  | 'message'
  | 'job'
  | 'event'
  | 'session'
  | 'image'
  | 'registration'
  | 'group_member'
  | 'attendance'
  | 'feed'
  | 'external_calendar'
  | 'waitlist_entry'
  | 'waitlist_offer'
  | 'freed_slot'
  | 'waitlist_policy'
  | 'booking_settings'

export interface LogActor {
  readonly kind: 'member' | 'partner' | 'client' | 'system'
  readonly id: string | null
  readonly name: string
}

/** Where in the calendar an item stands, or stood. */
export interface Place {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly resourceIds: readonly string[]
}

/** What happened to one thing: becomes an entry of the change log and an entry of the audit log. */
export interface LogEntry {
  /** Verb and noun, "book appointment". */
  readonly action: string
  readonly kind: ItemKind
  readonly id: string
  readonly version: number
  readonly removed?: boolean
  readonly place?: Place
  readonly was?: Place
  readonly before: unknown
  readonly after: unknown
  /** Who did it, when not whoever made the change that it comes with. */
  readonly actor?: LogActor
}

export interface LogOrigin {
  readonly actor: LogActor
  readonly at: Instant
  readonly clientMutationId: string | undefined
  readonly ip: string | undefined
  readonly requestId: string
}

/**
 * Writes the change and audit entries in one statement, and the answer for repeats of the same request. Takes the
 * clinic's log lock until commit, so it comes last. Answers with the number of the last change; undefined for none.
 */
export async function appendToLog(
  trx: Trx,
  clinicId: string,
  origin: LogOrigin,
  entries: readonly LogEntry[],
  answer?: { key: RepeatKey; json: string },
): Promise<number | undefined> {
  const changes = entries.map((entry) => changeRow(entry, origin))
  const audits = entries.map((entry) => ({
    ...actorColumns(entry.actor ?? origin.actor),
    action: entry.action,
    subject_kind: entry.kind,
    subject_id: entry.id,
    before: entry.before ?? null,
    after: entry.after ?? null,
  }))
  const at = new Date(origin.at)
  const { rows } = await sql<{ seq: number | null }>`
    with logged as (
      insert into changes (clinic_id, at, action, item_kind, item_id, item_version, removed, actor_kind, actor_id, actor_name,
        client_mutation_id, starts_at, ends_at, resource_ids, was_starts_at, was_ends_at, was_resource_ids)
      select ${clinicId}, ${at}, c.action, c.item_kind, c.item_id, c.item_version, c.removed, c.actor_kind, c.actor_id,
        c.actor_name, c.client_mutation_id, c.starts_at, c.ends_at, c.resource_ids, c.was_starts_at, c.was_ends_at,
        c.was_resource_ids
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(action text, item_kind text, item_id uuid,
        item_version int, removed boolean, actor_kind text, actor_id uuid, actor_name text, client_mutation_id text,
        starts_at timestamptz, ends_at timestamptz, resource_ids uuid[],
        was_starts_at timestamptz, was_ends_at timestamptz, was_resource_ids uuid[])
      returning seq
    ), audited as (
      insert into audit_entries (clinic_id, at, actor_kind, actor_id, actor_name, ip, request_id, action, subject_kind,
        subject_id, before, after)
      select ${clinicId}, ${at}, e.actor_kind, e.actor_id, e.actor_name, ${origin.ip ?? null}, ${origin.requestId},
        e.action, e.subject_kind, e.subject_id, e.before, e.after
      from jsonb_to_recordset(${JSON.stringify(audits)}::jsonb) as e(actor_kind text, actor_id uuid, actor_name text,
        action text, subject_kind text, subject_id uuid, before jsonb, after jsonb)
    ) ${answer ? sql`, answered as (${keepingAnswer(clinicId, answer.key, answer.json)})` : sql``}
    select max(seq) as seq from logged`.execute(trx)
  return rows[0]!.seq ?? undefined
}

function changeRow(entry: LogEntry, origin: LogOrigin) {
  return {
    ...actorColumns(entry.actor ?? origin.actor),
    // What somebody else did on the way is no echo of the caller's own.
    client_mutation_id: entry.actor ? null : (origin.clientMutationId ?? null),
    action: entry.action,
    item_kind: entry.kind,
    item_id: entry.id,
    item_version: entry.version,
    removed: entry.removed ?? false,
    ...placeColumns('', entry.place),
    ...placeColumns('was_', entry.was),
  }
}

function actorColumns(actor: LogActor) {
  return { actor_kind: actor.kind, actor_id: actor.id, actor_name: actor.name }
}

function placeColumns(prefix: '' | 'was_', place: Place | undefined) {
  return {
    [`${prefix}starts_at`]: place ? new Date(place.startsAt) : null,
    [`${prefix}ends_at`]: place ? new Date(place.endsAt) : null,
    [`${prefix}resource_ids`]: place?.resourceIds ?? [],
  }
}

export interface ChangeRow {
  readonly seq: number
  readonly at: Instant
  readonly action: string
  readonly kind: ItemKind
  readonly id: string
  readonly version: number
  readonly removed: boolean
  readonly actor: LogActor
  readonly clientMutationId: string | undefined
  readonly place: Place | undefined
  readonly was: Place | undefined
}

interface ChangeColumns {
  seq: number
  at: Date
  action: string
  item_kind: ItemKind
  item_id: string
  item_version: number
  removed: boolean
  actor_kind: LogActor['kind']
  actor_id: string | null
  actor_name: string
  client_mutation_id: string | null
  starts_at: Date | null
  ends_at: Date | null
  resource_ids: string[]
  was_starts_at: Date | null
  was_ends_at: Date | null
  was_resource_ids: string[]
}

/** The changes after that number, oldest first. */
export async function listChanges(trx: Trx, clinicId: string, after: number, limit: number): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeColumns>`
    select seq, at, action, item_kind, item_id, item_version, removed, actor_kind, actor_id, actor_name, client_mutation_id,
      starts_at, ends_at, resource_ids, was_starts_at, was_ends_at, was_resource_ids
    from changes where clinic_id = ${clinicId} and seq > ${after} order by seq limit ${limit}`.execute(trx)
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at.getTime(),
    action: row.action,
    kind: row.item_kind,
    id: row.item_id,
    version: row.item_version,
    removed: row.removed,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    clientMutationId: row.client_mutation_id ?? undefined,
    place: placeOf(row.starts_at, row.ends_at, row.resource_ids),
    was: placeOf(row.was_starts_at, row.was_ends_at, row.was_resource_ids),
  }))
}

function placeOf(startsAt: Date | null, endsAt: Date | null, resourceIds: string[]): Place | undefined {
  return startsAt && endsAt ? { startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), resourceIds } : undefined
}

/** The reach of the log: the number of the last change, and of the oldest still kept. */
export async function getLogReach(trx: Trx, clinicId: string): Promise<{ head: number; oldest: number }> {
  const { rows } = await sql<{ head: number; oldest: number | null }>`
    select change_seq as head, (select min(seq) from changes where clinic_id = ${clinicId}) as oldest
    from log_heads where clinic_id = ${clinicId}`.execute(trx)
  const reach = rows[0]
  return { head: reach?.head ?? 0, oldest: reach?.oldest ?? 1 }
}

/** Who changed the thing last, and when; undefined when the audit log does not know it. */
export async function findLastEditor(
  trx: Trx,
  clinicId: string,
  subjectId: string,
): Promise<{ name: string; at: Instant } | undefined> {
  const { rows } = await sql<{ actor_name: string; at: Date }>`
    select actor_name, at from audit_entries where clinic_id = ${clinicId} and subject_id = ${subjectId}
    order by seq desc limit 1`.execute(trx)
  const last = rows[0]
  return last && { name: last.actor_name, at: last.at.getTime() }
}

/** Of these clinics, those whose log has grown past the number known. */
export async function listGrown(
  db: Db,
  known: readonly { clinicId: string; seq: number }[],
): Promise<{ clinicId: string; seq: number }[]> {
  const { rows } = await sql<{ clinic_id: string; seq: number }>`
    select clinic_id, seq from grown_logs(${known.map((each) => each.clinicId)}::uuid[], ${known.map((each) => each.seq)}::bigint[])
  `.execute(db)
  return rows.map((row) => ({ clinicId: row.clinic_id, seq: row.seq }))
}

/** Hints to every process that logs have grown. Sent on their own, never in a transaction that made a change. */
export async function notifyChanges(db: Db, channel: string, payloads: readonly string[]): Promise<void> {
  await sql`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) payload`.execute(db)
}

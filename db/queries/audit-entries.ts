import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import type { AppointmentRow } from './book.ts'
import type { LogActor, LogOrigin } from './log.ts'

export interface AuditEntryRow {
  readonly seq: number
  readonly at: Instant
  readonly actor: LogActor
  readonly ip: string | null
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  /** JSON text. */
  readonly before: string | null
  /** JSON text. */
  readonly after: string | null
  /** Hexadecimal. */
  readonly hash: string
}

type AuditColumns = Omit<AuditEntryRow, 'at' | 'actor'> & {
  readonly at: Date
  readonly actor_kind: LogActor['kind']
  readonly actor_id: string | null
  readonly actor_name: string
}

export interface AuditPlace {
  readonly subjectId?: string
  /** Entries older than this one. */
  readonly beforeSeq?: number
  readonly limit: number
}

/** Who did what, the newest first. */
export async function listAuditEntries(
  trx: Trx,
  clinicId: string,
  { subjectId, beforeSeq, limit }: AuditPlace,
): Promise<AuditEntryRow[]> {
  const ofSubject = subjectId ? sql`and subject_id = ${subjectId}` : sql``
  const older = beforeSeq === undefined ? sql`` : sql`and seq < ${beforeSeq}`
  const { rows } = await sql<AuditColumns>`
    select seq, at, actor_kind, actor_id, actor_name, ip, action, subject_kind as "subjectKind",
      subject_id as "subjectId", before::text, after::text, encode(hash, 'hex') as hash
    from audit_entries where clinic_id = ${clinicId} ${ofSubject} ${older} order by seq desc limit ${limit}`.execute(
    trx,
  )
  return rows.map(({ at, actor_kind, actor_id, actor_name, ...row }) => ({
    ...row,
    at: at.getTime(),
    actor: { kind: actor_kind, id: actor_id, name: actor_name },
  }))
}

/** What the booking of an entry from the waitlist wrote of an appointment: how it stood before, null for one that is new, and the version it came to. */
export async function findBookedFromWaitlist(
  trx: Trx,
  clinicId: string,
  entryId: string,
  appointmentId: string,
): Promise<{ readonly before: AppointmentRow | null; readonly version: number } | undefined> {
  const { rows } = await sql<{ before: AppointmentRow | null; version: number }>`
    with booked as (
      select seq, request_id from audit_entries
      where clinic_id = ${clinicId} and subject_id = ${entryId} and action = 'book from waitlist' order by seq desc limit 1
    )
    select a.before, (a.after->>'version')::integer as version from audit_entries a, booked b
    where a.clinic_id = ${clinicId} and a.subject_id = ${appointmentId} and a.subject_kind = 'appointment'
      and a.request_id = b.request_id and a.seq < b.seq
    order by a.seq desc limit 1`.execute(trx)
  return rows[0]
}

/** Keeps that somebody asked for something that is not there, or is another clinic's. */
export async function insertMissed(
  trx: Trx,
  clinicId: string,
  { actor, at, ip, requestId }: Omit<LogOrigin, 'clientMutationId'>,
  missed: { action: string; kind: string; id: string },
): Promise<void> {
  await sql`
    insert into audit_entries (clinic_id, at, actor_kind, actor_id, actor_name, ip, request_id, action, subject_kind, subject_id)
    values (${clinicId}, ${new Date(at)}, ${actor.kind}, ${actor.id}, ${actor.name}, ${ip ?? null}, ${requestId},
      ${missed.action}, ${missed.kind}, ${missed.id})`.execute(trx)
}

/** Keeps that somebody read what is written of the clients of those appointments, unless it is kept since then already. */
export async function insertReads(
  trx: Trx,
  clinicId: string,
  { actor, at, ip, requestId }: Omit<LogOrigin, 'clientMutationId'>,
  { action, appointmentIds, since }: { action: string; appointmentIds: readonly string[]; since: Instant },
): Promise<void> {
  await sql`
    insert into audit_entries (clinic_id, at, actor_kind, actor_id, actor_name, ip, request_id, action, subject_kind, subject_id)
    select ${clinicId}, ${new Date(at)}, ${actor.kind}, ${actor.id}, ${actor.name}, ${ip ?? null}, ${requestId}, ${action},
      'client', read.client_id
    from (select distinct client_id from appointments
      where clinic_id = ${clinicId} and id = any(${appointmentIds}::uuid[])) read
    where not exists (select from audit_entries e where e.clinic_id = ${clinicId} and e.subject_id = read.client_id
      and e.action = ${action} and e.actor_kind = ${actor.kind} and e.actor_id is not distinct from ${actor.id}::uuid
      and e.at > ${new Date(since)})
    order by read.client_id`.execute(trx)
}

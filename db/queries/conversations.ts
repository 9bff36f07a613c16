import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { milliseconds } from './fields.ts'

/** What the clinic and the client wrote to each other about an appointment. */
export interface ConversationRow {
  readonly id: string
  readonly appointmentId: string
  readonly author: { readonly kind: 'member' | 'client'; readonly id: string; readonly name: string }
  readonly text: string
  readonly writtenAt: Instant
  /** When the other side read it; null while it has not. */
  readonly readAt: Instant | null
}

/** What was written about those appointments, the oldest first. */
export async function listConversations(
  trx: Trx,
  clinicId: string,
  appointmentIds: readonly string[],
): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select id, appointment_id as "appointmentId", body as text,
      json_build_object('kind', author_kind, 'id', author_id, 'name', author_name) as author,
      ${sql.raw(milliseconds('written_at'))} as "writtenAt", ${sql.raw(milliseconds('read_at'))} as "readAt"
    from appointment_messages where clinic_id = ${clinicId} and appointment_id = any(${appointmentIds}::uuid[])
    order by written_at, id`.execute(trx)
  return rows
}

export async function insertWritten(trx: Trx, clinicId: string, row: Omit<ConversationRow, 'readAt'>): Promise<void> {
  await sql`
    insert into appointment_messages (clinic_id, id, appointment_id, author_kind, author_id, author_name, body, written_at)
    values (${clinicId}, ${row.id}, ${row.appointmentId}, ${row.author.kind}, ${row.author.id}, ${row.author.name},
      ${row.text}, ${new Date(row.writtenAt)})`.execute(trx)
}

/** What that side wrote about the appointment is read by the other; answers how much was not before. */
export async function markRead(
  trx: Trx,
  clinicId: string,
  appointmentId: string,
  writtenBy: 'member' | 'client',
  now: Instant,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update appointment_messages set read_at = ${new Date(now)}
    where clinic_id = ${clinicId} and appointment_id = ${appointmentId} and author_kind = ${writtenBy}
      and read_at is null`.execute(trx)
  return Number(numAffectedRows)
}

/** Whoever writes about the appointment, or reads what was written, waits for whoever does. */
export async function lockConversation(trx: Trx, clinicId: string, appointmentId: string): Promise<void> {
  await sql`
    select from appointments where clinic_id = ${clinicId} and id = ${appointmentId} for no key update`.execute(trx)
}

/** The card tells every screen that its conversation has gone on, though it looks as before. */
export async function raiseMark(trx: Trx, clinicId: string, appointmentId: string): Promise<void> {
  await sql`
    update appointments set messages_version = messages_version + 1
    where clinic_id = ${clinicId} and id = ${appointmentId}`.execute(trx)
}

/** Who is told that there is something to read, and where. */
export interface NoticeWanted {
  readonly id: string
  readonly appointmentId: string
  readonly to: 'client' | 'therapist'
  readonly dueAt: Instant
}

/**
 * An e-mail that says that something was written, without the text, to whoever it was written for: unless one waits
 * already, there is no address, or the client does not want e-mail. False when there is none to send.
 */
export async function insertNotice(trx: Trx, clinicId: string, notice: NoticeWanted, now: Instant): Promise<boolean> {
  const { id, appointmentId, to } = notice
  const [dueAt, at] = [new Date(notice.dueAt), new Date(now)]
  const { numAffectedRows } = await sql`
    with reader as (
      select a.id, a.version, a.starts_at, a.client_id, case when ${to} = 'client' then c.language else 'en' end as language,
        ${addressOf(sql`${to}`)} as recipient
      from appointments a join clients c on c.clinic_id = a.clinic_id and c.id = a.client_id
      where a.clinic_id = ${clinicId} and a.id = ${appointmentId}
    )
    insert into messages (clinic_id, id, kind, channel, audience, recipient, language, appointment_id, appointment_version,
      about_starts_at, client_id, copy, due_at, attempt_at, created_at, updated_at)
    select ${clinicId}, ${id}, 'conversation', 'email', ${to}, r.recipient, r.language, r.id, r.version, r.starts_at,
      r.client_id, (
        select count(*) from messages m where m.clinic_id = ${clinicId} and m.appointment_id = r.id
          and m.kind = 'conversation'), ${dueAt}, ${dueAt}, ${at}, ${at}
    from reader r
    where r.recipient is not null and not exists (
      select from messages m where m.clinic_id = ${clinicId} and m.appointment_id = r.id and m.kind = 'conversation'
        and m.audience = ${to} and m.status = 'scheduled')
    on conflict on constraint messages_once do nothing`.execute(trx)
  return numAffectedRows === 1n
}

/**
 * Brings the notices up to date with where their readers are reached now, and answers with those addresses: null for a
 * reader who is reached no longer, or does not wish to be.
 */
export async function readdressNotices(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; recipient: string | null }>`
    with reader as (
      select m.id, ${addressOf(sql`m.audience`)} as recipient
      from messages m join appointments a on a.clinic_id = m.clinic_id and a.id = m.appointment_id
        join clients c on c.clinic_id = a.clinic_id and c.id = a.client_id
      where m.clinic_id = ${clinicId} and m.id = any(${ids}::uuid[])
    ), readdressed as (
      update messages m set recipient = r.recipient from reader r
      where m.clinic_id = ${clinicId} and m.id = r.id and r.recipient <> m.recipient
    )
    select id, recipient from reader`.execute(trx)
  return new Map(rows.map((each) => [each.id, each.recipient]))
}

/** Where e-mail reaches that side of the conversation, if it may: appointments are a, their clients c. */
function addressOf(side: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`case when ${side} = 'client'
    then (case when c.archived_at is null and 'email' = any(c.consents) then c.email end)
    else (
      select b.email from members b where b.clinic_id = a.clinic_id and b.therapist_id = a.therapist_id
        and b.archived_at is null order by b.created_at, b.id limit 1) end`
}

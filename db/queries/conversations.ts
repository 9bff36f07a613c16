import { sql } from 'kysely'
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

import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { milliseconds } from './fields.ts'

export interface ProofMessage {
  readonly id: string
  readonly bookingId: string
  readonly recipient: string
  readonly language: string
}

/** Schedules the mail by which an address proves itself. */
export async function insertProofMessage(
  trx: Trx,
  clinicId: string,
  message: ProofMessage,
  now: Instant,
): Promise<void> {
  const { bookingId, id, language, recipient } = message
  const at = new Date(now)
  await sql`
    insert into messages (clinic_id, id, kind, channel, audience, recipient, language, booking_id, due_at, attempt_at,
      created_at, updated_at)
    values (${clinicId}, ${id}, 'booking_proof', 'email', 'client', ${recipient}, ${language}, ${bookingId}, ${at}, ${at},
      ${at}, ${at})`.execute(trx)
}

/** What a mail is about that asks an address to prove itself. */
export interface AskedProof {
  readonly messageId: string
  readonly bookingId: string
  readonly name: string
  readonly email: string
  readonly zone: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly typeName: string
  readonly therapistName: string
}

/** What those messages are about. */
export async function listAskedProofs(
  trx: Trx,
  clinicId: string,
  messageIds: readonly string[],
): Promise<AskedProof[]> {
  if (messageIds.length === 0) return []
  const { rows } = await sql<AskedProof>`
    select m.id as "messageId", b.id as "bookingId", b.name, b.email, b.zone,
      ${sql.raw(milliseconds('s.starts_at'))} as "startsAt", ${sql.raw(milliseconds('s.ends_at'))} as "endsAt",
      ${sql.raw(milliseconds('b.created_at'))} as "createdAt", ${sql.raw(milliseconds('b.expires_at'))} as "expiresAt",
      y.name as "typeName", r.name as "therapistName"
    from messages m
      join public_bookings b on b.clinic_id = m.clinic_id and b.id = m.booking_id
      join slot_holds s on s.clinic_id = b.clinic_id and s.id = b.hold_id
      join appointment_types y on y.clinic_id = s.clinic_id and y.id = s.type_id
      join resources r on r.clinic_id = s.clinic_id and r.id = s.therapist_id
    where m.clinic_id = ${clinicId} and m.id = any(${messageIds}::uuid[])`.execute(trx)
  return rows
}

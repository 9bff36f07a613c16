import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { ProofKind } from '../../domain/message.ts'
import type { DayPart } from '../../domain/waitlist-entry.ts'
import type { LocalDate } from '../../domain/zone.ts'
import type { Trx } from '../connect.ts'
import { milliseconds } from './fields.ts'

interface ProofMail {
  readonly id: string
  readonly recipient: string
  readonly language: string
}

export interface ProofMessage extends ProofMail {
  readonly bookingId: string
}

export interface WaitProofMessage extends ProofMail {
  readonly waitId: string
}

/** Schedules the mail by which an address proves itself. */
export function insertProofMessage(trx: Trx, clinicId: string, message: ProofMessage, now: Instant): Promise<void> {
  return insertMail(trx, clinicId, { ...message, kind: 'booking_proof', waitId: null }, now)
}

/** The same, of whoever asks to be put on the waitlist. */
export function insertWaitProofMessage(
  trx: Trx,
  clinicId: string,
  message: WaitProofMessage,
  now: Instant,
): Promise<void> {
  return insertMail(trx, clinicId, { ...message, kind: 'waitlist_proof', bookingId: null }, now)
}

interface Mail extends ProofMail {
  readonly kind: ProofKind
  readonly bookingId: string | null
  readonly waitId: string | null
}

async function insertMail(
  trx: Trx,
  clinicId: string,
  { bookingId, id, kind, language, recipient, waitId }: Mail,
  now: Instant,
): Promise<void> {
  const at = new Date(now)
  await sql`
    insert into messages (clinic_id, id, kind, channel, audience, recipient, language, booking_id, wait_id, due_at,
      attempt_at, created_at, updated_at)
    values (${clinicId}, ${id}, ${kind}, 'email', 'client', ${recipient}, ${language}, ${bookingId}, ${waitId}, ${at}, ${at},
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

/** What a mail is about that asks an address to prove itself before somebody comes to the waitlist. */
export interface AskedWait {
  readonly messageId: string
  readonly waitId: string
  readonly name: string
  readonly email: string
  readonly zone: string
  readonly days: readonly number[] | null
  readonly parts: readonly DayPart[] | null
  readonly untilOn: LocalDate | null
  readonly expiresAt: Instant
  readonly typeName: string
  /** Null for anybody. */
  readonly therapistName: string | null
}

/** What those messages are about. */
export async function listAskedWaits(trx: Trx, clinicId: string, messageIds: readonly string[]): Promise<AskedWait[]> {
  if (messageIds.length === 0) return []
  const { rows } = await sql<AskedWait>`
    select m.id as "messageId", w.id as "waitId", w.name, w.email, w.zone, to_json(w.days) as days,
      to_json(w.parts) as parts, w.until_on as "untilOn", ${sql.raw(milliseconds('w.expires_at'))} as "expiresAt",
      y.name as "typeName", r.name as "therapistName"
    from messages m
      join public_waits w on w.clinic_id = m.clinic_id and w.id = m.wait_id
      join appointment_types y on y.clinic_id = w.clinic_id and y.id = w.type_id
      left join resources r on r.clinic_id = w.clinic_id and r.id = w.therapist_id
    where m.clinic_id = ${clinicId} and m.id = any(${messageIds}::uuid[])`.execute(trx)
  return rows
}

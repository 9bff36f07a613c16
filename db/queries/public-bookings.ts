import { sql } from 'kysely'
import { type BookedLately, since } from '../../domain/booking-limits.ts'
import type { IntakeAnswer, IntakeQuestion } from '../../domain/intake.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import type { ClientRow } from './book.ts'
import { asColumns, asJson, clientFields, milliseconds } from './fields.ts'

/** What somebody of the public typed who booked, and what became of it. */
export interface PublicBookingRow {
  readonly id: string
  readonly status: 'pending' | 'booked'
  readonly holdId: string
  readonly appointmentId: string | null
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly language: string
  readonly zone: string
  readonly answers: readonly IntakeAnswer[]
  /** What was agreed to, when it was booked. */
  readonly consent: string | null
  readonly createdAt: Instant
  /** Of one that waits for its e-mail to prove itself. */
  readonly expiresAt: Instant
  readonly bookedAt: Instant | null
  /** When its address proved itself. */
  readonly provedAt: Instant | null
}

/** Bookings are b. */
const bookingFields = {
  id: 'b.id',
  status: 'b.status',
  holdId: 'b.hold_id',
  appointmentId: 'b.appointment_id',
  name: 'b.name',
  email: 'b.email',
  phone: 'b.phone',
  language: 'b.language',
  zone: 'b.zone',
  answers: 'b.answers',
  consent: 'b.consent',
  createdAt: milliseconds('b.created_at'),
  expiresAt: milliseconds('b.expires_at'),
  bookedAt: milliseconds('b.booked_at'),
  provedAt: milliseconds('b.proved_at'),
}

export async function findBookingOfHold(
  trx: Trx,
  clinicId: string,
  holdId: string,
): Promise<PublicBookingRow | undefined> {
  const { rows } = await sql<PublicBookingRow>`
    select ${asColumns(bookingFields)} from public_bookings b
    where b.clinic_id = ${clinicId} and b.hold_id = ${holdId}`.execute(trx)
  return rows[0]
}

/** The booking that waits for the link with that token, or has been proved by it. */
export async function findBookingByToken(
  trx: Trx,
  clinicId: string,
  id: string,
  tokenHash: Buffer,
): Promise<PublicBookingRow | undefined> {
  const { rows } = await sql<PublicBookingRow>`
    select ${asColumns(bookingFields)} from public_bookings b
    where b.clinic_id = ${clinicId} and b.id = ${id} and b.token_hash = ${tokenHash}`.execute(trx)
  return rows[0]
}

/** Of those appointments that were booked from outside. */
export async function listBookingsOf(
  trx: Trx,
  clinicId: string,
  appointmentIds: readonly string[],
): Promise<PublicBookingRow[]> {
  if (appointmentIds.length === 0) return []
  const { rows } = await sql<PublicBookingRow>`
    select ${asColumns(bookingFields)} from public_bookings b
    where b.clinic_id = ${clinicId} and b.appointment_id = any(${appointmentIds}::uuid[])`.execute(trx)
  return rows
}

export async function insertPublicBooking(
  trx: Trx,
  clinicId: string,
  row: PublicBookingRow,
  { network, tokenHash }: { readonly tokenHash: Buffer; readonly network: Buffer },
): Promise<void> {
  await sql`
    insert into public_bookings (clinic_id, id, status, hold_id, appointment_id, name, email, phone, language, zone, answers,
      consent, token_hash, network, expires_at, booked_at, created_at)
    values (${clinicId}, ${row.id}, ${row.status}, ${row.holdId}, ${row.appointmentId}, ${row.name}, ${row.email},
      ${row.phone}, ${row.language}, ${row.zone}, ${JSON.stringify(row.answers)}::jsonb, ${row.consent}, ${tokenHash},
      ${network}, ${new Date(row.expiresAt)}, ${row.bookedAt === null ? null : new Date(row.bookedAt)},
      ${new Date(row.createdAt)})`.execute(trx)
}

export async function markBooked(
  trx: Trx,
  clinicId: string,
  id: string,
  { appointmentId, isProved }: { readonly appointmentId: string; readonly isProved: boolean },
  now: Instant,
): Promise<void> {
  await sql`
    update public_bookings set status = 'booked', appointment_id = ${appointmentId}, booked_at = ${new Date(now)},
      proved_at = ${isProved ? new Date(now) : null}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

/** Its address has proved itself, though the appointment was booked without. */
export async function markProved(trx: Trx, clinicId: string, appointmentId: string, now: Instant): Promise<void> {
  await sql`
    update public_bookings set proved_at = ${new Date(now)}
    where clinic_id = ${clinicId} and appointment_id = ${appointmentId} and proved_at is null`.execute(trx)
}

/**
 * What was asked for of late with that address or that number, a time or a place on the waitlist, and what from that network
 * under other addresses.
 */
export async function readBookedLately(
  trx: Trx,
  clinicId: string,
  { email, network, phone }: { readonly email: string; readonly phone: string | null; readonly network: Buffer },
  now: Instant,
): Promise<BookedLately> {
  const [hour, day] = [new Date(since('hour', now)), new Date(since('day', now))]
  const { rows } = await sql<BookedLately>`
    with asked as not materialized (
      select lower(b.email) as email, b.phone, b.network, b.created_at,
        b.status = 'pending' and b.expires_at > ${new Date(now)} as waits,
        b.status = 'booked' and b.proved_at is null as unproved
      from public_bookings b where b.clinic_id = ${clinicId} and b.created_at > ${day}
      union all
      select lower(w.email), w.phone, w.network, w.created_at,
        w.status = 'pending' and w.created_at > ${hour}, w.status = 'pending'
      from public_waits w where w.clinic_id = ${clinicId} and w.created_at > ${day}
    )
    select mine.*, others.* from (
      select count(*) as "byBooker", count(*) filter (where waits) as waiting
      from asked where email = lower(${email}) or phone = ${phone}
    ) mine, (
      select count(distinct email) filter (where created_at > ${hour}) as "othersThisHour",
        count(distinct email) as "othersToday"
      from asked where network = ${network} and unproved and email <> lower(${email})
    ) others`.execute(trx)
  return rows[0]!
}

/**
 * The client who is meant by that address and that name; where the address has proved itself, also the only one who has it,
 * whatever the name: a mother and her children may share it. Of a time that is booked, nobody who has something else then,
 * as whoever books must not learn of it.
 */
export async function findMeantClient(
  trx: Trx,
  clinicId: string,
  who: { readonly email: string; readonly name: string; readonly isProved: boolean },
  during: { readonly startsAt: Instant; readonly endsAt: Instant } | null,
): Promise<ClientRow | undefined> {
  const isFree = during
    ? sql`not exists (select from appointments a where a.clinic_id = c.clinic_id and a.client_id = c.id
        and a.status not in ('cancelled', 'noshow', 'entered_in_error')
        and a.starts_at < ${new Date(during.endsAt)} and a.ends_at > ${new Date(during.startsAt)})`
    : sql`true`
  const { rows } = await sql<{ row: ClientRow }>`
    select ${asJson(clientFields)} as row from clients c
    where c.clinic_id = ${clinicId} and lower(c.email) = lower(${who.email}) and c.archived_at is null
      and (lower(c.name) = lower(${who.name}) or ${who.isProved}::boolean and not exists (select from clients d
        where d.clinic_id = c.clinic_id and d.id <> c.id and lower(d.email) = lower(c.email) and d.archived_at is null))
      and ${isFree}
    order by c.id limit 1`.execute(trx)
  return rows[0]?.row
}

export async function listIntakeQuestions(
  trx: Trx,
  clinicId: string,
  typeIds: readonly string[],
): Promise<{ readonly typeId: string; readonly questions: readonly IntakeQuestion[] }[]> {
  const { rows } = await sql<{ typeId: string; questions: readonly IntakeQuestion[] }>`
    select id as "typeId", intake_questions as questions from appointment_types
    where clinic_id = ${clinicId} and id = any(${typeIds}::uuid[])`.execute(trx)
  return rows
}

/** Forgets what waited for an e-mail to prove itself that did not, and from where the rest was booked. */
export async function deleteLapsedBookings(trx: Trx, clinicId: string, before: Instant): Promise<void> {
  await sql`
    update public_bookings set network = null
    where clinic_id = ${clinicId} and network is not null and created_at < ${new Date(before)}`.execute(trx)
  await sql`
    delete from public_bookings
    where clinic_id = ${clinicId} and status = 'pending' and expires_at < ${new Date(before)}`.execute(trx)
}

/** Writes what is asked of whoever books the type, one version on. */
export async function updateIntakeQuestions(
  trx: Trx,
  clinicId: string,
  typeId: string,
  questions: readonly IntakeQuestion[],
  now: Instant,
): Promise<void> {
  await sql`
    update appointment_types set intake_questions = ${JSON.stringify(questions)}::jsonb, version = version + 1,
      updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${typeId}`.execute(trx)
}

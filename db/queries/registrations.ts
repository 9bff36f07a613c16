import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { RegistrationSource, RegistrationStatus } from '../../domain/registration.ts'
import type { Db, Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'

/** Somebody's place in a session or an event, or in the line for one, as the table has it. */
export interface RegistrationRow {
  readonly id: string
  readonly version: number
  readonly eventId: string
  /** Null where one registers for the whole event. */
  readonly sessionId: string | null
  readonly clientId: string | null
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly language: string
  readonly places: number
  readonly status: RegistrationStatus
  /** The order of arrival. */
  readonly line: number
  readonly source: RegistrationSource
  readonly registeredAt: Instant
  /** Until when a place is, or was, kept for her to take. */
  readonly offerExpiresAt: Instant | null
  /** When an offer ran out: she waits on, and is passed over. */
  readonly passedAt: Instant | null
  readonly cancelledAt: Instant | null
  readonly updatedAt: Instant
}

/** Registrations are g. */
export const registrationFields = {
  id: 'g.id',
  version: 'g.version',
  eventId: 'g.event_id',
  sessionId: 'g.session_id',
  clientId: 'g.client_id',
  name: 'g.name',
  email: 'g.email',
  phone: 'g.phone',
  language: 'g.language',
  places: 'g.places',
  status: 'g.status',
  line: 'g.line',
  source: 'g.source',
  registeredAt: milliseconds('g.registered_at'),
  offerExpiresAt: milliseconds('g.offer_expires_at'),
  passedAt: milliseconds('g.passed_at'),
  cancelledAt: milliseconds('g.cancelled_at'),
  updatedAt: milliseconds('g.updated_at'),
}

export async function findRegistration(trx: Trx, clinicId: string, id: string): Promise<RegistrationRow | undefined> {
  const [row] = await registrationsWhere(trx, clinicId, sql`g.id = ${id}`, 1)
  return row
}

/** Those in the session, or in the event where that is registered for as a whole, in order of arrival. */
export function listRegistrationsOf(
  trx: Trx,
  clinicId: string,
  of: { readonly eventId: string; readonly sessionId: string | null },
  search: {
    readonly status: RegistrationStatus | null
    readonly after: { readonly line: number; readonly id: string } | undefined
    readonly limit: number | undefined
  },
): Promise<RegistrationRow[]> {
  const { after, limit, status } = search
  return registrationsWhere(
    trx,
    clinicId,
    sql`g.event_id = ${of.eventId}
      and (${of.sessionId}::uuid is null or g.session_id = ${of.sessionId} or g.session_id is null)
      and (${status}::text is null or g.status = ${status})
      and (${after?.line ?? null}::bigint is null or (g.line, g.id) > (${after?.line ?? null}, ${after?.id ?? null}::uuid))`,
    limit,
  )
}

async function registrationsWhere(
  trx: Trx,
  clinicId: string,
  condition: RawBuilder<unknown>,
  limit?: number,
): Promise<RegistrationRow[]> {
  const { rows } = await sql<RegistrationRow>`
    select ${asColumns(registrationFields)} from registrations g where g.clinic_id = ${clinicId} and ${condition}
    order by g.line, g.id limit ${limit ?? null}`.execute(trx)
  return rows
}

/** What is known of a line before somebody joins it. */
export interface Line {
  /** Of the same e-mail, that is not cancelled. */
  readonly known: boolean
  /** Whom no offer has passed over. */
  readonly waiting: number
  readonly next: number
}

/** The line for the session, or for the event as a whole. The row whose places are counted must be locked. */
export async function readLine(
  trx: Trx,
  clinicId: string,
  { eventId, sessionId }: Pick<RegistrationRow, 'eventId' | 'sessionId'>,
  email: string,
): Promise<Line> {
  const { rows } = await sql<Line>`
    select coalesce(max(g.line), 0) + 1 as next, count(*) filter (where g.status = 'waitlisted' and g.passed_at is null) as waiting,
      coalesce(bool_or(g.status <> 'cancelled' and lower(g.email) = lower(${email})), false) as known
    from registrations g
    where g.clinic_id = ${clinicId} and g.event_id = ${eventId} and g.session_id is not distinct from ${sessionId}`.execute(
    trx,
  )
  return rows[0]!
}

export async function insertRegistration(
  trx: Trx,
  clinicId: string,
  row: RegistrationRow,
  tokenHash: Buffer,
): Promise<void> {
  await sql`
    insert into registrations (clinic_id, id, event_id, session_id, client_id, name, email, phone, language, places, status,
      line, source, token_hash, registered_at, created_at, updated_at)
    values (${clinicId}, ${row.id}, ${row.eventId}, ${row.sessionId}, ${row.clientId}, ${row.name}, ${row.email},
      ${row.phone}, ${row.language}, ${row.places}, ${row.status}, ${row.line}, ${row.source}, ${tokenHash},
      ${new Date(row.registeredAt)}, ${new Date(row.registeredAt)}, ${new Date(row.registeredAt)})`.execute(trx)
}

/** Sets where it stands, one version on. The row whose places are counted must be locked. */
export async function setRegistrationStatus(
  trx: Trx,
  clinicId: string,
  id: string,
  status: RegistrationStatus,
  now: Instant,
): Promise<void> {
  await sql`
    update registrations set status = ${status}, cancelled_at = ${status === 'cancelled' ? new Date(now) : null},
      version = version + 1, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

/** The line, from its head, but for those whom an offer has passed over. The row whose places are counted must be locked. */
export function listAwaiting(
  trx: Trx,
  clinicId: string,
  { eventId, sessionId }: Pick<RegistrationRow, 'eventId' | 'sessionId'>,
): Promise<RegistrationRow[]> {
  const line = sql`g.event_id = ${eventId} and g.session_id is not distinct from ${sessionId}`
  return registrationsWhere(trx, clinicId, sql`${line} and g.status = 'waitlisted' and g.passed_at is null`)
}

/** Those to whom a place was offered until before then, and that nobody has ended. */
export async function listOverduePlaces(trx: Trx, clinicId: string, before: Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from registrations
    where clinic_id = ${clinicId} and status = 'offered' and offer_expires_at < ${new Date(before)}
    order by id limit 1000`.execute(trx)
  return rows.map((each) => each.id)
}

/** Writes where it stands, with its offer, as given. The row whose places are counted must be locked. */
export async function updateStanding(trx: Trx, clinicId: string, row: RegistrationRow): Promise<void> {
  const dateOrNull = (at: Instant | null) => (at === null ? null : new Date(at))
  await sql`
    update registrations set status = ${row.status}, offer_expires_at = ${dateOrNull(row.offerExpiresAt)},
      passed_at = ${dateOrNull(row.passedAt)}, version = ${row.version}, updated_at = ${new Date(row.updatedAt)}
    where clinic_id = ${clinicId} and id = ${row.id}`.execute(trx)
}

/** Which registration a token leads to, of whichever clinic. */
export async function findRegistrationOfToken(
  db: Db,
  tokenHash: Buffer,
): Promise<{ readonly clinicId: string; readonly registrationId: string } | undefined> {
  const { rows } = await sql<{ clinic_id: string; registration_id: string }>`
    select clinic_id, registration_id from auth.registration_of_token(${tokenHash})`.execute(db)
  const [found] = rows
  return found && { clinicId: found.clinic_id, registrationId: found.registration_id }
}

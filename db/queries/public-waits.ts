import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { DayPart } from '../../domain/waitlist-entry.ts'
import type { LocalDate } from '../../domain/zone.ts'
import type { Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'

/** What somebody of the public typed who asked to be put on the waitlist, and what became of it. */
export interface PublicWaitRow {
  readonly id: string
  readonly status: 'pending' | 'joined'
  /** Where she stands on the list, once her address has proved itself. */
  readonly entryId: string | null
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly language: string
  readonly zone: string
  readonly typeId: string
  /** Null for anybody. */
  readonly therapistId: string | null
  readonly days: readonly number[] | null
  readonly parts: readonly DayPart[] | null
  readonly untilOn: LocalDate | null
  readonly note: string | null
  /** What was agreed to, when it was asked for. */
  readonly consent: string | null
  readonly createdAt: Instant
  /** Of one whose address has still to prove itself. */
  readonly expiresAt: Instant
}

/** Waits are w. */
const waitFields = {
  id: 'w.id',
  status: 'w.status',
  entryId: 'w.entry_id',
  name: 'w.name',
  email: 'w.email',
  phone: 'w.phone',
  language: 'w.language',
  zone: 'w.zone',
  typeId: 'w.type_id',
  therapistId: 'w.therapist_id',
  days: 'to_json(w.days)',
  parts: 'to_json(w.parts)',
  untilOn: 'w.until_on',
  note: 'w.note',
  consent: 'w.consent',
  createdAt: milliseconds('w.created_at'),
  expiresAt: milliseconds('w.expires_at'),
}

/** What was asked for to which the link with that token leads. */
export async function findWaitByToken(
  trx: Trx,
  clinicId: string,
  id: string,
  tokenHash: Buffer,
): Promise<PublicWaitRow | undefined> {
  const { rows } = await sql<PublicWaitRow>`
    select ${asColumns(waitFields)} from public_waits w
    where w.clinic_id = ${clinicId} and w.id = ${id} and w.token_hash = ${tokenHash}`.execute(trx)
  return rows[0]
}

/** The same, locked: of two who confirm at once, the second finds it done. */
export async function lockWaitByToken(
  trx: Trx,
  clinicId: string,
  id: string,
  tokenHash: Buffer,
): Promise<PublicWaitRow | undefined> {
  await sql`
    select from public_waits where clinic_id = ${clinicId} and id = ${id} and token_hash = ${tokenHash}
    for no key update`.execute(trx)
  return findWaitByToken(trx, clinicId, id, tokenHash)
}

/** Whether the very same was asked for since, and waits to be confirmed. */
export async function isAskedSince(
  trx: Trx,
  clinicId: string,
  { days, email, name, note, parts, therapistId, typeId, untilOn }: AskedAgain,
  since: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    select from public_waits w
    where w.clinic_id = ${clinicId} and lower(w.email) = lower(${email}) and w.created_at > ${new Date(since)}
      and w.status = 'pending' and w.name = ${name} and w.type_id = ${typeId}
      and (w.therapist_id, w.days, w.parts, w.until_on, w.note) is not distinct from
        (${therapistId}::uuid, ${days}::smallint[], ${parts}::text[], ${untilOn}::date, ${note}::text)
    limit 1`.execute(trx)
  return rows.length > 0
}

type AskedAgain = Omit<
  PublicWaitRow,
  'id' | 'status' | 'entryId' | 'phone' | 'language' | 'zone' | 'consent' | 'createdAt' | 'expiresAt'
>

export async function insertPublicWait(
  trx: Trx,
  clinicId: string,
  row: PublicWaitRow,
  { network, tokenHash }: { readonly tokenHash: Buffer; readonly network: Buffer },
): Promise<void> {
  await sql`
    insert into public_waits (clinic_id, id, status, name, email, phone, language, zone, type_id, therapist_id, days, parts,
      until_on, note, consent, token_hash, network, expires_at, created_at)
    values (${clinicId}, ${row.id}, ${row.status}, ${row.name}, ${row.email}, ${row.phone}, ${row.language}, ${row.zone},
      ${row.typeId}, ${row.therapistId}, ${row.days}, ${row.parts}, ${row.untilOn}, ${row.note}, ${row.consent},
      ${tokenHash}, ${network}, ${new Date(row.expiresAt)}, ${new Date(row.createdAt)})`.execute(trx)
}

export async function markJoined(trx: Trx, clinicId: string, id: string, entryId: string, now: Instant): Promise<void> {
  await sql`
    update public_waits set status = 'joined', entry_id = ${entryId}, joined_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

/** Forgets what waited for an e-mail to prove itself that did not, and from where the rest was asked for. */
export async function deleteLapsedWaits(trx: Trx, clinicId: string, before: Instant): Promise<void> {
  await sql`
    update public_waits set network = null
    where clinic_id = ${clinicId} and network is not null and created_at < ${new Date(before)}`.execute(trx)
  await sql`
    delete from public_waits
    where clinic_id = ${clinicId} and status = 'pending' and expires_at < ${new Date(before)}`.execute(trx)
}

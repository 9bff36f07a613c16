import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import type { KeptContent } from './messages.ts'

export interface PlannedUpdate {
  readonly id: string
  readonly recipient: string
  readonly appointmentVersion: number
  readonly aboutStartsAt: Instant
  readonly copy: number
  readonly dueAt: Instant
  /** Left out, what it says stays. */
  readonly content?: KeptContent
}

/** Brings messages up to date that have not left; those of `inHand` even if they were tried already. */
export async function updatePlanned(
  trx: Trx,
  clinicId: string,
  updates: readonly PlannedUpdate[],
  inHand: readonly string[],
  now: Instant,
): Promise<void> {
  if (updates.length === 0) return
  const rows = updates.map((each) => ({
    ...{ id: each.id, recipient: each.recipient, version: each.appointmentVersion, copy: each.copy },
    ...{ content: each.content ?? null, due_at: new Date(each.dueAt) },
    about_starts_at: new Date(each.aboutStartsAt),
  }))
  await sql`
    update messages m set recipient = u.recipient, appointment_version = u.version, copy = u.copy,
      about_starts_at = u.about_starts_at, content = coalesce(u.content, m.content), due_at = u.due_at,
      attempt_at = case when m.due_at = u.due_at then m.attempt_at else u.due_at end, version = m.version + 1,
      updated_at = ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u(id uuid, recipient text, version int, copy smallint,
      content jsonb, due_at timestamptz, about_starts_at timestamptz)
    where m.clinic_id = ${clinicId} and m.id = u.id
      and (m.status = 'scheduled' or m.status = 'sending' and m.id = any(${inHand}::uuid[]))`.execute(trx)
}

/** Messages that have not left do not leave any more; those of `inHand` even if they were tried already. */
export async function cancelMessages(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
  inHand: readonly string[],
  now: Instant,
): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update messages m set status = 'cancelled', ended_at = ${new Date(now)}, leased_until = null, version = m.version + 1,
      updated_at = ${new Date(now)}
    where m.clinic_id = ${clinicId} and m.id = any(${ids}::uuid[])
      and (m.status = 'scheduled' or m.status = 'sending' and m.id = any(${inHand}::uuid[]))`.execute(trx)
}

/** They are looked at again then. */
export async function postponeMessages(
  trx: Trx,
  clinicId: string,
  postponed: readonly { readonly id: string; readonly until: Instant }[],
  now: Instant,
): Promise<void> {
  if (postponed.length === 0) return
  const rows = postponed.map(({ id, until }) => ({ id, until: new Date(until) }))
  await sql`
    update messages m set attempt_at = u.until, leased_until = null, version = m.version + 1,
      updated_at = ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u(id uuid, until timestamptz)
    where m.clinic_id = ${clinicId} and m.id = u.id`.execute(trx)
}

/** Of those numbers, the ones that want no more texts. */
export async function listStoppedPhones(
  trx: Trx,
  clinicId: string,
  phones: readonly string[],
): Promise<ReadonlySet<string>> {
  if (phones.length === 0) return new Set()
  const { rows } = await sql<{ phone: string }>`
    select phone from stopped_numbers where clinic_id = ${clinicId} and phone = any(${phones}::text[])`.execute(trx)
  return new Set(rows.map((each) => each.phone))
}

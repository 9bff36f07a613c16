import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { LocalDate } from '../../domain/zone.ts'
import type { Trx } from '../connect.ts'
import type { LogActor } from './log.ts'

/**
 * The number of the clinic's last change, once everybody who is writing one has ended: whoever comes later asks for
 * another plan.
 */
export async function awaitLogHead(trx: Trx, clinicId: string): Promise<number> {
  const { rows } = await sql<{ head: number }>`select await_log_head(${clinicId}) as head`.execute(trx)
  return rows[0]!.head
}

export interface MessageCursor {
  /** The last change that was planned. */
  readonly seq: number
  readonly sweptOn: LocalDate | null
}

/** How far the clinic's messages are planned, locked so that one at a time plans them; undefined when nothing ever was. */
export async function lockMessageCursor(trx: Trx, clinicId: string): Promise<MessageCursor | undefined> {
  const { rows } = await sql<MessageCursor>`
    select change_seq as seq, swept_on as "sweptOn" from message_cursors where clinic_id = ${clinicId} for update`.execute(
    trx,
  )
  return rows[0]
}

/** Begins behind what was changed before that time. Answers with where; undefined when somebody has begun before. */
export async function insertMessageCursor(trx: Trx, clinicId: string, before: Instant): Promise<number | undefined> {
  const { rows } = await sql<{ seq: number }>`
    insert into message_cursors (clinic_id, change_seq)
    values (${clinicId}, coalesce((
      select seq from changes where clinic_id = ${clinicId} and at < ${new Date(before)} order by seq desc limit 1), 0))
    on conflict do nothing returning change_seq as seq`.execute(trx)
  return rows[0]?.seq
}

export async function moveMessageCursor(trx: Trx, clinicId: string, seq: number): Promise<void> {
  await sql`update message_cursors set change_seq = ${seq} where clinic_id = ${clinicId}`.execute(trx)
}

/** Null asks for another sweep the same day. */
export async function noteSweep(trx: Trx, clinicId: string, sweptOn: LocalDate | null): Promise<void> {
  await sql`update message_cursors set swept_on = ${sweptOn} where clinic_id = ${clinicId}`.execute(trx)
}

/** An entry of the change log about an appointment, with the therapist whose calendar is the own one of who made it. */
export interface AppointmentChange {
  readonly seq: number
  readonly at: Instant
  readonly action: string
  readonly appointmentId: string
  readonly removed: boolean
  readonly by: LogActor['kind']
  readonly byTherapistId: string | null
  readonly startsAt: Date | null
  readonly wasStartsAt: Date | null
  /** The therapist first. */
  readonly resourceIds: readonly string[]
  readonly wasResourceIds: readonly string[]
}

/** The changes of appointments after the one number and up to the other, oldest first. */
export async function listAppointmentChanges(
  trx: Trx,
  clinicId: string,
  { after, upTo }: { readonly after: number; readonly upTo: number },
  limit: number,
): Promise<AppointmentChange[]> {
  const { rows } = await sql<AppointmentChange & { at: Date }>`
    select x.seq, x.at, x.action, x.item_id as "appointmentId", x.removed, x.actor_kind as "by",
      b.therapist_id as "byTherapistId", x.starts_at as "startsAt", x.was_starts_at as "wasStartsAt",
      x.resource_ids as "resourceIds", x.was_resource_ids as "wasResourceIds"
    from changes x
      left join members b on x.actor_kind = 'member' and b.clinic_id = x.clinic_id and b.id = x.actor_id
    where x.clinic_id = ${clinicId} and x.seq > ${after} and x.seq <= ${upTo} and x.item_kind = 'appointment'
    order by x.seq limit ${limit}`.execute(trx)
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}

/** What stands ahead and was not changed since is as if its client and its therapist had been told when it was booked. */
export async function tellOfAllAhead(trx: Trx, clinicId: string, since: number, now: Instant): Promise<void> {
  await sql`
    insert into message_plans (clinic_id, appointment_id, appointment_version, told_starts_at, told_therapist_id, told_at,
      therapist_told_id, therapist_told_starts_at)
    select a.clinic_id, a.id, a.version, a.starts_at, a.therapist_id, a.created_at, a.therapist_id, a.starts_at
    from appointments a
    where a.clinic_id = ${clinicId} and a.starts_at > ${new Date(now)} and a.status in ('pending', 'booked')
      and a.id not in (select item_id from changes where clinic_id = ${clinicId} and seq > ${since})
    on conflict do nothing`.execute(trx)
}

export interface SweptWindow {
  /** Appointments that begin until then may be reminded of. */
  readonly remindUntil: Instant
  /** Appointments that ended since then may be followed up. */
  readonly followFrom: Instant
  readonly now: Instant
}

/** The next appointments whose messages fall due soon, by id, after that one. */
export async function listSwept(
  trx: Trx,
  clinicId: string,
  { remindUntil, followFrom, now }: SweptWindow,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<string[]> {
  const past: RawBuilder<unknown> = page.after === undefined ? sql`` : sql`and a.id > ${page.after}`
  const { rows } = await sql<{ id: string }>`
    select a.id from appointments a where a.clinic_id = ${clinicId} ${past} and (
      a.status in ('pending', 'booked') and a.starts_at > ${new Date(now)} and a.starts_at <= ${new Date(remindUntil)}
      or a.status in ('arrived', 'fulfilled') and a.starts_at <= ${new Date(now)} and a.ends_at >= ${new Date(followFrom)})
    order by a.id limit ${page.limit}`.execute(trx)
  return rows.map((each) => each.id)
}

import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel } from '../../domain/message.ts'
import type { StandingMessage, Told } from '../../domain/message-facts.ts'
import type { AppointmentStatus } from '../../domain/status.ts'
import type { Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'

/** An appointment with all that decides what is sent about it, as the tables have it. */
export interface PlanRow {
  readonly id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly therapistId: string
  readonly clientId: string
  readonly seriesId: string | null
  /** 0 before anything was planned. */
  readonly plannedVersion: number
  readonly repliedAt: Instant | null
  readonly language: string
  readonly email: string | null
  readonly phone: string | null
  /** None for a client that is archived. */
  readonly consents: readonly MessageChannel[]
  readonly stopped: boolean
  readonly therapistEmail: string | null
  readonly formerTherapistEmail: string | null
  readonly told: (Told & { readonly at: Instant }) | null
  readonly toldTherapistName: string | null
  readonly therapistToldName: string | null
  readonly therapistTold: Told | null
  /** What somebody gave who booked from outside: there she waits for the confirmation. */
  readonly onlineEmail: string | null
  /** Whether it was offered to her and she said yes: then too she waits for it. */
  readonly isAcceptedOffer: boolean
  readonly standing: readonly StandingMessage[]
}

const memberEmail = (therapistId: string) => `(
  select b.email from members b where b.clinic_id = a.clinic_id and b.therapist_id = ${therapistId}
    and b.archived_at is null order by b.id limit 1)`

const nameOf = (resourceId: string) =>
  `(select r.name from resources r where r.clinic_id = a.clinic_id and r.id = ${resourceId})`

const standing = `coalesce((
  select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'channel', m.channel, 'audience', m.audience,
    'recipient', m.recipient, 'status', m.status, 'appointmentVersion', m.appointment_version,
    'aboutStartsAt', ${milliseconds('m.about_starts_at')}, 'dueAt', ${milliseconds('m.due_at')}, 'copy', m.copy,
    'forCalendar', coalesce((m.content ->> 'forCalendar')::boolean, false),
    'extra', m.fallback_of is not null or coalesce((m.content ->> 'asked')::boolean, false)) order by m.due_at, m.id)
  from messages m where m.clinic_id = a.clinic_id and m.appointment_id = a.id
    and m.kind not in ('answer', 'conversation', 'test')), '[]'::json)`

/** Appointments are a, their clients c and their plans p. */
const planFields = {
  id: 'a.id',
  version: 'a.version',
  status: 'a.status',
  startsAt: milliseconds('a.starts_at'),
  endsAt: milliseconds('a.ends_at'),
  therapistId: 'a.therapist_id',
  clientId: 'a.client_id',
  seriesId: 'a.series_id',
  plannedVersion: 'p.appointment_version',
  repliedAt: milliseconds('a.replied_at'),
  language: 'c.language',
  email: 'c.email',
  phone: 'c.phone',
  consents: `case when c.archived_at is null then to_json(c.consents) else '[]'::json end`,
  stopped: `exists (select from stopped_numbers n where n.clinic_id = a.clinic_id and n.phone = c.phone)`,
  therapistEmail: memberEmail('a.therapist_id'),
  formerTherapistEmail: memberEmail('p.therapist_told_id'),
  told: `case when p.told_at is not null then json_build_object('startsAt', ${milliseconds('p.told_starts_at')},
    'therapistId', p.told_therapist_id, 'at', ${milliseconds('p.told_at')}) end`,
  toldTherapistName: nameOf('p.told_therapist_id'),
  therapistToldName: nameOf('p.therapist_told_id'),
  therapistTold: `case when p.therapist_told_id is not null then json_build_object('therapistId', p.therapist_told_id,
    'startsAt', ${milliseconds('p.therapist_told_starts_at')}) end`,
  onlineEmail: `(select b.email from public_bookings b where b.clinic_id = a.clinic_id and b.appointment_id = a.id)`,
  isAcceptedOffer: `exists (select from waitlist_offers o where o.clinic_id = a.clinic_id and o.client_id = a.client_id
    and o.appointment_id = a.id)`,
  standing,
}

/**
 * Locks the plans of those appointments, in id order, and reads what decides about them, so that whoever plans and whoever
 * sends see what the other has done. Not patient, it leaves out those that somebody else has locked.
 */
export async function lockPlans(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
  { patient = true } = {},
): Promise<PlanRow[]> {
  const [, { rows: locked }] = await Promise.all([
    sql`
      insert into message_plans (clinic_id, appointment_id, appointment_version)
      select a.clinic_id, a.id, 0 from appointments a where a.clinic_id = ${clinicId} and a.id = any(${ids}::uuid[])
        and not exists (select from message_plans p where p.clinic_id = a.clinic_id and p.appointment_id = a.id)
      order by a.id on conflict do nothing`.execute(trx),
    sql<{ id: string }>`
      select appointment_id as id from message_plans
      where clinic_id = ${clinicId} and appointment_id = any(${ids}::uuid[])
      order by appointment_id for update ${patient ? sql`` : sql`skip locked`}`.execute(trx),
  ])
  const { rows } = await sql<PlanRow>`
    select ${asColumns(planFields)} from appointments a
      join clients c on c.clinic_id = a.clinic_id and c.id = a.client_id
      join message_plans p on p.clinic_id = a.clinic_id and p.appointment_id = a.id
    where a.clinic_id = ${clinicId} and a.id = any(${locked.map((each) => each.id)}::uuid[])
    order by a.starts_at, a.id`.execute(trx)
  return rows
}

export interface PlanUpdate {
  readonly id: string
  readonly version: number
  /** Who knows without being sent anything; left out, what was told stays. */
  readonly told?: Told
  readonly therapistTold?: Told
}

/** Keeps which version was planned, and what somebody knows by now. */
export async function updatePlans(
  trx: Trx,
  clinicId: string,
  updates: readonly PlanUpdate[],
  now: Instant,
): Promise<void> {
  if (updates.length === 0) return
  const rows = updates.map(({ id, version, told, therapistTold }) => ({
    ...{ id, version, knows: told !== undefined, therapist_knows: therapistTold !== undefined },
    ...{ starts_at: instantText(told?.startsAt), therapist_id: told?.therapistId ?? null },
    therapist_starts_at: instantText(therapistTold?.startsAt),
    therapist_told_id: therapistTold?.therapistId ?? null,
  }))
  await sql`
    update message_plans p set appointment_version = u.version,
      told_starts_at = case when u.knows then u.starts_at else p.told_starts_at end,
      told_therapist_id = case when u.knows then u.therapist_id else p.told_therapist_id end,
      told_at = case when u.knows then ${new Date(now)} else p.told_at end,
      therapist_told_id = case when u.therapist_knows then u.therapist_told_id else p.therapist_told_id end,
      therapist_told_starts_at =
        case when u.therapist_knows then u.therapist_starts_at else p.therapist_told_starts_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u(id uuid, version int, knows boolean,
      therapist_knows boolean, starts_at timestamptz, therapist_id uuid, therapist_starts_at timestamptz,
      therapist_told_id uuid)
    where p.clinic_id = ${clinicId} and p.appointment_id = u.id`.execute(trx)
}

function instantText(instant: Instant | null | undefined): Date | null {
  return instant == null ? null : new Date(instant)
}

type SeriesNotice = 'confirmation' | 'changed' | 'cancelled'

/**
 * Who was told of one appointment of a series was told of those that changed with it: of every other one of which the
 * client was told nothing yet, or something else, and of which no message of its own waits nor any change to be planned.
 */
export async function tellRestOfSeries(
  trx: Trx,
  clinicId: string,
  seriesIds: readonly string[],
  kind: SeriesNotice,
  now: Instant,
): Promise<void> {
  await sql`
    update message_plans p set told_at = ${new Date(now)},
      told_starts_at = case when ${stands} then a.starts_at end,
      told_therapist_id = case when ${stands} then a.therapist_id end
    from appointments a
    where p.clinic_id = ${clinicId} and a.clinic_id = ${clinicId} and a.id = p.appointment_id
      and a.series_id = any(${seriesIds}::uuid[]) and a.starts_at > ${new Date(now)} and ${isUntold}
      and case when ${stands} then case when p.told_starts_at is null then 'confirmation' else 'changed' end
        else 'cancelled' end = ${kind}`.execute(trx)
}

/** The same for the therapist, who was told of those that are or were hers. */
export async function tellTherapistRestOfSeries(
  trx: Trx,
  clinicId: string,
  seriesIds: readonly string[],
  kind: 'therapist_booked' | 'therapist_changed' | 'therapist_cancelled',
  now: Instant,
): Promise<void> {
  const believes = {
    therapist_booked: sql`p.therapist_told_id is null and ${stands}`,
    therapist_changed: sql`p.therapist_told_id = a.therapist_id and ${stands}`,
    therapist_cancelled: sql`p.therapist_told_id is not null and (not ${stands} or p.therapist_told_id <> a.therapist_id)`,
  }
  const isGone = kind === 'therapist_cancelled'
  await sql`
    update message_plans p set therapist_told_id = ${isGone ? sql`null` : sql`a.therapist_id`},
      therapist_told_starts_at = ${isGone ? sql`null` : sql`a.starts_at`}
    from appointments a
    where p.clinic_id = ${clinicId} and a.clinic_id = ${clinicId} and a.id = p.appointment_id
      and a.series_id = any(${seriesIds}::uuid[]) and a.starts_at > ${new Date(now)} and p.appointment_version = a.version
      and ${believes[kind]}
      and not exists (select from messages m where m.clinic_id = a.clinic_id and m.appointment_id = a.id
        and m.kind = ${kind} and m.status in ('scheduled', 'sending'))`.execute(trx)
}

/** Appointments of those series of which the client has to be told something that no message of theirs will say. */
export async function listUntoldOfSeries(
  trx: Trx,
  clinicId: string,
  seriesIds: readonly string[],
  now: Instant,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from appointments a
      join message_plans p on p.clinic_id = a.clinic_id and p.appointment_id = a.id
    where a.clinic_id = ${clinicId} and a.series_id = any(${seriesIds}::uuid[]) and a.starts_at > ${new Date(now)}
      and ${isUntold}`.execute(trx)
  return rows.map((each) => each.id)
}

/** Appointments are a. */
const stands = sql`a.status in ('pending', 'booked')`

/** Appointments are a, their plans p. */
const isUntold = sql`p.appointment_version = a.version and (
    case when ${stands} then (p.told_starts_at, p.told_therapist_id) is distinct from (a.starts_at, a.therapist_id)
      else p.told_starts_at is not null and a.status in ('cancelled', 'entered_in_error') end)
  and not exists (select from messages m where m.clinic_id = a.clinic_id and m.appointment_id = a.id
    and m.kind in ('confirmation', 'changed', 'cancelled') and m.status in ('scheduled', 'sending'))`

import { sql } from 'kysely'
import type { SessionStatus } from '../../domain/event.ts'
import type { GroupMemberStatus } from '../../domain/group.ts'
import type { Instant } from '../../domain/interval.ts'
import type { RegistrantKind } from '../../domain/message.ts'
import type { RegistrationStatus } from '../../domain/registration.ts'
import type { Trx } from '../connect.ts'
import { milliseconds } from './fields.ts'

/** Somebody who is told of a session. */
export interface Registrant {
  readonly sessionId: string
  /** Of what it is about: the same is told once. */
  readonly version: number
  readonly startsAt: Instant
  readonly registrationId: string | null
  readonly memberId: string | null
  readonly clientId: string | null
  readonly recipient: string
  readonly language: string
}

export interface Comer extends Registrant {
  /** Whether she comes to all of the event, not to that session alone. */
  readonly isOfWhole: boolean
}

/** Those who have a place in the sessions or wait for one, and the members of their groups who may be written to. */
export async function listRegistrants(trx: Trx, clinicId: string, sessionIds: readonly string[]): Promise<Comer[]> {
  const session = sql.raw(`s.id as "sessionId", s.version, ${milliseconds('s.starts_at')} as "startsAt"`)
  const { rows } = await sql<Comer>`
    select ${session}, g.id as "registrationId", null::uuid as "memberId", g.client_id as "clientId", g.email as recipient,
      g.language, g.session_id is null as "isOfWhole"
    from sessions s join registrations g on g.clinic_id = s.clinic_id and g.event_id = s.event_id
      and (g.session_id = s.id or g.session_id is null)
    where s.clinic_id = ${clinicId} and s.id = any(${sessionIds}::uuid[]) and g.status <> 'cancelled'
    union all
    select ${session}, null, w.id, c.id, c.email, c.language, true
    from sessions s join group_members w on w.clinic_id = s.clinic_id and w.event_id = s.event_id
      join clients c on c.clinic_id = w.clinic_id and c.id = w.client_id
    where s.clinic_id = ${clinicId} and s.id = any(${sessionIds}::uuid[]) and w.status in ('active', 'on_hold')
      and c.email is not null and 'email' = any(c.consents)
    order by "startsAt"`.execute(trx)
  return rows
}

/** Which session a registration is told of: its own, or the next of the event. */
export async function findToldSession(
  trx: Trx,
  clinicId: string,
  { eventId, sessionId }: { readonly eventId: string; readonly sessionId: string | null },
  now: Instant,
): Promise<{ readonly id: string; readonly startsAt: Instant } | undefined> {
  const { rows } = await sql<{ id: string; startsAt: Instant }>`
    select s.id, ${sql.raw(milliseconds('s.starts_at'))} as "startsAt" from sessions s
    where s.clinic_id = ${clinicId} and s.event_id = ${eventId} and s.status <> 'cancelled' and s.ends_at > ${new Date(now)}
      and (${sessionId}::uuid is null or s.id = ${sessionId}) order by s.starts_at limit 1`.execute(trx)
  return rows[0]
}

export interface RegistrantMessage extends Registrant {
  readonly id: string
}

/** Schedules a mail, or a text, for each; answers with how many were not told the same before. */
export async function insertRegistrantMessages(
  trx: Trx,
  clinicId: string,
  kind: RegistrantKind,
  messages: readonly RegistrantMessage[],
  now: Instant,
  channel: 'email' | 'sms' = 'email',
): Promise<number> {
  const rows = messages.map((each) => ({ ...each, startsAt: new Date(each.startsAt) }))
  const { numAffectedRows = 0n } = await sql`
    insert into messages (clinic_id, id, kind, channel, audience, recipient, language, client_id, registration_id, member_id,
      session_id, about_version, about_starts_at, due_at, attempt_at, created_at, updated_at)
    select ${clinicId}, n.id, ${kind}, ${channel}, 'client', n.recipient, n.language, n."clientId", n."registrationId",
      n."memberId", n."sessionId", n.version, n."startsAt", ${new Date(now)}, ${new Date(now)}, ${new Date(now)},
      ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, recipient text, language text, "clientId" uuid,
      "registrationId" uuid, "memberId" uuid, "sessionId" uuid, version int, "startsAt" timestamptz)
    on conflict do nothing`.execute(trx)
  return Number(numAffectedRows)
}

/** What a message to somebody who comes to a session is about, as it stands now. */
export interface ToldRegistrant {
  readonly messageId: string
  readonly registrationId: string | null
  readonly name: string
  readonly email: string
  readonly standing: RegistrationStatus | GroupMemberStatus
  /** Until when a place is kept to be taken. */
  readonly offerExpiresAt: Instant | null
  readonly title: string
  readonly facilitators: string
  readonly room: { name: string; location: { name: string; address: string | null } | null } | null
  /** Of whoever comes to all of an event, when it is to come, or which of it were called off together. */
  readonly dates: readonly Instant[]
  readonly session: {
    readonly id: string
    readonly version: number
    readonly status: SessionStatus
    readonly startsAt: Instant
    readonly endsAt: Instant
    readonly createdAt: Instant
    readonly updatedAt: Instant
    readonly cancellationNote: string | null
  }
}

/** Messages are m, the session that one is about s. */
const datesTold = `(select coalesce(json_agg(d.at order by d.at), '[]') from (
  select ${milliseconds('n.starts_at')} as at from sessions n
  where n.clinic_id = m.clinic_id and n.event_id = s.event_id and n.publish_status = 'published'
    and case when m.kind = 'session_cancelled' then n.status = 'cancelled' and n.cancelled_at = s.cancelled_at
      else n.status <> 'cancelled' and n.ends_at > m.due_at end) d)`

/** What those messages are about. */
export async function listToldRegistrants(
  trx: Trx,
  clinicId: string,
  messageIds: readonly string[],
): Promise<ToldRegistrant[]> {
  if (messageIds.length === 0) return []
  const session = sql.raw(`json_build_object('id', s.id, 'version', s.version, 'status', s.status,
    'startsAt', ${milliseconds('s.starts_at')}, 'endsAt', ${milliseconds('s.ends_at')},
    'createdAt', ${milliseconds('s.created_at')}, 'updatedAt', ${milliseconds('s.updated_at')},
    'cancellationNote', s.cancellation_note) as session`)
  const { rows } = await sql<ToldRegistrant>`
    select m.id as "messageId", g.id as "registrationId", coalesce(g.name, c.name) as name, m.recipient as email,
      coalesce(g.status, w.status) as standing,
      ${sql.raw(milliseconds('g.offer_expires_at'))} as "offerExpiresAt", coalesce(s.title, v.title) as title, ${session},
      (select coalesce(string_agg(r.name, ', ' order by f.position), '') from session_facilitators f
        join resources r on r.clinic_id = f.clinic_id and r.id = f.therapist_id
        where f.clinic_id = s.clinic_id and f.session_id = s.id) as facilitators,
      (select json_build_object('name', r.name, 'location', case when l.id is not null then
          json_build_object('name', l.name, 'address', l.address) end)
        from resources r join rooms o on o.clinic_id = r.clinic_id and o.id = r.id
          left join locations l on l.clinic_id = o.clinic_id and l.id = o.location_id
        where r.clinic_id = s.clinic_id and r.id = s.room_id) as room,
      case when g.session_id is null then ${sql.raw(datesTold)} else '[]'::json end as dates
    from messages m
      join sessions s on s.clinic_id = m.clinic_id and s.id = m.session_id
      join events v on v.clinic_id = s.clinic_id and v.id = s.event_id
      left join registrations g on g.clinic_id = m.clinic_id and g.id = m.registration_id
      left join group_members w on w.clinic_id = m.clinic_id and w.id = m.member_id
      left join clients c on c.clinic_id = w.clinic_id and c.id = w.client_id
    where m.clinic_id = ${clinicId} and m.id = any(${messageIds}::uuid[])`.execute(trx)
  return rows
}

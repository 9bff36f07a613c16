import { sql } from 'kysely'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { Waiting } from '../../domain/waitlist-match.ts'
import type { Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'

/** Entries are e, their clients c, their types y, what they would give up a. */
const waitingFields = {
  id: 'e.id',
  clientId: 'e.client_id',
  typeId: 'e.type_id',
  status: 'e.status',
  therapistIds: 'to_json(e.therapist_ids)',
  skill: 'e.skill',
  days: 'to_json(e.days)',
  parts: 'to_json(e.parts)',
  fromOn: 'e.from_on',
  untilOn: 'e.until_on',
  noticeMinutes: 'e.notice_minutes',
  urgency: 'e.urgency',
  referralSource: 'e.referral_source',
  createdAt: milliseconds('e.created_at'),
  scoreOverride: 'e.score_override',
  minutes: 'y.minutes',
  requiredSkills: 'to_json(y.required_skills)',
  givesUpAt: milliseconds(`case when a.status not in ('cancelled', 'noshow', 'entered_in_error') then a.starts_at end`),
  givesUpId: `case when a.status not in ('cancelled', 'noshow', 'entered_in_error') then a.id end`,
  roomNeeds: `case when y.needs_room then json_build_object('requiredFeatures', to_json(y.required_features),
    'minCapacity', y.min_capacity) end`,
  reachable: `(c.email is not null and 'email' = any(c.consents)
    or c.phone is not null and 'sms' = any(c.consents) and not exists (select from stopped_numbers k
      where k.clinic_id = c.clinic_id and k.phone = c.phone))`,
}

export interface WaitingRow extends Waiting {
  readonly typeId: string
  /** The appointment that she would give up. */
  readonly givesUpId: string | null
}

/** Everybody on the list, or those entries alone, with what they were offered since then. */
export async function listWaiting(
  trx: Trx,
  clinicId: string,
  { ids, since }: { readonly ids?: readonly string[]; readonly since: Instant },
): Promise<WaitingRow[]> {
  const wanted = ids && [...ids]
  const { rows } = await sql<WaitingRow>`
    select ${asColumns(waitingFields)}, coalesce(n.count, 0)::int as "offeredToday"
    from waitlist_entries e
    join clients c on c.clinic_id = e.clinic_id and c.id = e.client_id
    join appointment_types y on y.clinic_id = e.clinic_id and y.id = e.type_id
    left join appointments a on a.clinic_id = e.clinic_id and a.id = e.appointment_id
    left join (select client_id, count(*) as count from waitlist_offers
      where clinic_id = ${clinicId} and offered_at >= ${new Date(since)} group by client_id) n on n.client_id = e.client_id
    where e.clinic_id = ${clinicId} and e.status in ('waiting', 'offered') and c.archived_at is null
      and (${wanted ?? null}::uuid[] is null or e.id = any(${wanted ?? null}::uuid[]))`.execute(trx)
  return rows
}

/** Whether anybody is on the list. */
export async function isAnybodyWaiting(trx: Trx, clinicId: string): Promise<boolean> {
  const { rows } = await sql`
    select from waitlist_entries where clinic_id = ${clinicId} and status in ('waiting', 'offered') limit 1`.execute(
    trx,
  )
  return rows.length > 0
}

/** Time of a therapist, in a room or wherever there is one. */
export interface WantedPlace extends Interval {
  readonly therapistId: string
  readonly roomId?: string | null
}

export interface PlaceFacts {
  readonly therapist: { readonly id: string; readonly name: string; readonly skills: string[] }
  readonly room: { readonly name: string; readonly features: string[]; readonly capacity: number } | null
  readonly busyClientIds: readonly string[]
  readonly offeredEntryIds: readonly string[]
}

/** What is to be known of those places for looking for somebody, each; undefined where there is no such therapist or room. */
export async function listPlaceFacts(
  trx: Trx,
  clinicId: string,
  places: readonly WantedPlace[],
): Promise<(PlaceFacts | undefined)[]> {
  const asked = places.map(({ end, roomId = null, start, therapistId }, at) => ({
    ...{ at, therapist_id: therapistId, room_id: roomId, starts_at: new Date(start), ends_at: new Date(end) },
  }))
  const { rows } = await sql<PlaceFacts & { readonly at: number }>`
    select p.at, json_build_object('id', r.id, 'name', r.name, 'skills', array_to_json(array(
        select s.skill from therapist_skills s where s.clinic_id = r.clinic_id and s.therapist_id = r.id))) as therapist,
      case when p.room_id is not null then json_build_object('name', q.name, 'capacity', m.capacity, 'features',
        array_to_json(array(select x.feature from room_features x
          where x.clinic_id = m.clinic_id and x.room_id = m.id))) end as room,
      array_to_json(array(select distinct e.client_id from waitlist_entries e
        join appointments a on a.clinic_id = e.clinic_id and a.client_id = e.client_id
        where e.clinic_id = ${clinicId} and e.status in ('waiting', 'offered')
          and a.status not in ('cancelled', 'noshow', 'entered_in_error') and a.id is distinct from e.appointment_id
          and a.starts_at < p.ends_at and a.ends_at > p.starts_at
          and a.starts_at > p.starts_at - interval '24 hours')) as "busyClientIds",
      array_to_json(array(select distinct o.entry_id from waitlist_offers o
        where o.clinic_id = ${clinicId} and o.therapist_id = r.id and o.starts_at = p.starts_at)) as "offeredEntryIds"
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as p(at int, therapist_id uuid, room_id uuid, starts_at timestamptz, ends_at timestamptz)
      join resources r on r.clinic_id = ${clinicId} and r.id = p.therapist_id and r.kind = 'therapist'
      left join rooms m on m.clinic_id = ${clinicId} and m.id = p.room_id
      left join resources q on q.clinic_id = m.clinic_id and q.id = m.id
    where p.room_id is null or m.id is not null`.execute(trx)
  const byAt = new Map(rows.map(({ at, ...facts }) => [at, facts]))
  return places.map((_, at) => byAt.get(at))
}

/** When those began that were offered of that time of a therapist, by the entries that were offered them. */
export async function listOfferedIn(
  trx: Trx,
  clinicId: string,
  { end, start, therapistId }: WantedPlace,
): Promise<ReadonlyMap<string, ReadonlySet<Instant>>> {
  const { rows } = await sql<{ entryId: string; starts: Instant[] }>`
    select entry_id as "entryId", json_agg(${sql.raw(milliseconds('starts_at'))}) as starts from waitlist_offers
    where clinic_id = ${clinicId} and therapist_id = ${therapistId} and starts_at >= ${new Date(start)}
      and starts_at < ${new Date(end)}
    group by entry_id`.execute(trx)
  return new Map(rows.map((each) => [each.entryId, new Set(each.starts)]))
}

/** Another one whenever anybody joins the list, or what an entry says or where it stands is changed. */
export async function findListState(trx: Trx, clinicId: string): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select count(*) || ' ' || coalesce(sum(version), 0) as state from waitlist_entries
    where clinic_id = ${clinicId} and status in ('waiting', 'offered')`.execute(trx)
  return rows[0]!.state
}

export interface WaitlistFigures {
  readonly entries: number
  readonly offered: number
  readonly open: number
  readonly accepted: number
  readonly declined: number
  readonly expired: number
  readonly withdrawn: number
  readonly medianMinutesToFill: number | null
}

/** What came of the waitlist in that time. */
export async function readFigures(trx: Trx, clinicId: string, { end, start }: Interval): Promise<WaitlistFigures> {
  const [from, to] = [new Date(start), new Date(end)]
  const { rows } = await sql<WaitlistFigures>`
    select (select count(*) from waitlist_entries
        where clinic_id = ${clinicId} and created_at >= ${from} and created_at < ${to}) as entries,
      count(*) as offered, count(*) filter (where status = 'open') as open,
      count(*) filter (where status = 'accepted') as accepted, count(*) filter (where status = 'declined') as declined,
      count(*) filter (where status = 'expired') as expired, count(*) filter (where status = 'withdrawn') as withdrawn,
      (select percentile_cont(0.5) within group (order by extract(epoch from f.ended_at - f.created_at) / 60)
        from freed_slots f where f.clinic_id = ${clinicId} and f.status = 'filled' and f.created_at >= ${from}
          and f.created_at < ${to})::float8 as "medianMinutesToFill"
    from waitlist_offers where clinic_id = ${clinicId} and offered_at >= ${from} and offered_at < ${to}`.execute(trx)
  return rows[0]!
}

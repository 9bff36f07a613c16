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
  reachable: `(c.email is not null and 'email' = any(c.consents)
    or c.phone is not null and 'sms' = any(c.consents) and not exists (select from stopped_numbers k
      where k.clinic_id = c.clinic_id and k.phone = c.phone))`,
}

export interface WaitingRow extends Waiting {
  readonly typeId: string
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

export interface PlaceFacts {
  readonly therapist: { readonly id: string; readonly name: string; readonly skills: string[] }
  readonly busyClientIds: readonly string[]
  readonly offeredEntryIds: readonly string[]
}

/** What is to be known of time of a therapist for looking for somebody; undefined when there is no such therapist. */
export async function findPlaceFacts(
  trx: Trx,
  clinicId: string,
  { end, start, therapistId }: Interval & { readonly therapistId: string },
): Promise<PlaceFacts | undefined> {
  const { rows } = await sql<PlaceFacts>`
    select json_build_object('id', r.id, 'name', r.name, 'skills', array_to_json(array(
        select s.skill from therapist_skills s where s.clinic_id = r.clinic_id and s.therapist_id = r.id))) as therapist,
      array_to_json(array(select distinct e.client_id from waitlist_entries e
        join appointments a on a.clinic_id = e.clinic_id and a.client_id = e.client_id
        where e.clinic_id = ${clinicId} and e.status in ('waiting', 'offered')
          and a.status not in ('cancelled', 'noshow', 'entered_in_error') and a.id is distinct from e.appointment_id
          and a.starts_at < ${new Date(end)} and a.ends_at > ${new Date(start)}
          and a.starts_at > ${new Date(start)}::timestamptz - interval '24 hours')) as "busyClientIds",
      array_to_json(array(select distinct o.entry_id from waitlist_offers o
        where o.clinic_id = ${clinicId} and o.therapist_id = r.id and o.starts_at = ${new Date(start)})) as "offeredEntryIds"
    from resources r where r.clinic_id = ${clinicId} and r.id = ${therapistId} and r.kind = 'therapist'`.execute(trx)
  return rows[0]
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

import { sql } from 'kysely'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { milliseconds } from './fields.ts'

/** What a text from that number may answer: an open offer, or one that was the last to be sent there. */
export interface AnsweredOffer {
  readonly id: string
  readonly isOpen: boolean
}

/** When a message left: a provider may have one, and its reader answer it, before it is written down that it was sent. */
const leftAt = sql`case when m.sent_at is not null or m.unsure then coalesce(m.sent_at, m.updated_at) end`

/**
 * Whether a yes or a no by text was taken for one about the appointment of the message while the offer stood: she was told
 * then that it does, and the next is about the offer.
 */
const isAnswered = (phone: string) => sql`exists (
  select from message_replies r where r.clinic_id = m.clinic_id and r.phone = ${phone}
    and r.appointment_id = m.appointment_id and r.intent in ('confirm', 'cancel', 'choice') and r.received_at >= ${leftAt}
    and r.received_at < least(o.expires_at, o.decided_at))`

/**
 * The offer that a yes or a no from the number is about: an open one to somebody who has the number now, unless a message
 * about an appointment ahead asked later and has not been answered; else one that ended since then, where nothing else was
 * sent to the number after it. Of several the last.
 */
export async function findAnsweredOffer(
  trx: Trx,
  clinicId: string,
  phone: string,
  { isYes, now, since }: { readonly isYes: boolean; readonly now: Instant; readonly since: Instant },
): Promise<AnsweredOffer | undefined> {
  const at = new Date(now)
  const { rows } = await sql<AnsweredOffer>`
    select o.id, f.is_open as "isOpen" from waitlist_offers o
    join clients c on c.clinic_id = o.clinic_id and c.id = o.client_id
    join waitlist_entries e on e.clinic_id = o.clinic_id and e.id = o.entry_id
    cross join lateral (
      select o.status = 'open' and o.expires_at > ${at} as is_open, coalesce((
        select max(${leftAt}) from messages m where m.clinic_id = o.clinic_id and m.offer_id = o.id
          and m.kind = 'waitlist_offer' and m.channel = 'sms'), o.offered_at) as asked_at) f
    where o.clinic_id = ${clinicId} and c.phone = ${phone} and o.offered_at > ${new Date(since)}
      and e.status <> 'booked' and o.status <> 'accepted' and not exists (
        select from messages m left join appointments a on a.clinic_id = m.clinic_id and a.id = m.appointment_id
        left join clients k on k.clinic_id = a.clinic_id and k.id = a.client_id
        where m.clinic_id = o.clinic_id and m.recipient = ${phone} and m.channel in ('sms', 'voice')
          and ${leftAt} > f.asked_at and m.offer_id is distinct from o.id and not ${isAnswered(phone)}
          and case when f.is_open then k.phone = ${phone} and m.audience = 'client' and a.ends_at > ${at}
              and a.status in ('pending', 'booked')
              and (${isYes} and a.reply = 'confirmed' and a.replied_at >= ${leftAt}) is not true
            else m.kind <> 'waitlist_gone' end)
    order by 2 desc, o.offered_at desc, o.id desc limit 1`.execute(trx)
  return rows[0]
}

/** What is offered to somebody who has the number now, the last made first; undefined when nothing is. */
export async function findStandingOffer(
  trx: Trx,
  clinicId: string,
  phone: string,
  now: Instant,
): Promise<{ readonly startsAt: Instant; readonly expiresAt: Instant } | undefined> {
  const { rows } = await sql<{ startsAt: Instant; expiresAt: Instant }>`
    select ${sql.raw(milliseconds('o.starts_at'))} as "startsAt", ${sql.raw(milliseconds('o.expires_at'))} as "expiresAt"
    from waitlist_offers o join clients c on c.clinic_id = o.clinic_id and c.id = o.client_id
    where o.clinic_id = ${clinicId} and c.phone = ${phone} and o.status = 'open' and o.expires_at > ${new Date(now)}
    order by o.offered_at desc, o.id desc limit 1`.execute(trx)
  return rows[0]
}

/** Time of therapists within the window that is offered to that entry by nobody but the desk: closed, taken back, or declined. */
export async function listKeptBack(
  trx: Trx,
  clinicId: string,
  entryId: string,
  { end, start }: Interval,
): Promise<readonly (Interval & { readonly therapistId: string })[]> {
  const [from, to] = [new Date(start), new Date(end)]
  const { rows } = await sql<Interval & { therapistId: string }>`
    select k.therapist_id as "therapistId", ${sql.raw(milliseconds('k.starts_at'))} as start,
      ${sql.raw(milliseconds('k.ends_at'))} as "end"
    from (
      select therapist_id, starts_at, ends_at from freed_slots where clinic_id = ${clinicId} and status = 'ended'
      union all
      select therapist_id, starts_at, ends_at from waitlist_offers where clinic_id = ${clinicId} and entry_id = ${entryId}
        and (status = 'declined' or status = 'withdrawn' and withdrawn_for is distinct from 'taken')
    ) k where k.starts_at < ${to} and k.ends_at > ${from}`.execute(trx)
  return rows
}

import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel, OfferKind } from '../../domain/message.ts'
import type { Trx } from '../connect.ts'
import { milliseconds } from './fields.ts'
import { listOffers, type Offer } from './waitlist-offers.ts'

/** A message about an offer to somebody who waits. */
export interface OfferMessage {
  readonly id: string
  readonly offerId: string
  readonly clientId: string
  readonly channel: MessageChannel
  readonly recipient: string
  readonly language: string
  readonly startsAt: Instant
}

/** Schedules them, for now; what was said before is not said again. */
export async function insertOfferMessages(
  trx: Trx,
  clinicId: string,
  kind: OfferKind,
  messages: readonly OfferMessage[],
  now: Instant,
): Promise<void> {
  const rows = messages.map((each) => ({ ...each, startsAt: new Date(each.startsAt) }))
  const at = sql`${new Date(now)}::timestamptz`
  await sql`
    insert into messages (clinic_id, id, kind, channel, audience, recipient, language, client_id, offer_id, about_starts_at,
      due_at, attempt_at, created_at, updated_at)
    select ${clinicId}, n.id, ${kind}, n.channel, 'client', n.recipient, n.language, n."clientId", n."offerId", n."startsAt",
      ${at}, ${at}, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "offerId" uuid, "clientId" uuid, channel text,
      recipient text, language text, "startsAt" timestamptz)
    on conflict do nothing`.execute(trx)
}

/** Whether somebody has heard of an offer that is gone, or will, since it is just being sent. */
export type Heard = 'yes' | 'soon' | 'no'

/**
 * Of those messages that say that an offer is gone, whether the offer itself has left on the same channel. An offer of which
 * nothing was sent was told in the answer to a text, or by a page. What somebody else has in hand is just being sent.
 */
export async function listHeard(
  trx: Trx,
  clinicId: string,
  goneIds: readonly string[],
): Promise<ReadonlyMap<string, Heard>> {
  if (goneIds.length === 0) return new Map()
  const { rows: free } = await sql<{ id: string; heard: Heard }>`
    select g.id, case when m.sent_at is not null or m.status in ('sent', 'delivered') then 'yes' when m.unsure then 'soon'
      else 'no' end as heard
    from messages g join messages m on m.clinic_id = g.clinic_id and m.offer_id = g.offer_id and m.channel = g.channel
      and m.kind = 'waitlist_offer'
    where g.clinic_id = ${clinicId} and g.id = any(${[...goneIds]}::uuid[])
    order by m.id for no key update of m skip locked`.execute(trx)
  const known = new Map(free.map((each) => [each.id, each.heard]))
  const { rows } = await sql<{ id: string; channels: string[]; channel: string }>`
    select g.id, g.channel, array_to_json(array(select m.channel from messages m where m.clinic_id = g.clinic_id
      and m.offer_id = g.offer_id and m.kind = 'waitlist_offer')) as channels
    from messages g where g.clinic_id = ${clinicId} and g.id = any(${[...goneIds]}::uuid[])`.execute(trx)
  return new Map(rows.map(({ channel, channels, id }) => [id, known.get(id) ?? heardOf(channel, channels)]))
}

function heardOf(channel: string, channels: readonly string[]): Heard {
  if (channels.includes(channel)) return 'soon'
  return channels.length === 0 ? 'yes' : 'no'
}

/** What a message about an offer says. */
export interface ToldOfOffer {
  readonly offer: Offer
  readonly clientName: string
  readonly clientEmail: string | null
  readonly clientZone: string | null
  readonly typeName: string
  /** The appointment that a yes would take from her. */
  readonly givesUp: { readonly startsAt: Instant; readonly therapistName: string } | null
}

const startOfGiven = sql.raw(milliseconds('g.starts_at'))

/** What those messages are about, by their ids. */
export async function listToldOfOffers(
  trx: Trx,
  clinicId: string,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, ToldOfOffer>> {
  if (messageIds.length === 0) return new Map()
  const { rows } = await sql<Omit<ToldOfOffer, 'offer'> & { messageId: string; offerId: string }>`
    select m.id as "messageId", m.offer_id as "offerId", c.name as "clientName", c.email as "clientEmail",
      c.zone as "clientZone", y.name as "typeName", case when g.id is not null then
        json_build_object('startsAt', ${startOfGiven}, 'therapistName', r.name) end as "givesUp"
    from messages m join waitlist_offers o on o.clinic_id = m.clinic_id and o.id = m.offer_id
      join clients c on c.clinic_id = o.clinic_id and c.id = o.client_id
      join appointment_types y on y.clinic_id = o.clinic_id and y.id = o.type_id
      join waitlist_entries e on e.clinic_id = o.clinic_id and e.id = o.entry_id
      left join appointments g on g.clinic_id = e.clinic_id and g.id = e.appointment_id
        and g.status in ('pending', 'booked') and o.status = 'open'
      left join resources r on r.clinic_id = g.clinic_id and r.id = g.therapist_id
    where m.clinic_id = ${clinicId} and m.id = any(${messageIds}::uuid[])`.execute(trx)
  const offers = await listOffers(trx, clinicId, [...new Set(rows.map((each) => each.offerId))])
  const byId = new Map(offers.map((each) => [each.id, each]))
  return new Map(rows.map(({ messageId, offerId, ...told }) => [messageId, { ...told, offer: byId.get(offerId)! }]))
}

import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel, OfferKind } from '../../domain/message.ts'
import type { Trx } from '../connect.ts'
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

/** Of those offers, the ones that somebody has been told of, or may have. */
export async function listToldOffers(trx: Trx, clinicId: string, offerIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct offer_id as id from messages where clinic_id = ${clinicId} and offer_id = any(${offerIds}::uuid[])
      and kind = 'waitlist_offer' and (sent_at is not null or unsure)`.execute(trx)
  return rows.map((each) => each.id)
}

/** What a message about an offer says. */
export interface ToldOfOffer {
  readonly offer: Offer
  readonly clientName: string
  readonly clientEmail: string | null
  readonly clientZone: string | null
  readonly typeName: string
}

/** What those messages are about, by their ids. */
export async function listToldOfOffers(
  trx: Trx,
  clinicId: string,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, ToldOfOffer>> {
  if (messageIds.length === 0) return new Map()
  const { rows } = await sql<Omit<ToldOfOffer, 'offer'> & { messageId: string; offerId: string }>`
    select m.id as "messageId", m.offer_id as "offerId", c.name as "clientName", c.email as "clientEmail",
      c.zone as "clientZone", y.name as "typeName"
    from messages m join waitlist_offers o on o.clinic_id = m.clinic_id and o.id = m.offer_id
      join clients c on c.clinic_id = o.clinic_id and c.id = o.client_id
      join appointment_types y on y.clinic_id = o.clinic_id and y.id = o.type_id
    where m.clinic_id = ${clinicId} and m.id = any(${messageIds}::uuid[])`.execute(trx)
  const offers = await listOffers(trx, clinicId, [...new Set(rows.map((each) => each.offerId))])
  const byId = new Map(offers.map((each) => [each.id, each]))
  return new Map(rows.map(({ messageId, offerId, ...told }) => [messageId, { ...told, offer: byId.get(offerId)! }]))
}

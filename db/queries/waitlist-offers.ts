import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { OfferStatus } from '../../domain/waitlist-entry.ts'
import type { Db, Trx } from '../connect.ts'
import { type NamedResource, resourceTables } from './book.ts'
import { asColumns, asJson, milliseconds, namedResourceFields } from './fields.ts'

/** A slot put to somebody who waits, as the table has it. */
export interface OfferRow {
  readonly id: string
  readonly version: number
  readonly entryId: string
  readonly clientId: string
  /** What keeps others off it; the offers of one slot to several share it. */
  readonly holdId: string
  /** Because of which it was made; null for one that somebody made by hand. */
  readonly freedId: string | null
  readonly typeId: string
  readonly therapistId: string
  readonly roomId: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly status: OfferStatus
  readonly offeredAt: Instant
  readonly offeredBy: string
  readonly expiresAt: Instant
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  readonly appointmentId: string | null
  readonly chainId: string
  readonly link: number
}

/** An offer with whom it is and where. */
export interface Offer extends OfferRow {
  readonly therapist: NamedResource
  readonly room: NamedResource | null
}

/** Offers are o. */
const offerFields = {
  id: 'o.id',
  version: 'o.version',
  entryId: 'o.entry_id',
  clientId: 'o.client_id',
  holdId: 'o.hold_id',
  freedId: 'o.freed_id',
  typeId: 'o.type_id',
  therapistId: 'o.therapist_id',
  roomId: 'o.room_id',
  startsAt: milliseconds('o.starts_at'),
  endsAt: milliseconds('o.ends_at'),
  status: 'o.status',
  offeredAt: milliseconds('o.offered_at'),
  offeredBy: 'o.offered_by',
  expiresAt: milliseconds('o.expires_at'),
  decidedAt: milliseconds('o.decided_at'),
  decidedBy: 'o.decided_by',
  appointmentId: 'o.appointment_id',
  chainId: 'o.chain_id',
  link: 'o.link',
}

const resourceOf = (column: string) => sql`(select ${asJson(namedResourceFields)} from ${resourceTables}
  where r.clinic_id = o.clinic_id and r.id = ${sql.raw(column)})`

export async function listOffers(trx: Trx, clinicId: string, ids: readonly string[]): Promise<Offer[]> {
  if (ids.length === 0) return []
  return offersWhere(trx, sql`o.clinic_id = ${clinicId} and o.id = any(${ids}::uuid[])`)
}

export async function findOffer(trx: Trx, clinicId: string, id: string): Promise<Offer | undefined> {
  const [offer] = await listOffers(trx, clinicId, [id])
  return offer
}

/** The same, locked. What it takes is locked before, as everywhere. */
export async function lockOffer(trx: Trx, clinicId: string, id: string): Promise<Offer | undefined> {
  await sql`select from waitlist_offers where clinic_id = ${clinicId} and id = ${id} for no key update`.execute(trx)
  return findOffer(trx, clinicId, id)
}

/** Everything that was offered to those entries, the latest first. */
export function listOffersOfEntries(trx: Trx, clinicId: string, entryIds: readonly string[]): Promise<Offer[]> {
  return offersWhere(
    trx,
    sql`o.clinic_id = ${clinicId} and o.entry_id = any(${entryIds}::uuid[])`,
    sql`o.offered_at desc, o.id desc`,
  )
}

/** What those freed slots were offered as. */
export function listOffersOfFreed(trx: Trx, clinicId: string, freedIds: readonly string[]): Promise<Offer[]> {
  return offersWhere(trx, sql`o.clinic_id = ${clinicId} and o.freed_id = any(${freedIds}::uuid[])`)
}

export function listOffersPage(
  trx: Trx,
  clinicId: string,
  {
    after,
    first,
    from,
    statuses,
  }: {
    readonly statuses: readonly OfferStatus[] | null
    readonly from: Instant | null
    readonly first: number
    readonly after: { readonly offeredAt: Instant; readonly id: string } | undefined
  },
): Promise<Offer[]> {
  const wanted = statuses && [...statuses]
  const beyond = after ? sql`and (o.offered_at, o.id) < (${new Date(after.offeredAt)}, ${after.id}::uuid)` : sql``
  return offersWhere(
    trx,
    sql`o.clinic_id = ${clinicId} and (${wanted}::text[] is null or o.status = any(${wanted}::text[]))
      and (${from === null}::boolean or o.offered_at >= ${new Date(from ?? 0)}) ${beyond}`,
    sql`o.offered_at desc, o.id desc limit ${first}`,
  )
}

async function offersWhere(
  trx: Trx,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`o.offered_at, o.id`,
): Promise<Offer[]> {
  const { rows } = await sql<Offer>`
    select ${asColumns(offerFields)}, ${resourceOf('o.therapist_id')} as therapist, ${resourceOf('o.room_id')} as room
    from waitlist_offers o where ${condition} order by ${order}`.execute(trx)
  return rows
}

/** Which offer a token leads to, of whichever clinic. */
export async function findOfferOfToken(
  db: Db,
  tokenHash: Buffer,
): Promise<{ readonly clinicId: string; readonly offerId: string } | undefined> {
  const { rows } = await sql<{ clinicId: string; offerId: string }>`
    select clinic_id as "clinicId", offer_id as "offerId" from auth.offer_of_token(${tokenHash})`.execute(db)
  return rows[0]
}

import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { OfferStatus, WithdrawalReason } from '../../domain/waitlist-entry.ts'
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
  /** Null for one that is not withdrawn. */
  readonly withdrawnFor: WithdrawalReason | null
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
  withdrawnFor: 'o.withdrawn_for',
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

export async function insertOffer(trx: Trx, clinicId: string, row: OfferRow, tokenHash: Buffer): Promise<void> {
  const at = new Date(row.offeredAt)
  await sql`
    insert into waitlist_offers (clinic_id, id, entry_id, client_id, hold_id, freed_id, type_id, therapist_id, room_id,
      starts_at, ends_at, offered_at, offered_by, expires_at, token_hash, chain_id, link, updated_at)
    values (${clinicId}, ${row.id}, ${row.entryId}, ${row.clientId}, ${row.holdId}, ${row.freedId}, ${row.typeId},
      ${row.therapistId}, ${row.roomId}, ${new Date(row.startsAt)}, ${new Date(row.endsAt)}, ${at}, ${row.offeredBy},
      ${new Date(row.expiresAt)}, ${tokenHash}, ${row.chainId}, ${row.link}, ${at})`.execute(trx)
}

/** Writes what became of it, one version on. The row must be locked. */
export async function decideOfferRow(
  trx: Trx,
  clinicId: string,
  { appointmentId, decidedAt, decidedBy, id, status, withdrawnFor }: OfferRow,
  now: Instant,
): Promise<void> {
  await sql`
    update waitlist_offers set status = ${status}, withdrawn_for = ${withdrawnFor},
      decided_at = ${decidedAt === null ? null : new Date(decidedAt)}, decided_by = ${decidedBy}, appointment_id = ${appointmentId}, version = version + 1, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

/** The open offers under that hold, locked. What it takes is locked before. */
export async function lockOpenOffersOfHold(trx: Trx, clinicId: string, holdId: string): Promise<Offer[]> {
  const open = sql`o.clinic_id = ${clinicId} and o.hold_id = ${holdId} and o.status = 'open'`
  await sql`select from waitlist_offers o where ${open} order by o.id for no key update`.execute(trx)
  return offersWhere(trx, open)
}

/** The open offers whose time is over. */
export function listOverdueOffers(trx: Trx, clinicId: string, now: Instant): Promise<Offer[]> {
  return offersWhere(
    trx,
    sql`o.clinic_id = ${clinicId} and o.status = 'open' and o.expires_at <= ${new Date(now)}`,
    sql`o.expires_at, o.id`,
  )
}

/** The open offer to that entry, if any. */
export async function findOpenOffer(trx: Trx, clinicId: string, entryId: string): Promise<Offer | undefined> {
  const [offer] = await offersWhere(
    trx,
    sql`o.clinic_id = ${clinicId} and o.entry_id = ${entryId} and o.status = 'open'`,
  )
  return offer
}

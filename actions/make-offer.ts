import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import type { ClientRow } from '../db/queries/book.ts'
import { insertHold } from '../db/queries/holds.ts'
import type { LogActor, LogEntry } from '../db/queries/log.ts'
import { findEntry, updateEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import { findOffer, insertOffer, type Offer } from '../db/queries/waitlist-offers.ts'
import type { Instant } from '../domain/interval.ts'
import { fillSlots } from '../jobs/contracts.ts'
import type { DecidedPlace } from './decide-place.ts'
import { holdEntry } from './hold-log.ts'
import { holdBy } from './hold-slot.ts'
import type { OfferContext } from './offer-context.ts'
import { offerToken } from './offer-token.ts'
import { hashOfSecret } from './one-time-secret.ts'
import { tellOffers } from './tell-offers.ts'
import { entryEntry, offerEntry } from './waitlist-log.ts'

export interface OfferTerms {
  readonly by: LogActor
  readonly expiresAt: Instant
  /** Because of which it is made; null for one made by hand. */
  readonly freedId: string | null
  readonly chainId: string
  readonly link: number
  /** She is told in another way. */
  readonly silent?: boolean
}

type Accepted = Exclude<DecidedPlace<ClientRow | null>, { refusal: unknown }>

/** Holds the place and puts it to those who wait, all of them locked: the first yes has it. */
export async function writeOffers(
  context: OfferContext,
  trx: Trx,
  clinicId: string,
  {
    entries,
    place,
    terms,
  }: {
    readonly entries: readonly WaitlistEntry[]
    readonly place: Accepted
    readonly terms: OfferTerms
  },
): Promise<{ readonly offers: readonly Offer[]; readonly log: readonly LogEntry[] }> {
  const now = context.now()
  const { by, expiresAt } = terms
  const hold = holdBy(by, { ...place, client: entries.length === 1 ? place.client : null }, expiresAt)
  // Nobody is told its token: it ends with the offers, or as one of them becomes an appointment.
  await insertHold(trx, clinicId, { ...hold, owner: `offer:${hold.id}`, tokenHash: randomBytes(32) }, now)
  const log: LogEntry[] = [holdEntry('hold slot', undefined, hold)]
  const offers: Offer[] = []
  for (const entry of entries) {
    const offer = await writeOffer(context, trx, clinicId, { entry, place, terms, holdId: hold.id })
    const offered = { ...entry, status: 'offered' as const }
    await updateEntry(trx, clinicId, offered, now)
    offers.push(offer)
    log.push(offerEntry('offer slot', undefined, offer))
    log.push(entryEntry('offer slot', entry, (await findEntry(trx, clinicId, entry.id))!))
  }
  if (!terms.silent) {
    const told = offers.map((offer, at) => ({ offer, client: entries[at]!.client }))
    await tellOffers(context, trx, clinicId, 'waitlist_offer', told)
  }
  await context.jobs.enqueue(trx, fillSlots, { clinicId }, { startAfter: expiresAt })
  return { offers, log: log.map((each) => ({ ...each, actor: by })) }
}

interface OneOffer {
  readonly entry: WaitlistEntry
  readonly place: Accepted
  readonly terms: OfferTerms
  readonly holdId: string
}

async function writeOffer(
  { now, secret }: OfferContext,
  trx: Trx,
  clinicId: string,
  { entry, holdId, place, terms }: OneOffer,
): Promise<Offer> {
  const { by, chainId, expiresAt, freedId, link } = terms
  const row = {
    ...{
      id: uuidv7(),
      version: 1,
      entryId: entry.id,
      clientId: entry.clientId,
      holdId,
      freedId,
      typeId: place.type.id,
    },
    ...{ therapistId: place.therapist.id, roomId: place.room?.id ?? null, startsAt: place.start, endsAt: place.end },
    ...{ status: 'open' as const, offeredAt: now(), offeredBy: by.name, expiresAt, chainId, link },
    ...{ decidedAt: null, decidedBy: null, appointmentId: null, withdrawnFor: null },
  }
  await insertOffer(trx, clinicId, row, hashOfSecret(offerToken(secret, clinicId, row.id)))
  return (await findOffer(trx, clinicId, row.id))!
}

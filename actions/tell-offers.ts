import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import type { ClientRow } from '../db/queries/book.ts'
import { insertOfferMessages } from '../db/queries/offer-messages.ts'
import type { OfferRow } from '../db/queries/waitlist-offers.ts'
import type { MessageChannel, OfferKind } from '../domain/message.ts'
import { sendMessages } from '../jobs/contracts.ts'
import type { OfferContext } from './offer-context.ts'

export interface ToldOffer {
  readonly offer: OfferRow
  readonly client: ClientRow
}

/** Says by text and by mail what is offered, or that it no longer is; each once. */
export async function tellOffers(
  { jobs, now: clock }: OfferContext,
  trx: Trx,
  clinicId: string,
  kind: OfferKind,
  told: readonly ToldOffer[],
): Promise<void> {
  const messages = told.flatMap(({ client, offer }) =>
    reachOf(client).map(([channel, recipient]) => ({
      ...{ id: uuidv7(), offerId: offer.id, clientId: client.id, startsAt: offer.startsAt },
      ...{ channel, recipient, language: client.language },
    })),
  )
  if (messages.length === 0) return
  await insertOfferMessages(trx, clinicId, kind, messages, clock())
  await jobs.enqueue(trx, sendMessages, { clinicId })
}

/** On which channels she is reached at once. */
function reachOf({ consents, email, phone, smsStoppedAt }: ClientRow): [MessageChannel, string][] {
  const reach: [MessageChannel, string][] = []
  if (phone !== null && consents.includes('sms') && smsStoppedAt === null) reach.push(['sms', phone])
  if (email !== null && consents.includes('email')) reach.push(['email', email])
  return reach
}

import { createHmac } from 'node:crypto'
import { findOfferOfToken } from '../db/queries/waitlist-offers.ts'
import type { ActionContext } from './context.ts'
import { hashOfSecret } from './one-time-secret.ts'

/**
 * What leads its holder to the offer. Made from the install's secret rather than by chance, so that the text and the mail
 * carry the same though nothing but its hash is kept.
 */
export function offerToken(secret: string, clinicId: string, offerId: string): string {
  return createHmac('sha256', secret).update(`offer ${clinicId} ${offerId}`).digest('base64url')
}

/** Where a token leads, of whichever clinic; undefined for what cannot be one. */
export async function findOfferByToken({ db }: Pick<ActionContext, 'db'>, token: string) {
  return /^[\w-]{43}$/.test(token) ? findOfferOfToken(db, hashOfSecret(token)) : undefined
}

import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { insertLinks } from '../db/queries/links.ts'
import type { Instant } from '../domain/interval.ts'
import { makeLinkToken } from './one-time-secret.ts'

/** The appointment that a link is to lead to, and whose it is. */
export interface LinkWanted {
  readonly appointmentId: string
  readonly clientId: string
  readonly endsAt: Instant
}

/** How long after its appointment a link can still be opened. */
export const LINK_KEPT = 14 * 24 * 60 * 60_000

/**
 * A new link for each of these appointments, in their order: whoever holds it acts as that client on that appointment. Only
 * the hash of what is returned is kept, so that a link is told once, in the message it is made for.
 */
export async function makeManageUrls(
  trx: Trx,
  clinicId: string,
  wanted: readonly LinkWanted[],
  { publicUrl, now }: { readonly publicUrl: string; readonly now: Instant },
): Promise<string[]> {
  const made = wanted.map((each) => ({ ...each, ...makeLinkToken() }))
  const rows = made.map(({ appointmentId, clientId, endsAt, hash }) => ({
    ...{ id: uuidv7(), tokenHash: hash, appointmentId, clientId },
    expiresAt: Math.max(endsAt, now) + LINK_KEPT,
  }))
  await insertLinks(trx, clinicId, rows, now)
  return made.map(({ token }) => new URL(`/m/${token}`, publicUrl).href)
}

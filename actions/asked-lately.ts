import type { Trx } from '../db/connect.ts'
import { lockHolder } from '../db/queries/holds.ts'
import { readBookedLately } from '../db/queries/public-bookings.ts'
import type { BookedLately } from '../domain/booking-limits.ts'
import type { Instant } from '../domain/interval.ts'
import type { Booker } from './booker-fields.ts'
import { hashOfSecret } from './one-time-secret.ts'

interface AskedLately {
  readonly lately: BookedLately
  /** As it is kept: nobody reads from it who it was. */
  readonly network: Buffer
}

/** Of two who ask at once under one address, the second sees what the first did. */
export function lockAddress(trx: Trx, clinicId: string, email: string): Promise<void> {
  return lockHolder(trx, clinicId, `booker ${email.trim().toLowerCase()}`)
}

/** What was asked for of late by whoever asks, and from there; the next who asks so waits for it. The address is locked. */
export async function readAskedLately(
  trx: Trx,
  clinicId: string,
  who: Pick<Booker, 'email' | 'phone'> & { readonly network: string },
  now: Instant,
): Promise<AskedLately> {
  const { email, phone } = who
  const network = hashOfSecret(`booking from ${who.network}`)
  if (phone !== null) await lockHolder(trx, clinicId, `booker ${phone}`)
  await lockHolder(trx, clinicId, network.toString('hex'))
  return { lately: await readBookedLately(trx, clinicId, { email, phone, network }, now), network }
}

import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import type { ClientRow } from '../db/queries/book.ts'
import { findClient, insertClient, lockClient } from '../db/queries/clients.ts'
import { getClinic } from '../db/queries/clinics.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { findMeantClient } from '../db/queries/public-bookings.ts'
import type { Instant } from '../domain/interval.ts'
import { usualConsents } from '../domain/message.ts'
import type { Booker } from './booker-fields.ts'
import type { ActionContext } from './context.ts'

interface Meant extends Booker {
  /** Whether the address has proved itself. */
  readonly isProved: boolean
}

/** The client whom somebody of the public means by what she typed, locked, or else a new one. */
export async function meantOrNewClient(
  { caller: { clinicId }, now: clock }: ActionContext,
  trx: Trx,
  { email, isProved, language, name, phone, zone }: Meant,
  during: { readonly startsAt: Instant; readonly endsAt: Instant } | null,
): Promise<{ readonly client: ClientRow; readonly log: readonly LogEntry[] }> {
  const meant = await findMeantClient(trx, clinicId, { email, name, isProved }, during)
  const known = meant && (await lockClient(trx, clinicId, meant.id))
  if (known) return { client: known, log: [] }
  const clinic = await getClinic(trx, clinicId)
  const now = clock()
  const id = uuidv7()
  const own = zone === clinic.zone ? null : zone
  await insertClient(trx, clinicId, { id, name, email, phone, language, zone: own, consents: usualConsents }, now)
  const client = await findClient(trx, clinicId, id)
  if (!client) throw new Error('a client that was just written is not there')
  const entry = { action: 'create client', kind: 'client' as const, id, version: client.version }
  return { client, log: [{ ...entry, before: undefined, after: client }] }
}

import type { Trx } from '../db/connect.ts'
import type { ClientRow } from '../db/queries/book.ts'
import { lockClientsAt, updateClient } from '../db/queries/clients.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { deleteStopped, insertStopped } from '../db/queries/stopped-numbers.ts'
import type { Instant } from '../domain/interval.ts'
import { type ConsentChannel, consentChannels } from '../domain/message.ts'

/** What Twilio says of a number that has said STOP to it. */
export const UNSUBSCRIBED = '21610'

/**
 * STOP and START from a number, for everybody who is reached there. STOP takes consent to texts back at once, and nothing
 * reaches the number before START, whatever the desk enters meanwhile; START gives back what STOP took.
 */
export async function switchNumber(
  trx: Trx,
  clinicId: string,
  phone: string,
  to: 'stop' | 'start',
  now: Instant,
): Promise<LogEntry[]> {
  const clients = await lockClientsAt(trx, clinicId, { phone })
  const isNew =
    to === 'stop' ? await insertStopped(trx, clinicId, phone, now) : await deleteStopped(trx, clinicId, phone)
  if (!isNew) return []
  const stoppedAt = to === 'stop' ? now : null
  const changed = clients.map((client) => changeConsent(client, 'sms', to === 'start'))
  await Promise.all(changed.map((client) => updateClient(trx, clinicId, client, now)))
  return clients.map((before, at) => consentEntry(before, { ...changed[at]!, smsStoppedAt: stoppedAt }))
}

/** A complaint, or a word to the mail company, from an address; `allowed` when it was taken back. */
export async function switchAddress(
  trx: Trx,
  clinicId: string,
  email: string,
  allowed: boolean,
  now: Instant,
): Promise<LogEntry[]> {
  const clients = await lockClientsAt(trx, clinicId, { email })
  const others = clients.filter((each) => each.consents.includes('email') !== allowed)
  const changed = others.map((client) => changeConsent(client, 'email', allowed))
  await Promise.all(changed.map((client) => updateClient(trx, clinicId, client, now)))
  return others.map((before, at) => consentEntry(before, changed[at]!))
}

function changeConsent(client: ClientRow, channel: ConsentChannel, allowed: boolean): ClientRow {
  const given = (each: ConsentChannel) => (each === channel ? allowed : client.consents.includes(each))
  return { ...client, consents: consentChannels.filter(given) }
}

/** Whoever has the address did it: the client, as far as anybody knows. */
function consentEntry(before: ClientRow, row: ClientRow): LogEntry {
  const after = { ...row, version: before.version + 1 }
  const actor = { kind: 'client' as const, id: before.id, name: before.name }
  return { action: 'change consent', kind: 'client', id: after.id, version: after.version, before, after, actor }
}

import { inSnapshot } from '../db/connect.ts'
import { findWaitByToken } from '../db/queries/public-waits.ts'
import { findEntry } from '../db/queries/waitlist-entries.ts'
import { isOnList } from '../domain/waitlist-entry.ts'
import type { WaitKey } from './confirm-public-wait.ts'
import type { ActionContext } from './context.ts'
import { leaveWaitlist } from './leave-waitlist.ts'
import { hashOfSecret } from './one-time-secret.ts'

/** How often it is tried while somebody else changes the entry, as whoever offers her something does. */
const MOST_TRIES = 3

/** Takes her off the waitlist to whom the link belongs; where she is on none, nothing is done. */
export async function leavePublicWait(context: ActionContext, key: WaitKey): Promise<void> {
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const entry = await entryOf(context, key)
    if (!entry || !isOnList(entry.status)) return
    const { appointmentId, client, id, version } = entry
    const { clinicId } = context.caller
    const caller = { kind: 'client', clinicId, clientId: client.id, appointmentId, name: client.name } as const
    const answer = await leaveWaitlist({ ...context, caller }, { id, expectedVersion: version })
    if (answer.kind === 'saved') return
  }
}

function entryOf({ caller: { clinicId }, db }: ActionContext, { id, token }: WaitKey) {
  return inSnapshot(db, clinicId, async (trx) => {
    const wait = await findWaitByToken(trx, clinicId, id, hashOfSecret(token))
    return wait?.entryId ? findEntry(trx, clinicId, wait.entryId) : undefined
  })
}

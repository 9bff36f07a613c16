import { inClinic } from '../db/connect.ts'
import { insertReads } from '../db/queries/audit-entries.ts'
import { type ActionContext, actorOf } from './context.ts'

const AN_HOUR = 60 * 60_000

/**
 * Writes down that the caller reads what was answered when those appointments were booked: once an hour for each client, as
 * a screen reads it again with every change.
 */
export async function noteIntakeRead(
  { caller, db, ip, now, requestId }: Pick<ActionContext, 'caller' | 'db' | 'ip' | 'now' | 'requestId'>,
  appointmentIds: readonly string[],
): Promise<void> {
  const { clinicId } = caller
  const at = now()
  const origin = { actor: actorOf(caller), at, ip, requestId }
  const read = { action: 'read intake answers', appointmentIds, since: at - AN_HOUR }
  await inClinic(db, clinicId, (trx) => insertReads(trx, clinicId, origin, read))
}

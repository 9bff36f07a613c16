import type { Trx } from '../db/connect.ts'
import { lockHolder } from '../db/queries/holds.ts'
import { findWaitByToken, lockWaitByToken, markJoined, type PublicWaitRow } from '../db/queries/public-waits.ts'
import { listRankable } from '../db/queries/waitlist-entries.ts'
import { changeClinic, type Outcome } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { checkId } from './ids.ts'
import { meantOrNewClient } from './meant-or-new-client.ts'
import { hashOfSecret } from './one-time-secret.ts'
import { findWaitOffer } from './public-wait-offer.ts'
import { writeJoin } from './write-join.ts'

export interface WaitKey {
  readonly id: string
  /** That was sent to the address. */
  readonly token: string
}

/** She is on the list, or was before. */
export interface WaitJoined {
  readonly kind: 'joined'
  readonly entryId: string
}

/** There is nothing to confirm, or not any more. */
export interface WaitOver {
  readonly kind: 'over'
}

/** The e-mail has proved itself: whoever asked waits from now on, or goes on waiting where she did already. */
export function confirmPublicWait(context: ActionContext, key: WaitKey): Promise<WaitJoined | WaitOver> {
  checkId(key.id, 'wait', ['input', 'id'])
  return changeClinic<WaitJoined, WaitOver, WaitOver>(context, {
    operation: 'confirmPublicWait',
    input: {},
    work: (trx) => confirmIn(context, trx, key),
    tell: async (refused) => refused,
  })
}

const over = { refused: { kind: 'over' as const } }

async function confirmIn(
  context: ActionContext,
  trx: Trx,
  { id, token }: WaitKey,
): Promise<Outcome<WaitJoined, WaitOver>> {
  const { clinicId } = context.caller
  const tokenHash = hashOfSecret(token)
  const found = await findWaitByToken(trx, clinicId, id, tokenHash)
  if (!found) return over
  // Who asked twice and confirms both at once is one new client, not two.
  await lockHolder(trx, clinicId, `booker ${found.email.toLowerCase()}`)
  const wait = await lockWaitByToken(trx, clinicId, id, tokenHash)
  if (wait?.entryId) return { written: { kind: 'joined', entryId: wait.entryId }, log: [] }
  if (!wait || context.now() >= wait.expiresAt || !(await findWaitOffer(trx, clinicId, wait))) return over
  return joinFor(context, trx, wait)
}

async function joinFor(context: ActionContext, trx: Trx, wait: PublicWaitRow): Promise<Outcome<WaitJoined, WaitOver>> {
  const { clinicId } = context.caller
  const { days, note, parts, therapistId, typeId, untilOn } = wait
  const { client, log } = await meantOrNewClient(context, trx, { ...wait, isProved: true }, null)
  const wanted = { clientId: client.id, typeId }
  const [waiting] = await listRankable(trx, clinicId, { ...wanted, statuses: ['waiting', 'offered'] })
  if (waiting) {
    await markJoined(trx, clinicId, wait.id, waiting.id, context.now())
    return { written: { kind: 'joined', entryId: waiting.id }, log }
  }
  const joined = await writeJoin(context, trx, wanted, {
    ...{ therapistIds: therapistId === null ? null : [therapistId], days, parts, untilOn, note },
    ...{ skill: null, fromOn: null, noticeMinutes: 0, urgency: 'routine', referralSource: 'self', payer: null },
  })
  if ('refused' in joined) return over
  const entryId = joined.written.record.id
  await markJoined(trx, clinicId, wait.id, entryId, context.now())
  return { written: { kind: 'joined', entryId }, log: [...log, ...joined.log] }
}

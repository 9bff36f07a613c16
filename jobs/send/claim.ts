import { changeUnasked } from '../../actions/change-unasked.ts'
import type { SystemContext } from '../../actions/context.ts'
import type { Trx } from '../../db/connect.ts'
import type { LogEntry } from '../../db/queries/log.ts'
import type { MessageRow } from '../../db/queries/messages.ts'
import {
  beginSending,
  type DueMessage,
  extendLease,
  lockDueMessages,
  noteNotTaken,
} from '../../db/queries/sending-messages.ts'
import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel } from '../../domain/message.ts'
import type { Outgoing } from '../channels/channel.ts'

/** A message that leaves now. */
export interface Ready {
  readonly message: MessageRow
  /** Written once the locks are gone. */
  readonly outgoing: () => Outgoing
}

export interface Admission {
  readonly ready: readonly Ready[]
  readonly log: readonly LogEntry[]
}

/**
 * Looks once more at messages that are due, under their locks: what leaves, and as what. Writes of the others what becomes
 * of them.
 */
export type Admit = (trx: Trx, clinicId: string, due: readonly DueMessage[], now: Instant) => Promise<Admission>

export interface Claimed {
  readonly ready: readonly Ready[]
  /** Those of which nobody knows whether the provider has them. */
  readonly unsure: readonly DueMessage[]
  readonly leasedUntil: Instant
  /** How many were due. */
  readonly count: number
}

/** So long a message is in hand; after that whoever finds it asks the provider about it. */
export const LEASE = 60_000

interface Claim {
  readonly context: SystemContext
  readonly clinicId: string
  readonly admit: Admit
}

/** Takes the next messages in hand, in one transaction: they are marked before any provider hears of them. */
export async function claimDue(
  { context, clinicId, admit }: Claim,
  limit: number,
  without: readonly MessageChannel[],
): Promise<Claimed> {
  const leasedUntil = context.now() + LEASE
  let claimed: Claimed = { ready: [], unsure: [], leasedUntil, count: 0 }
  await changeUnasked(context, clinicId, async (trx) => {
    const now = context.now()
    const due = await lockDueMessages(trx, clinicId, { now, limit, without })
    const unsure = due.filter((each) => each.unsure)
    const { ready, log } = await admit(
      trx,
      clinicId,
      due.filter((each) => !each.unsure),
      now,
    )
    const inHand = [...unsure, ...ready.map((each) => each.message)]
    if (inHand.length > 0)
      await beginSending(
        trx,
        clinicId,
        inHand.map((each) => each.id),
        leasedUntil,
        now,
      )
    claimed = { ready, unsure, leasedUntil, count: due.length }
    return log
  })
  return claimed
}

/** Looks once more at a message that the provider never had; undefined when it no longer leaves, or not now. */
export async function readmit(
  { context, clinicId, admit }: Claim,
  message: DueMessage,
): Promise<(Ready & { readonly leasedUntil: Instant }) | undefined> {
  const leasedUntil = context.now() + LEASE
  let ready: Ready | undefined
  await changeUnasked(context, clinicId, async (trx) => {
    const admission = await admit(trx, clinicId, [message], context.now())
    ready = admission.ready[0]
    if (ready) await extendLease(trx, clinicId, message.id, leasedUntil)
    else await noteNotTaken(trx, clinicId, message.id)
    return admission.log
  })
  return ready && { ...ready, leasedUntil }
}

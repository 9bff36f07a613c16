import { findEntry, lockEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import { findOpenOffer } from '../db/queries/waitlist-offers.ts'
import type { Caller } from './caller.ts'
import type { RecordRefused, RecordSaved, VersionedInput } from './change-record.ts'
import { changeWaitlist, checkWaitlistRight, currentEntry, savedEntry } from './change-waitlist.ts'
import { type ActionContext, actorOf } from './context.ts'
import { forbidden, notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { leaveOffer } from './leave-offer.ts'
import { lockWholeOffer } from './lock-offer.ts'
import { checkedText } from './override.ts'

export interface LeaveWaitlistInput extends VersionedInput {
  readonly reason?: string | null
}

/** Takes somebody off the waitlist. What is offered to her is passed on. */
export function leaveWaitlist(
  context: ActionContext,
  input: LeaveWaitlistInput,
): Promise<RecordSaved<WaitlistEntry> | RecordRefused> {
  const { caller } = context
  if (caller.kind !== 'client') checkWaitlistRight(context)
  const reason = checkedText(input.reason, 1000, ['input', 'reason'])
  return changeWaitlist(context, {
    operation: 'leaveWaitlist',
    input,
    work: async (trx, clinicId, now) => {
      checkId(input.id, 'waitlist entry', ['input', 'id'])
      const entry = await findEntry(trx, clinicId, input.id)
      if (!entry) throw notFound('waitlist entry', ['input', 'id'], input.id)
      checkMayLeave(caller, entry)
      const open = await findOpenOffer(trx, clinicId, input.id)
      // What is offered is locked before the entry, as everywhere.
      const locked = open && (await lockWholeOffer(trx, clinicId, open.id, now))
      const seen = await currentEntry(trx, clinicId, input, now)
      if ('refused' in seen) return seen
      const closing = {
        ...{ status: 'withdrawn' as const, withdrawnFor: 'left' as const },
        ...{ by: actorOf(caller).name, passesOn: true },
      }
      const isOpen = locked?.offer.status === 'open'
      const left = isOpen ? await leaveOffer(context, trx, clinicId, locked.offer, closing) : undefined
      const current = (await lockEntry(trx, clinicId, input.id))!
      const change = { status: 'left' as const, endedAt: now }
      const saved = await savedEntry(trx, clinicId, 'leave waitlist', current, change, now)
      const log = saved.log.map((each) => ({ ...each, after: { ...(each.after as object), reason } }))
      return { ...saved, log: [...(left?.log ?? []), ...log] }
    },
  })
}

/** A client stops waiting for what she would give the appointment of her link up for. */
function checkMayLeave(caller: Caller, { appointmentId, clientId }: WaitlistEntry): void {
  if (caller.kind !== 'client') return
  if (caller.clientId !== clientId || caller.appointmentId !== appointmentId)
    throw forbidden('You may take only yourself off the waitlist.')
}

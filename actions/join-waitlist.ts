import type { WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import { checkFields } from '../domain/record.ts'
import type { Caller } from './caller.ts'
import type { Repeatable } from './change-clinic.ts'
import type { RecordRefused, RecordSaved } from './change-record.ts'
import { changeWaitlist, checkWaitlistRight } from './change-waitlist.ts'
import type { ActionContext } from './context.ts'
import { forbidden } from './errors.ts'
import { checkedWishes, type WishesInput } from './waitlist-wishes.ts'
import { type Joining, writeJoin } from './write-join.ts'

export interface JoinWaitlistInput extends Repeatable, WishesInput, Joining {}

/** Puts somebody on the waitlist: for a slot, or for a sooner one than she has. */
export function joinWaitlist(
  context: ActionContext,
  input: JoinWaitlistInput,
): Promise<RecordSaved<WaitlistEntry> | RecordRefused> {
  checkMayJoin(context.caller, input)
  const fields = checkFields()
  const wishes = checkedWishes(fields, input)
  return changeWaitlist(context, {
    operation: 'joinWaitlist',
    input,
    fields,
    work: (trx) => writeJoin(context, trx, input, wishes),
  })
}

/** A client puts herself there, for the appointment that her link leads to. */
function checkMayJoin(caller: Caller, { appointmentId, clientId }: JoinWaitlistInput): void {
  if (caller.kind !== 'client') checkWaitlistRight({ caller })
  else if (caller.clientId !== clientId || caller.appointmentId !== appointmentId)
    throw forbidden('You may put only yourself on the waitlist, for your own appointment.')
}

import type { Trx } from '../db/connect.ts'
import { changeClinic, type Outcome, type Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { type BookingRefused, type Refusal, tellRefusal } from './refuse-booking.ts'

/** A change of the clinic whose refusal comes with alternatives. */
export function changeBook<Written extends object>(
  context: ActionContext,
  operation: string,
  input: Repeatable,
  work: (trx: Trx) => Promise<Outcome<Written, Refusal>>,
): Promise<Written | BookingRefused> {
  return changeClinic<Written, Refusal, BookingRefused>(context, {
    operation,
    input,
    work,
    tell: (refusal) => tellRefusal(context, refusal),
  })
}

import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { insertProofMessage } from '../db/queries/proof-messages.ts'
import type { PublicBookingRow } from '../db/queries/public-bookings.ts'
import { sendMessages } from '../jobs/contracts.ts'
import type { ActionContext } from './context.ts'

/** Sends a mail to the address that was typed, with the link by which it proves itself. */
export async function askForProof(
  { caller: { clinicId }, jobs, now }: Pick<ActionContext, 'caller' | 'jobs' | 'now'>,
  trx: Trx,
  { email, id, language }: PublicBookingRow,
): Promise<void> {
  await insertProofMessage(trx, clinicId, { id: uuidv7(), bookingId: id, recipient: email, language }, now())
  await jobs.enqueue(trx, sendMessages, { clinicId })
}

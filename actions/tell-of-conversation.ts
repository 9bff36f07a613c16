import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { insertNotice } from '../db/queries/conversations.ts'
import { sendMessages } from '../jobs/contracts.ts'
import type { ActionContext } from './context.ts'

/** Several lines written one after the other are told of once. */
const SETTLE = 60_000

/** Lets the other side know by e-mail that there is something to read; the text itself leaves the building for nobody. */
export async function tellOfConversation(
  { jobs, now: clock }: Pick<ActionContext, 'jobs' | 'now'>,
  trx: Trx,
  { clinicId, appointmentId, to }: { clinicId: string; appointmentId: string; to: 'client' | 'therapist' },
): Promise<void> {
  const now = clock()
  const dueAt = now + SETTLE
  const isNew = await insertNotice(trx, clinicId, { id: uuidv7(), appointmentId, to, dueAt }, now)
  if (isNew) await jobs.enqueue(trx, sendMessages, { clinicId }, { startAfter: dueAt })
}

import type { SystemContext } from '../../actions/context.ts'
import { sendMessages as contract, type JobIds } from '../contracts.ts'
import type { Sender } from '../send/sender.ts'
import { type Task, task } from '../task.ts'

/** A clinic's turn can take half a minute. */
const WORKERS = 4
/** Longer than providers take that are well. */
const PATIENCE = 500
/** So many turns at most go on while others begin. */
const MOST_AWAY = 100

/**
 * A clinic whose provider does not answer keeps no other waiting: its turn goes on by itself. What fails then is told to
 * `onLost`; it is looked for again like what a killed program had in hand.
 */
export function sendMessagesTask(sender: Pick<Sender, 'drain'>, onLost: (error: unknown) => void): Task {
  let away = 0
  const send = async (context: SystemContext, { clinicId }: JobIds<'clinicId'>): Promise<void> => {
    const turn = sender.drain(context, clinicId)
    if (away >= MOST_AWAY || (await isOverWithin(PATIENCE, turn))) return turn
    away++
    void turn.catch(onLost).finally(() => away--)
  }
  return { ...task(contract, send), workers: WORKERS }
}

async function isOverWithin(milliseconds: number, turn: Promise<void>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(resolve, milliseconds, false)
  try {
    return await Promise.race([turn.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

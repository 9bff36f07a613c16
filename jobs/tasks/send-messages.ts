import { sendMessages as contract } from '../contracts.ts'
import type { Sender } from '../send/sender.ts'
import { type Task, task } from '../task.ts'

/** A clinic's turn can take half a minute. */
const WORKERS = 4

export function sendMessagesTask(sender: Sender): Task {
  return { ...task(contract, (context, { clinicId }) => sender.drain(context, clinicId)), workers: WORKERS }
}

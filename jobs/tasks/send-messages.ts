import { sendMessages as contract } from '../contracts.ts'
import type { Sender } from '../send/sender.ts'
import { type Task, task } from '../task.ts'

const CLINICS_AT_ONCE = 4

export function sendMessagesTask(sender: Sender): Task {
  return { ...task(contract, (context, { clinicId }) => sender.drain(context, clinicId)), atOnce: CLINICS_AT_ONCE }
}

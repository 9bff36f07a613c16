import { fillSlots } from '../../actions/fill-slots.ts'
import { fillSlots as contract, sendMessages } from '../contracts.ts'
import { type Task, task } from '../task.ts'

/** Somebody waits to hear of it, and each who comes after her waits as long again. */
const POLL_SECONDS = 0.5
/** A clinic with much to fill keeps no other waiting. */
const WORKERS = 2

/** Offers what became free. What is then to be sent was asked for with it, and leaves at once. */
export function fillSlotsTask(secret: string): Task {
  const filling = task(contract, (context, ids) => fillSlots({ ...context, secret }, ids))
  return { ...filling, pollSeconds: POLL_SECONDS, workers: WORKERS, wakes: sendMessages }
}

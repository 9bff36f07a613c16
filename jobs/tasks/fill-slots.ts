import { fillSlots } from '../../actions/fill-slots.ts'
import { fillSlots as contract } from '../contracts.ts'
import type { Sender } from '../send/sender.ts'
import { type Task, task } from '../task.ts'

/** Somebody waits to hear of it, and each who comes after her waits as long again. */
const POLL_SECONDS = 0.5

/** Offers what became free; what is then to be sent leaves at once, though its own job waits for it too. */
export function fillSlotsTask(secret: string, sender: Sender | undefined): Task {
  const filling = task(contract, async (context, ids) => {
    await fillSlots({ ...context, secret }, ids)
    await sender?.drain(context, ids.clinicId)
  })
  return { ...filling, pollSeconds: POLL_SECONDS }
}

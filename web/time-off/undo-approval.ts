import { v7 } from 'uuid'
import { send } from '../api/client.ts'
import { UndoTimeOffDocument } from '../generated/graphql.ts'
import { showToast } from '../ui/toast.tsx'
import { outcomeOf } from './send-time-off.ts'

/** How long the bar offers it; the panel of the time off offers it longer. */
const OFFER_SECONDS = 10

interface Approved {
  readonly id: string
  readonly version: number
}

/** All of it, or what was done last to the appointments on time off that stands. */
type Undone = 'time off' | 'last plan'

/** Says what was done, and offers to put it all back. */
export function offerUndo(text: string, timeOff: Approved, onUndone: () => void, undone: Undone = 'time off'): void {
  const run = () => void undoApproval(timeOff, onUndone, undone)
  showToast({ text, seconds: OFFER_SECONDS, action: { label: 'Undo', run } })
}

/** Puts everything back that was done; why not, where it cannot be. */
export async function undoApproval(
  { id, version }: Approved,
  onUndone: () => void,
  undone: Undone = 'time off',
): Promise<void> {
  const input = { id, expectedVersion: version, onlyLastPlan: undone === 'last plan', clientMutationId: v7() }
  const outcome = await outcomeOf(async () => (await send(UndoTimeOffDocument, { input })).undoTimeOff)
  if (outcome.kind === 'failed') return void showToast({ tone: 'problem', text: outcome.message })
  if (outcome.kind === 'refused') {
    for (const problem of outcome.problems) showToast({ tone: 'problem', text: problem.message })
  } else if (outcome.left.length === 0) showToast({ text: 'Put back as it was before.' })
  else showToast({ tone: 'problem', text: `Put back, but not all of it. ${outcome.left.join(' ')}` })
  onUndone()
}

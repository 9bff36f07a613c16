import { v7 } from 'uuid'
import { showFailure } from '../ui/show-failure.ts'
import { showToast } from '../ui/toast.tsx'

interface LoneChange {
  readonly send: (clientMutationId: string) => Promise<Answer>
  readonly done: () => void
  /** Whatever came of it: what is shown is read again. */
  readonly settled: () => void
}

interface Answer {
  readonly __typename: string
  readonly problems?: readonly { readonly message: string }[]
}

/** A change of a session by a choice in a menu: a refusal or a failure is shown as a toast. */
export async function sendLone(change: LoneChange): Promise<void> {
  try {
    const { problems = [] } = await change.send(v7())
    if (problems.length === 0) change.done()
    for (const { message } of problems) showToast({ tone: 'problem', text: message })
  } catch (reason) {
    showFailure(reason)
  }
  change.settled()
}

import { v7 } from 'uuid'
import { showFailure } from '../ui/show-failure.ts'
import { showToast } from '../ui/toast.tsx'
import { type Done, refusalOf } from './create-form.ts'

interface Change<Answer extends { readonly __typename: string }> {
  readonly send: (clientMutationId: string) => Promise<Answer>
  readonly done: (answer: Done<Answer>) => void
}

/** A change made by a button, without a form: a refusal or a failure is shown as a toast. */
export async function runChange<Answer extends { readonly __typename: string }>(change: Change<Answer>): Promise<void> {
  try {
    const answer = await change.send(v7())
    const refusal = refusalOf(answer)
    if (!refusal) change.done(answer as Done<Answer>)
    for (const problem of refusal ?? []) showToast({ tone: 'problem', text: problem.message })
  } catch (reason) {
    showFailure(reason)
  }
}

import { asFailure } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { showToast } from './toast.tsx'

/** A request that failed where there is no form and no view to say so. */
export function showFailure(reason: unknown): void {
  const words = wordsOfFailure(asFailure(reason))
  showToast({ tone: 'problem', text: `${words.what}. ${words.next}` })
}

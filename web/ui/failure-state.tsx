import './state.css'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import type { JSX } from 'solid-js'
import type { RequestFailed } from '../api/failure.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import { Button } from './button.tsx'

/** In the place of what could not be read: what happened, what to try. */
export function FailureState(props: { readonly failure: RequestFailed; readonly onRetry: () => void }): JSX.Element {
  return (
    <div class="state" role="alert">
      <CircleAlert size={20} class="state-icon danger" />
      <h2>{wordsOfFailure(props.failure).what}</h2>
      <p>{wordsOfFailure(props.failure).next}</p>
      <Button icon={RotateCw} onClick={props.onRetry}>
        Try again
      </Button>
    </div>
  )
}

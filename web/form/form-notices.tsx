import { For, type JSX, Show } from 'solid-js'
import { wordsOfFailure } from '../api/failure-words.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Form } from './create-form.ts'
import './form.css'

interface FormNoticesProps<Values extends object> {
  readonly form: Form<Values>
  /** When the record was changed meanwhile: take theirs, or save one's own over it. */
  readonly onTakeTheirs?: () => void
  readonly onKeepMine?: () => void
}

/** What concerns the form as a whole. Its place exists before it speaks, so that it is read aloud. */
export function FormNotices<Values extends object>(props: FormNoticesProps<Values>): JSX.Element {
  return (
    <div class="form-notices" role="alert">
      <Show when={props.form.isStale()}>
        <Notice tone="warning">
          <p>Somebody else changed this while it was open here. Your entries are still below.</p>
          <div class="form-choices">
            <Button onClick={() => props.onTakeTheirs?.()}>Show theirs</Button>
            <Button onClick={() => props.onKeepMine?.()}>Save mine over it</Button>
          </div>
        </Notice>
      </Show>
      <For each={props.form.loose()}>{(problem) => <Notice tone="danger">{problem.message}</Notice>}</For>
      <Show when={props.form.failure()}>
        {(failure) => (
          <Notice tone="danger">
            {wordsOfFailure(failure()).what}. {wordsOfFailure(failure()).next}
          </Notice>
        )}
      </Show>
    </div>
  )
}

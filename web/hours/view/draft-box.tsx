import { type JSX, Show } from 'solid-js'
import { compactHours, hoursInWords, shortHours } from '../week/words.ts'
import { boxOf } from './box-of.ts'
import type { Week } from './create-week.ts'

const WHOLE = { lane: 0, lanes: 1 }

/** The block that is being drawn, moved or stretched, as it would be if it were let go. */
export function DraftBox(props: { readonly week: Week }): JSX.Element {
  return (
    <Show when={props.week.draft()}>
      {(draft) => (
        <div class="week-place" aria-hidden="true" style={boxOf(draft().block, WHOLE)}>
          <div class="week-draft" classList={{ blocked: draft().clash !== undefined }}>
            <b>
              <span class="week-long">{compactHours(draft().block)}</span>
              <span class="week-short">{shortHours(draft().block)}</span>
            </b>
            <Show when={draft().clash}>{(clash) => <span>Overlaps {hoursInWords(clash())}</span>}</Show>
          </div>
        </div>
      )}
    </Show>
  )
}

import type { JSX } from 'solid-js'
import type { Form } from '../form/create-form.ts'
import { TextField } from '../ui/text-field.tsx'
import type { PolicyEntries } from './policy-entries.ts'

/** How long a change has to stand before anybody is told. */
export function SettleFields(props: { readonly form: Form<PolicyEntries> }): JSX.Element {
  return (
    <section class="policy-section" aria-labelledby="settle">
      <h2 id="settle">Before a message leaves</h2>
      <p class="policy-text">
        A change waits a moment, so that a slip of the hand is not told. Several moves become one message; a move that
        is undone becomes none.
      </p>
      <div class="policy-fields">
        <TextField
          label="Wait after a booking"
          suffix="seconds"
          inputmode="numeric"
          value={props.form.values.settleSeconds}
          problem={props.form.problem('settleSeconds')}
          onInput={(seconds) => props.form.set('settleSeconds', seconds)}
        />
        <TextField
          label="Wait after a move by staff"
          suffix="seconds"
          inputmode="numeric"
          value={props.form.values.moveSettleSeconds}
          problem={props.form.problem('moveSettleSeconds')}
          onInput={(seconds) => props.form.set('moveSettleSeconds', seconds)}
        />
      </div>
    </section>
  )
}

import type { JSX } from 'solid-js'
import type { Form } from '../form/create-form.ts'
import { viewer } from '../session/session.ts'
import { CheckField } from '../ui/check-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { PolicyEntries } from './policy-entries.ts'

/** When messages may leave the clinic. */
export function LeaveHours(props: { readonly form: Form<PolicyEntries> }): JSX.Element {
  return (
    <section class="policy-section" aria-labelledby="leave-hours">
      <h2 id="leave-hours">When messages may leave</h2>
      <p class="policy-text">
        On the clock of {viewer().clinic.zone.replaceAll('_', ' ')}. A reminder due outside these hours leaves at the
        nearest allowed time before the appointment. Answers to a client’s own reply always leave at once.
      </p>
      <div class="policy-fields">
        <TextField
          label="From"
          type="time"
          value={props.form.values.leaveFrom}
          problem={props.form.problem('leaveFrom')}
          onInput={(time) => props.form.set('leaveFrom', time)}
        />
        <TextField
          label="Until"
          type="time"
          value={props.form.values.leaveUntil}
          problem={props.form.problem('leaveUntil')}
          onInput={(time) => props.form.set('leaveUntil', time)}
        />
        <CheckField
          label="Saturdays and Sundays too"
          checked={props.form.values.weekends}
          onChange={(weekends) => props.form.set('weekends', weekends)}
        />
      </div>
    </section>
  )
}

import { type JSX, Show } from 'solid-js'
import type { Form } from '../form/create-form.ts'
import { RepeatFields } from '../repeat/repeat-fields.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { EventEntries } from './event-entries.ts'

export type TextKey = {
  [Key in keyof EventEntries]: EventEntries[Key] extends string ? Key : never
}[keyof EventEntries]

interface WhenFieldsProps {
  readonly form: Form<EventEntries>
  readonly ownRule: string
}

/** When the first session is, how long each lasts, and by which rule the others follow. */
export function WhenFields(props: WhenFieldsProps): JSX.Element {
  const { form } = props
  return (
    <>
      <TextField
        label="First day"
        type="date"
        value={form.values.startsAt}
        problem={form.problem('startsAt')}
        onInput={(date) => form.set('startsAt', date)}
      />
      <div class="form-pair">
        <TextField
          label="Begins"
          type="time"
          value={form.values.startTime}
          problem={form.problem('startTime')}
          onInput={(time) => form.set('startTime', time)}
        />
        <TextField
          label="Length"
          inputmode="numeric"
          suffix="min"
          value={form.values.endsAt}
          problem={form.problem('endsAt')}
          onInput={(minutes) => form.set('endsAt', minutes)}
        />
      </div>
      <Show when={form.values.rrule} fallback={<p class="event-own-rule">Repeats: {props.ownRule}.</p>}>
        {(repeat) => (
          <RepeatFields
            repeat={repeat()}
            date={form.values.startsAt}
            problem={form.problem('rrule')}
            onChange={(next) => form.set('rrule', next)}
          />
        )}
      </Show>
    </>
  )
}

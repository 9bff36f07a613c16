import { type JSX, Show } from 'solid-js'
import type { Form } from '../form/create-form.ts'
import { RepeatFields } from '../repeat/repeat-fields.tsx'
import { dayWords } from '../session/when.ts'
import { DatesField } from '../ui/dates-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type EventEntries, ruleEntered } from './event-entries.ts'
import { mayGive } from './rule-entry.ts'

export type TextKey = {
  [Key in keyof EventEntries]: EventEntries[Key] extends string ? Key : never
}[keyof EventEntries]

interface WhenFieldsProps {
  readonly form: Form<EventEntries>
  readonly ownRule: string
  /** The rule as it is, where the fields cannot say it. */
  readonly ownRrule: string | null
}

/** When the first session is, how long each lasts, and by which rule the others follow. */
export function WhenFields(props: WhenFieldsProps): JSX.Element {
  const { form } = props
  const rule = () => (form.values.rrule ? ruleEntered(form.values) : props.ownRrule) ?? undefined
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
      <Show when={rule()}>
        {(rrule) => (
          <DatesField
            label="Days left out"
            hint="On which it does not take place, though the rule says so."
            addLabel="Leave out"
            value={form.values.except}
            say={dayWords}
            problem={form.problem('except')}
            check={(day) =>
              mayGive(rrule(), form.values.startsAt, day) ? undefined : 'It does not take place that day anyhow.'
            }
            onChange={(except) => form.set('except', except)}
          />
        )}
      </Show>
    </>
  )
}

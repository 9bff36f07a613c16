import './policy-fields.css'
import { For, type JSX, Show } from 'solid-js'
import { MOST_TOGETHER } from '../../domain/waitlist-offer.ts'
import type { Form } from '../form/create-form.ts'
import type { ReminderPolicyRecordFragment, WaitlistMode } from '../generated/graphql.ts'
import { CheckField } from '../ui/check-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { PolicyEntries } from './policy-entries.ts'

type PolicyForm = Form<PolicyEntries>

const modes: readonly { readonly value: WaitlistMode; readonly label: string; readonly hint: string }[] = [
  {
    value: 'OFFER',
    label: 'Offer by itself',
    hint: 'What becomes free is kept for the person it fits best, who is asked by text and e-mail.',
  },
  {
    value: 'SUGGEST',
    label: 'Suggest to the desk',
    hint: 'The board shows whom it would fit. The offers are made at the desk. So it is until you choose.',
  },
  { value: 'OFF', label: 'Off', hint: 'The list is kept. Nobody is looked for when something becomes free.' },
]

/** What is done with a slot that becomes free. */
export function ModeFields({ form }: { readonly form: PolicyForm }): JSX.Element {
  return (
    <section class="policy-section">
      <fieldset class="mode-fields">
        <legend>When a slot becomes free</legend>
        <For each={modes}>
          {(mode) => (
            <label class="mode-choice">
              <input
                type="radio"
                name="mode"
                checked={form.values.mode === mode.value}
                onChange={() => form.set('mode', mode.value)}
              />
              <span>
                {mode.label}
                <small>{mode.hint}</small>
              </span>
            </label>
          )}
        </For>
      </fieldset>
    </section>
  )
}

const together = Array.from({ length: MOST_TOGETHER }, (_, index) => ({
  value: String(index + 1),
  label: index === 0 ? 'One at a time' : `The first ${index + 1} at once`,
}))

/** How many are asked, how long they have, and where it ends. */
export function LimitFields({ form }: { readonly form: PolicyForm }): JSX.Element {
  const number = (field: 'longestMinutes' | 'shortestMinutes' | 'notWithinMinutes') => ({
    suffix: 'minutes',
    inputmode: 'numeric' as const,
    value: form.values[field],
    problem: form.problem(field),
    onInput: (text: string) => form.set(field, text),
  })
  return (
    <section class="policy-section" aria-labelledby="limits">
      <h2 id="limits">How it is offered</h2>
      <p class="policy-text">
        Whoever is asked has a tenth of the time until the slot to answer, within these limits. Whoever moves up leaves
        a slot behind, which is offered in turn.
      </p>
      <div class="policy-fields">
        <SelectField
          label="Asked at once"
          value={form.values.together}
          options={together}
          problem={form.problem('together')}
          onChange={(value) => form.set('together', value)}
        />
        <TextField label="Longest time to answer" {...number('longestMinutes')} />
        <TextField label="Shortest time to answer" {...number('shortestMinutes')} />
        <TextField label="None this close to the start" {...number('notWithinMinutes')} />
        <TextField
          label="Offers to a person a day"
          inputmode="numeric"
          value={form.values.offersADay}
          problem={form.problem('offersADay')}
          onInput={(text) => form.set('offersADay', text)}
        />
        <TextField
          label="Moves in a row, at most"
          suffix="moves"
          inputmode="numeric"
          value={form.values.longestChain}
          problem={form.problem('longestChain')}
          onInput={(text) => form.set('longestChain', text)}
        />
      </div>
    </section>
  )
}

interface HourFieldsProps {
  readonly form: PolicyForm
  readonly hours: ReminderPolicyRecordFragment
}

/** When offers may leave: outside, nothing is offered until they may. */
export function HourFields(props: HourFieldsProps): JSX.Element {
  const { form } = props
  const usual = () => `${props.hours.leaveFrom.slice(0, 5)} to ${props.hours.leaveUntil.slice(0, 5)}`
  return (
    <section class="policy-section" aria-labelledby="offer-hours">
      <h2 id="offer-hours">Quiet hours</h2>
      <p class="policy-text">
        Offers are sent when messages are, from {usual()}. What becomes free at other times waits until then.
      </p>
      <div class="policy-fields">
        <CheckField
          label="Other hours for offers"
          checked={form.values.ownHours}
          onChange={(own) => form.set('ownHours', own)}
        />
        <Show when={form.values.ownHours}>
          <TextField
            label="From"
            type="time"
            value={form.values.leaveFrom}
            problem={form.problem('leaveFrom')}
            onInput={(time) => form.set('leaveFrom', time)}
          />
          <TextField
            label="Until"
            type="time"
            value={form.values.leaveUntil}
            problem={form.problem('leaveUntil')}
            onInput={(time) => form.set('leaveUntil', time)}
          />
        </Show>
      </div>
    </section>
  )
}

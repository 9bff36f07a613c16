import './repeat-fields.css'
import { type JSX, Match, Show, Switch } from 'solid-js'
import type { LocalDate } from '../../domain/zone.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type Repeat, repeatKinds, usualUntil } from './repeat.ts'
import { kindInWords } from './rule-words.ts'

interface RepeatFieldsProps {
  readonly repeat: Repeat
  /** The first appointment's. */
  readonly date: LocalDate
  readonly problem: string | undefined
  readonly onChange: (repeat: Repeat) => void
}

const ends = [
  { value: 'count', label: 'After so many' },
  { value: 'date', label: 'On a date' },
  { value: 'never', label: 'Without end' },
] as const

/** Whether and how the appointment repeats, in the words of its own day. */
export function RepeatFields(props: RepeatFieldsProps): JSX.Element {
  const change = (part: Partial<Repeat>) => props.onChange({ ...props.repeat, ...part })
  const options = () => repeatKinds.map((value) => ({ value, label: kindInWords(value, props.date) }))
  return (
    <>
      <SelectField
        label="Repeats"
        value={props.repeat.kind}
        options={options()}
        onChange={(kind) => change({ kind })}
      />
      <Show when={props.repeat.kind !== 'never'}>
        <div class="repeat-end">
          <SelectField
            label="Ends"
            value={props.repeat.ends}
            options={ends}
            onChange={(value) => change({ ends: value, until: props.repeat.until || usualUntil(props.date) })}
          />
          <Switch>
            <Match when={props.repeat.ends === 'count'}>
              <TextField
                label="How many"
                inputmode="numeric"
                value={props.repeat.count}
                problem={props.problem}
                onInput={(count) => change({ count })}
              />
            </Match>
            <Match when={props.repeat.ends === 'date'}>
              <TextField
                label="Last day"
                type="date"
                value={props.repeat.until}
                min={props.date}
                problem={props.problem}
                onInput={(until) => change({ until })}
              />
            </Match>
          </Switch>
        </div>
      </Show>
    </>
  )
}

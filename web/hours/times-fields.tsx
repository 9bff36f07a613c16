import { type JSX, Show } from 'solid-js'
import { CheckField } from '../ui/check-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { TimesEntries } from './date-words.ts'

interface TimesFieldsProps {
  readonly values: TimesEntries
  readonly problem: (key: 'startTime' | 'endTime') => string | undefined
  readonly onAllDay: (allDay: boolean) => void
  readonly onTime: (key: 'startTime' | 'endTime', time: string) => void
}

/** All day, or from when until when. */
export function TimesFields(props: TimesFieldsProps): JSX.Element {
  const time = (key: 'startTime' | 'endTime') => ({
    get value() {
      return props.values[key]
    },
    get problem() {
      return props.problem(key)
    },
    onInput: (text: string) => props.onTime(key, text),
  })
  return (
    <>
      <CheckField label="All day" checked={props.values.allDay} onChange={props.onAllDay} />
      <Show when={!props.values.allDay}>
        <div class="form-pair">
          <TextField label="From" type="time" required {...time('startTime')} />
          <TextField label="Until" type="time" required {...time('endTime')} />
        </div>
      </Show>
    </>
  )
}

import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For, type JSX } from 'solid-js'
import type { Example } from './example.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

interface ExampleFieldsProps {
  readonly example: Example
  readonly onChange: (example: Example) => void
}

/** For which appointment the times beside the messages are told. Nothing of it is saved. */
export function ExampleFields(props: ExampleFieldsProps): JSX.Element {
  const set = (change: Partial<Example>) => props.onChange({ ...props.example, ...change })
  return (
    <fieldset class="notice-example">
      <legend class="aside">Example</legend>
      For an appointment on
      <span class="select">
        <select
          class="control"
          aria-label="Day of the example"
          onChange={(event) => set({ weekday: event.currentTarget.selectedIndex + 1 })}
        >
          <For each={weekdays}>
            {(name, index) => <option selected={index() + 1 === props.example.weekday}>{name}</option>}
          </For>
        </select>
        <ChevronDown size={14} />
      </span>
      at
      <input
        class="control"
        type="time"
        aria-label="Time of the example"
        value={props.example.time}
        onInput={(event) => set({ time: event.currentTarget.value })}
      />
    </fieldset>
  )
}

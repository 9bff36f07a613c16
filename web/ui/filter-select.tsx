import './filter-select.css'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For, type JSX, Show } from 'solid-js'

interface FilterSelectProps {
  /** Read aloud, not shown: what is chosen says it. */
  readonly label: string
  /** What is shown when nothing is chosen; left out, something always is. */
  readonly all?: string
  readonly value: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** A choice in the bar above a page. */
export function FilterSelect(props: FilterSelectProps): JSX.Element {
  return (
    <span class="select filter-select">
      <select
        class="control"
        aria-label={props.label}
        onChange={(event) => {
          props.onChange(event.currentTarget.value)
          // What was not taken over is not shown.
          event.currentTarget.value = props.value ?? ''
        }}
      >
        <Show when={props.all}>
          <option value="" selected={props.value === undefined}>
            {props.all}
          </option>
        </Show>
        <For each={props.options}>
          {({ value, label }) => (
            <option value={value} selected={value === props.value}>
              {label}
            </option>
          )}
        </For>
      </select>
      <ChevronDown size={14} />
    </span>
  )
}

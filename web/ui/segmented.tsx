import './segmented.css'
import { createUniqueId, For, type JSX } from 'solid-js'

interface SegmentedProps<Value extends string> {
  /** What is chosen between; read aloud, not shown. */
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** A few that exclude each other, side by side: radio buttons to the keyboard and to those who listen. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>): JSX.Element {
  const name = createUniqueId()
  return (
    <fieldset class="segmented">
      <legend class="aside">{props.label}</legend>
      <For each={props.options}>
        {(option) => (
          <label class="segment">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={(event) => {
                props.onChange(option.value)
                showValue(event.currentTarget.closest('fieldset'), props.value)
              }}
            />
            <span>{option.label}</span>
          </label>
        )}
      </For>
    </fieldset>
  )
}

/** The browser has chosen already; what was not taken over is not shown. */
function showValue(fieldset: HTMLElement | null, value: string): void {
  for (const input of fieldset?.querySelectorAll('input') ?? []) input.checked = input.value === value
}

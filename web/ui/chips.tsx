import './chips.css'
import { For, type JSX } from 'solid-js'

interface ChipsProps<Value> {
  readonly label: string
  readonly value: readonly Value[]
  readonly options: readonly { readonly value: Value; readonly label: string; readonly title?: string }[]
  readonly onChange: (value: readonly Value[]) => void
}

/** Some of many, side by side: check boxes to the keyboard and to those who listen. */
export function Chips<Value>(props: ChipsProps<Value>): JSX.Element {
  const toggle = (value: Value, isChosen: boolean) => {
    const others = props.value.filter((each) => each !== value)
    props.onChange(isChosen ? [...others, value] : others)
  }
  return (
    <fieldset class="chips">
      <legend>{props.label}</legend>
      <div class="chips-row">
        <For each={props.options}>
          {(option) => (
            <label class="chip">
              <input
                type="checkbox"
                aria-label={option.title}
                checked={props.value.includes(option.value)}
                onChange={(event) => toggle(option.value, event.currentTarget.checked)}
              />
              {option.label}
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}

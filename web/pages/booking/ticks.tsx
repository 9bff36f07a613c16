import { For, Show } from 'solid-js'
import type { TypedProps } from './field.tsx'

interface Tick {
  readonly name: string
  readonly label: string
  /** What is seen of a label that is one of many in a row; it is heard in full. */
  readonly short?: string
  readonly more?: string
}

type TicksProps = TypedProps & {
  /** What the names of the fields begin with. */
  readonly group: string
  readonly legend: string
  readonly hint: string
  readonly ticks: readonly Tick[]
}

/** Several things of which any suit. */
export function Ticks(props: TicksProps) {
  const isRow = props.ticks.some(({ short }) => short)
  return (
    <fieldset class={isRow ? 'ticks row' : 'ticks'} aria-describedby={`${props.group}-hint`}>
      <legend>{props.legend}</legend>
      <p class="quiet" id={`${props.group}-hint`}>
        {props.hint}
      </p>
      <div>
        <For each={props.ticks}>
          {({ label, more, name, short }) => (
            <label class="check">
              <input type="checkbox" name={name} value="yes" checked={props.view.typed[name] === 'yes'} />
              <span>
                <Show when={short} fallback={label}>
                  <span aria-hidden="true">{short}</span>
                  <span class="unseen">{label}</span>
                </Show>
                <Show when={more}>
                  <small>{more}</small>
                </Show>
              </span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}

import { For, Show } from 'solid-js'
import type { TypedProps } from './field.tsx'

interface Tick {
  readonly name: string
  readonly label: string
  readonly more?: string
}

/** Several things of which any suit. */
export function Ticks(
  props: TypedProps & { readonly legend: string; readonly hint?: string | undefined; readonly ticks: readonly Tick[] },
) {
  return (
    <fieldset class="ticks">
      <legend>{props.legend}</legend>
      <Show when={props.hint}>
        <p class="quiet">{props.hint}</p>
      </Show>
      <div>
        <For each={props.ticks}>
          {({ label, more, name }) => (
            <label class="check">
              <input type="checkbox" name={name} value="yes" checked={props.view.typed[name] === 'yes'} />
              <span>
                {label}
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

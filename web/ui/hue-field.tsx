import './hue-field.css'
import { For, type JSX, Show } from 'solid-js'
import { Field, type FieldTexts } from './field.tsx'

interface HueFieldProps extends FieldTexts {
  /** Degrees on the OKLCH colour wheel, 0 to 359. */
  readonly value: number
  readonly onInput: (hue: number) => void
  /** What stands on the sample card; left out, there is none. */
  readonly sample?: string
}

/** Far enough apart to be told apart as pale tints beside each other. */
const apart: readonly { readonly hue: number; readonly name: string }[] = [
  { hue: 20, name: 'Rose' },
  { hue: 55, name: 'Orange' },
  { hue: 90, name: 'Yellow' },
  { hue: 130, name: 'Leaf' },
  { hue: 165, name: 'Green' },
  { hue: 200, name: 'Teal' },
  { hue: 240, name: 'Blue' },
  { hue: 280, name: 'Violet' },
  { hue: 320, name: 'Plum' },
]

export function HueField(props: HueFieldProps): JSX.Element {
  return (
    <Field label={props.label} hint={props.hint} problem={props.problem}>
      {(control) => (
        <div class="hue-field tinted" style={{ '--hue': props.value }}>
          <Show when={props.sample !== undefined}>
            <div class="hue-sample">
              <time>10:00</time> {props.sample || 'Appointment'}
            </div>
          </Show>
          <input
            class="hue-range"
            type="range"
            min="0"
            max="359"
            step="1"
            {...control}
            aria-valuetext={nameOf(props.value)}
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.valueAsNumber)}
          />
          <div class="hue-swatches">
            <For each={apart}>
              {(each) => (
                <button
                  type="button"
                  class="hue-swatch tinted"
                  style={{ '--hue': each.hue }}
                  aria-label={each.name}
                  title={each.name}
                  aria-pressed={props.value === each.hue}
                  onClick={() => props.onInput(each.hue)}
                />
              )}
            </For>
          </div>
        </div>
      )}
    </Field>
  )
}

function nameOf(hue: number): string {
  const distance = (each: number) => Math.min(Math.abs(each - hue), 360 - Math.abs(each - hue))
  const nearest = apart.reduce((a, b) => (distance(b.hue) < distance(a.hue) ? b : a))
  return `${nearest.name}, ${hue} degrees`
}

/** The colour of an appointment type beside its name. */
export function HueMark(props: { readonly hue: number }): JSX.Element {
  return <span class="hue-mark tinted" style={{ '--hue': props.hue }} aria-hidden="true" />
}

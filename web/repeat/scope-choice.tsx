import './choice.css'
import { createUniqueId, For, type JSX } from 'solid-js'
import type { SeriesScope } from '../generated/graphql.ts'

const scopes: readonly { readonly value: SeriesScope; readonly label: string }[] = [
  { value: 'THIS', label: 'This one alone' },
  { value: 'THIS_AND_FOLLOWING', label: 'This and all that follow' },
  { value: 'ALL', label: 'All that are still to come' },
]

interface ScopeChoiceProps {
  readonly legend?: string
  readonly scope: SeriesScope
  readonly onScope: (scope: SeriesScope) => void
}

/** How much of a series is meant. */
export function ScopeChoice(props: ScopeChoiceProps): JSX.Element {
  const name = createUniqueId()
  return (
    <fieldset class="choice-list">
      <legend>{props.legend ?? 'It is one of a series. Which are meant?'}</legend>
      <For each={scopes}>
        {({ value, label }) => (
          <label class="check">
            <input type="radio" name={name} checked={props.scope === value} onChange={() => props.onScope(value)} />
            <span>{label}</span>
          </label>
        )}
      </For>
    </fieldset>
  )
}

import './roster.css'
import { For, type JSX, Show } from 'solid-js'
import type { Card } from '../calendar/store/book.ts'
import { createRoster } from './create-roster.ts'

/** A look shows so many names; all of them are in the panel. */
const MOST_IN_PEEK = 8

/** Who comes, in a look at the session: nothing until it is known. */
export function PeekRoster(props: { readonly card: Card }): JSX.Element {
  const names = createRoster(() => props.card)
  const more = () => (names()?.length ?? 0) - MOST_IN_PEEK
  return (
    <Show when={names()?.length}>
      <ul class="roster peek-roster" aria-label="Who comes">
        <For each={names()?.slice(0, MOST_IN_PEEK)}>{(name) => <li>{name}</li>}</For>
        <Show when={more() > 0}>
          <li>and {more()} more</li>
        </Show>
      </ul>
    </Show>
  )
}

export function PanelRoster(props: { readonly card: Card }): JSX.Element {
  const names = createRoster(() => props.card)
  return (
    <section class="appointment-section" aria-label="Who comes">
      <h3>Who comes</h3>
      <ul class="roster">
        <For each={names()} fallback={<li class="roster-none">{names() ? 'Nobody yet.' : 'Loading…'}</li>}>
          {(name) => <li>{name}</li>}
        </For>
      </ul>
    </section>
  )
}

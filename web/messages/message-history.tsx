import { For, type JSX } from 'solid-js'
import { timeInWords } from '../session/when.ts'
import { historyOf } from './history.ts'
import type { ShownMessage } from './message-panel.tsx'

export function MessageHistory(props: { readonly message: ShownMessage }): JSX.Element {
  return (
    <section class="panel-section" aria-label="History">
      <h3>History</h3>
      <ol class="message-history">
        <For each={historyOf(props.message)}>
          {({ at, what }) => (
            <li>
              <time dateTime={at}>{timeInWords(at)}</time>
              {what}
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}

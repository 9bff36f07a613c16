import { For, type JSX, Show } from 'solid-js'
import type { JobsQuery } from '../generated/graphql.ts'
import { clockInWords } from '../session/when.ts'
import { queueWords } from './queue-words.ts'

type Due = JobsQuery['jobs']['nextHour'][number]

/** What is to be done until an hour from now, minute by minute. */
export function NextHour(props: { readonly due: readonly Due[] }): JSX.Element {
  return (
    <Show when={props.due.length > 0} fallback={<p class="jobs-none">Nothing is due within the hour.</p>}>
      <ol class="next-hour">
        <For each={props.due}>
          {(due) => (
            <li>
              <time dateTime={due.at}>{clockInWords(due.at)}</time>
              <span>{queueWords(due.queue)}</span>
              <span class="figures">
                {due.count} {due.count === 1 ? 'job' : 'jobs'}
              </span>
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}

import './series-facts.css'
import { For, type JSX, Show } from 'solid-js'
import type { AppointmentFullFragment } from '../generated/graphql.ts'
import { ruleInWords } from '../repeat/rule-words.ts'
import { timeInWords } from '../session/when.ts'

type Series = NonNullable<AppointmentFullFragment['series']>

/** How an appointment repeats, and which of its dates could not be booked. */
export function SeriesFacts(props: { readonly series: Series }): JSX.Element {
  return (
    <>
      <dt>Repeats</dt>
      <dd>{ruleInWords(props.series.rrule, props.series.zone)}</dd>
      <Show when={props.series.clashes.length > 0}>
        <dt>Not booked</dt>
        <dd>
          <ul class="series-clashes" aria-label="Dates of the series that are not booked">
            <For each={props.series.clashes}>
              {(clash) => (
                <li class="figures">
                  {timeInWords(clash.originalStartsAt)}
                  <small>{clash.problems.map((each) => each.message).join(' ')}</small>
                </li>
              )}
            </For>
          </ul>
        </dd>
      </Show>
    </>
  )
}

import './hours-summary.css'
import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { hoursOnDate } from '../hours/date-words.ts'
import { alikeDays, daysInWords, type HoursBlock } from './week.ts'

interface HoursSummaryProps {
  readonly resource: { readonly id: string; readonly weeklyHours: readonly HoursBlock[] }
  /** What it means when no hours are kept at all. */
  readonly whenNone: string
}

/** The usual week in a few lines, and the way to where it is changed. */
export function HoursSummary(props: HoursSummaryProps): JSX.Element {
  return (
    <section class="hours-summary" aria-label="Opening hours">
      <h3 class="field-label">Opening hours</h3>
      <Show when={props.resource.weeklyHours.length > 0} fallback={<p class="field-hint">{props.whenNone}</p>}>
        <dl>
          <For each={alikeDays(props.resource.weeklyHours)}>
            {(alike) => (
              <div>
                <dt>{daysInWords(alike)}</dt>
                <dd>{hoursOf(alike)}</dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <A class="button" href={`/settings/hours/${props.resource.id}`}>
        Change hours
      </A>
    </section>
  )
}

function hoursOf(alike: readonly HoursBlock[]): string {
  const first = alike[0]!.weekday
  return alike
    .filter((each) => each.weekday === first)
    .map(hoursOnDate)
    .join(', ')
}

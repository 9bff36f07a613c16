import './hours-summary.css'
import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { localDateOf } from '../../domain/zone.ts'
import { hoursOnDate } from '../hours/date-words.ts'
import { viewer } from '../session/session.ts'
import { alikeDays, daysInWords, type HoursBlock } from './week.ts'

interface HoursSummaryProps {
  readonly resource: { readonly id: string; readonly weeklyHours: readonly DatedBlock[] }
  /** What it means when no hours are kept at all. */
  readonly whenNone: string
}

interface DatedBlock extends HoursBlock {
  readonly effectiveFrom: string | null
  readonly effectiveUntil: string | null
}

/** The usual week of today in a few lines, and the way to where it is changed. */
export function HoursSummary(props: HoursSummaryProps): JSX.Element {
  const today = localDateOf(Date.now(), viewer().clinic.zone)
  const current = () => props.resource.weeklyHours.filter((each) => holdsOn(each, today))
  return (
    <section class="hours-summary" aria-label="Opening hours">
      <h3 class="field-label">Opening hours</h3>
      <Show when={props.resource.weeklyHours.length > 0} fallback={<p class="field-hint">{props.whenNone}</p>}>
        <dl>
          <For each={alikeDays(current())}>
            {(alike) => (
              <div>
                <dt>{daysInWords(alike)}</dt>
                <dd>{hoursOf(alike)}</dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <Show when={current().length < props.resource.weeklyHours.length}>
        <p class="field-hint">As it is today: some hours hold from or until another date.</p>
      </Show>
      <A class="button" href={`/settings/hours/${props.resource.id}`}>
        Change hours
      </A>
    </section>
  )
}

function holdsOn({ effectiveFrom, effectiveUntil }: DatedBlock, date: string): boolean {
  return (effectiveFrom === null || effectiveFrom <= date) && (effectiveUntil === null || date <= effectiveUntil)
}

function hoursOf(alike: readonly HoursBlock[]): string {
  const first = alike[0]!.weekday
  return alike
    .filter((each) => each.weekday === first)
    .map(hoursOnDate)
    .join(', ')
}

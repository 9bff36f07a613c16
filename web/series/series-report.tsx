import '../repeat/choice.css'
import './series-report.css'
import Check from 'lucide-solid/icons/check'
import CornerDownRight from 'lucide-solid/icons/corner-down-right'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { localDateOf } from '../../domain/zone.ts'
import type { Desk } from '../calendar/desk.ts'
import { shortDate } from '../calendar/page/date-words.ts'
import type { OccurrenceOutcome, SeriesPolicy } from '../generated/graphql.ts'
import { clashesIn, type Line, type Report } from './report.ts'

interface SeriesReportProps {
  readonly desk: Desk
  readonly report: Report
  readonly policy: SeriesPolicy
  readonly onPolicy: (policy: SeriesPolicy) => void
  /** They stand in the book already and are to be moved. */
  readonly isChange?: boolean
  /** There are more than are told: the rule goes on beyond the clinic's horizon. */
  readonly goesOn?: boolean
}

const words: Record<OccurrenceOutcome, string> = {
  BOOKED: 'Free',
  CLASH: 'Does not fit',
  SKIPPED: 'Left out',
  MOVED: 'Elsewhere',
  KEPT: 'Stays',
  CANCELLED: 'Cancelled',
}

/** What becomes of each appointment of a series before anything is written, and what to do about those that clash. */
export function SeriesReport(props: SeriesReportProps): JSX.Element {
  const clashes = () => clashesIn(props.report).length
  return (
    <section class="series-report" aria-label="The appointments of the series">
      <p role="status">
        <b>{summaryOf(props.report)}</b>
      </p>
      <Show when={props.goesOn && props.report.lines.at(-1)}>
        {(last) => (
          <p class="series-on">
            Those after {longDateOf(props.desk, last())} are booked month by month, as they come nearer.
          </p>
        )}
      </Show>
      <Show when={clashes() > 0}>
        <PolicyChoice {...props} />
      </Show>
      <ul class="series-lines" tabindex={0} aria-label="Each of them">
        <For each={props.report.lines}>
          {(line) => <ReportLine desk={props.desk} line={line} isChange={props.isChange} />}
        </For>
      </ul>
    </section>
  )
}

function summaryOf(report: Report): string {
  const clashes = clashesIn(report).length
  const kept = report.lines.filter((line) => line.outcome === 'KEPT').length
  const total = report.lines.length - kept
  const keeping = kept === 0 ? '' : ` ${kept} ${kept === 1 ? 'keeps a time of its own' : 'keep times of their own'}.`
  if (clashes === 0) return `${total === 1 ? 'It is' : `All ${total} are`} free.${keeping}`
  return `${clashes} of ${total} ${clashes === 1 ? 'does' : 'do'} not fit.${keeping}`
}

function longDateOf({ zone }: Desk, { originalStartsAt }: Line): string {
  return dateWithYear.format(Date.parse(localDateOf(originalStartsAt, zone)))
}

const dateWithYear = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

function ReportLine(props: {
  readonly desk: Desk
  readonly line: Line
  readonly isChange: boolean | undefined
}): JSX.Element {
  const { desk } = props
  const clashes = () => props.line.why !== '' && props.line.outcome !== 'BOOKED'
  const icon = () => (!clashes() ? Check : props.line.outcome === 'MOVED' ? CornerDownRight : TriangleAlert)
  const when = () => {
    const { startsAt, originalStartsAt } = props.line
    const at = props.isChange ? startsAt : originalStartsAt
    return `${shortDate(localDateOf(at, desk.zone))}, ${desk.clock.time(at)}`
  }
  return (
    <li class="series-line" classList={{ clash: clashes() }}>
      <Dynamic component={icon()} size={14} aria-hidden="true" />
      <p class="series-when">
        {when()}
        <span>{props.isChange && props.line.outcome === 'SKIPPED' ? words.KEPT : words[props.line.outcome]}</span>
      </p>
      <Show when={clashes()}>
        <p class="series-why">{props.line.why}</p>
      </Show>
      <Show when={clashes() && props.line.alternative}>
        {(alternative) => (
          <p class="series-why">
            {props.line.outcome === 'MOVED' ? 'Instead' : 'Nearest'}: {desk.sayPlace(alternative())}.
          </p>
        )}
      </Show>
    </li>
  )
}

const policies: readonly { readonly value: SeriesPolicy; readonly label: string; readonly changeLabel?: string }[] = [
  { value: 'ALL_OR_NOTHING', label: 'All or none of them' },
  { value: 'SKIP_CLASHES', label: 'Leave those out', changeLabel: 'Leave those where they are' },
  { value: 'NEAREST_ALTERNATIVE', label: 'Take the nearest free slot for each' },
]

function PolicyChoice(props: Pick<SeriesReportProps, 'policy' | 'onPolicy' | 'isChange'>): JSX.Element {
  const name = createUniqueId()
  return (
    <fieldset class="choice-list">
      <legend>What about those that do not fit?</legend>
      <For each={policies}>
        {({ value, label, changeLabel }) => (
          <label class="check">
            <input type="radio" name={name} checked={props.policy === value} onChange={() => props.onPolicy(value)} />
            <span>{(props.isChange && changeLabel) || label}</span>
          </label>
        )}
      </For>
    </fieldset>
  )
}

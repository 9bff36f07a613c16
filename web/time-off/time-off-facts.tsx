import '../ui/facts.css'
import { type JSX, Show } from 'solid-js'
import type { TimeOffRecordFragment } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { timeInWords } from '../session/when.ts'
import { lengthInWords, reasonInWords, spanInWords } from './leave-words.ts'
import { intervalOfRow } from './time-off-list.tsx'
import { statusWords, TimeOffStatus } from './time-off-status.tsx'

export function TimeOffFacts(props: { readonly timeOff: TimeOffRecordFragment }): JSX.Element {
  const { zone } = viewer().clinic
  const its = () => props.timeOff
  return (
    <dl class="facts">
      <dt>State</dt>
      <dd>
        <TimeOffStatus status={its().status} />
      </dd>
      <dt>When</dt>
      <dd class="figures">
        {spanInWords(intervalOfRow(its()), zone)} ({lengthInWords(intervalOfRow(its()), zone)})
      </dd>
      <dt>Reason</dt>
      <dd>{reasonInWords(its().reason, its().resource.__typename)}</dd>
      <Show when={its().coverTherapist}>
        {(cover) => (
          <>
            <dt>Cover</dt>
            <dd>{cover().name}</dd>
          </>
        )}
      </Show>
      <Show when={its().note}>
        <dt>Note</dt>
        <dd class="time-off-note">{its().note}</dd>
      </Show>
      <Show when={its().requestedBy}>
        <dt>Asked for by</dt>
        <dd>{its().requestedBy}</dd>
      </Show>
      <Show when={its().decidedAt}>
        {(at) => (
          <>
            <dt>{its().status === 'DENIED' ? statusWords.DENIED : statusWords.APPROVED}</dt>
            <dd class="figures">
              {its().decidedBy}, {timeInWords(at())}
            </dd>
          </>
        )}
      </Show>
      <Show when={its().decisionNote}>
        <dt>Answer</dt>
        <dd class="time-off-note">{its().decisionNote}</dd>
      </Show>
    </dl>
  )
}

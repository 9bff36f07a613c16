import { A } from '@solidjs/router'
import { createMemo, For, type JSX, Show } from 'solid-js'
import type { Interval } from '../../domain/interval.ts'
import { createAnswer } from '../api/create-answer.ts'
import { TimeOffsDocument } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { Notice } from '../ui/notice.tsx'
import { spanInWords } from './leave-words.ts'
import { instantsOf } from './read-plan.ts'
import { intervalOfRow } from './time-off-list.tsx'

interface WaitingRequestsProps {
  readonly resourceId: string
  readonly during: Interval
}

const MOST_SHOWN = 3

/** Says which requests for some of the time still wait, before it is taken without an answer to them. */
export function WaitingRequests(props: WaitingRequestsProps): JSX.Element {
  const { zone } = viewer().clinic
  const filter = createMemo(
    () => {
      const { startsAt, endsAt } = instantsOf(props.during)
      return { resourceId: props.resourceId, status: 'REQUESTED' as const, from: startsAt, to: endsAt }
    },
    undefined,
    { equals: (a, b) => a.resourceId === b.resourceId && a.from === b.from && a.to === b.to },
  )
  const answer = createAnswer(TimeOffsDocument, () => ({ filter: filter(), first: MOST_SHOWN }))
  const waiting = () => answer.data()?.timeOffs.nodes ?? []
  return (
    <Show when={waiting().length > 0}>
      <Notice tone="info">
        <For each={waiting()}>
          {(each) => (
            <p>
              {each.resource.name} has asked for {spanInWords(intervalOfRow(each), zone)} off.{' '}
              <A href={`/time-off?open=${each.id}`}>Answer the request</A>, or go on: it keeps waiting.
            </p>
          )}
        </For>
      </Notice>
    </Show>
  )
}

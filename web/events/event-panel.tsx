import '../form/form.css'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { EventDocument } from '../generated/graphql.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { EventClashes, EventFacts } from './event-facts.tsx'
import { mayPublish } from './event-rights.ts'
import { EventState } from './event-state.tsx'
import { Publishing } from './publishing.tsx'

interface EventPanelProps {
  readonly id: string
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** One event: what it is, whether the public sees it, and what is to come of it. */
export function EventPanel(props: EventPanelProps): JSX.Element {
  const answer = createAnswer(EventDocument, () => ({ id: props.id }))
  const event = () => answer.data()?.event ?? undefined
  const changed = () => {
    props.onChanged()
    void answer.again()
  }
  return (
    <Panel
      title={event()?.title ?? 'Event'}
      onClose={props.onClose}
      actions={<Show when={event()}>{(known) => <EventState status={known().publishStatus} />}</Show>}
    >
      <Switch fallback={<Skeleton lines={8} />}>
        <Match when={event()}>
          {(known) => (
            <>
              <Show when={mayPublish()}>
                <Publishing event={known()} onChanged={changed} />
              </Show>
              <EventFacts event={known()} />
              <EventClashes event={known()} />
            </>
          )}
        </Match>
        <Match when={answer.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={answer.again} />}
        </Match>
        <Match when={answer.data()}>
          <p>There is no such event. The link may be old.</p>
        </Match>
      </Switch>
    </Panel>
  )
}

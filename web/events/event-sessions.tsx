import Plus from 'lucide-solid/icons/plus'
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js'
import { ask } from '../api/client.ts'
import { createPages, type Pages } from '../api/create-pages.ts'
import {
  type EventRecordFragment,
  type EventSessionFragment,
  EventSessionsDocument,
  type EventSessionsQuery,
} from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { showToast } from '../ui/toast.tsx'
import { publishSession, restoreSession } from './change-session.ts'
import { mayEdit, mayPublish } from './event-rights.ts'
import { type Ask, SessionDialogs } from './session-dialogs.tsx'
import { SessionLine } from './session-line.tsx'

const PAGE = 20

interface EventSessionsProps {
  readonly event: EventRecordFragment
  readonly onChanged: () => void
}

/** What is to come of the event, and what may be done with each. */
export function EventSessions(props: EventSessionsProps): JSX.Element {
  const from = new Date().toISOString()
  const pages = createPages(
    () => props.event.id,
    async (id, after) => sessionsOf(await ask(EventSessionsDocument, { id, from, first: PAGE, after })),
  )
  const event = () => props.event
  createEffect(on(event, () => void pages.refresh(), { defer: true }))
  const [asked, setAsked] = createSignal<Ask>()

  return (
    <section class="panel-section" aria-label="Sessions to come">
      <h3>Sessions to come</h3>
      <Listed {...props} pages={pages} onAsk={setAsked} />
      <MoreButton pages={pages} />
      <Show when={mayEdit(props.event) && props.event.publishStatus !== 'ARCHIVED'}>
        <div>
          <Button icon={Plus} onClick={() => setAsked({ kind: 'add' })}>
            Add a session…
          </Button>
        </div>
      </Show>
      <SessionDialogs
        event={props.event}
        ask={asked()}
        onDone={(text) => {
          setAsked(undefined)
          showToast({ text })
          props.onChanged()
        }}
        onRefused={props.onChanged}
        onClose={() => setAsked(undefined)}
      />
    </section>
  )
}

interface ListedProps extends EventSessionsProps {
  readonly pages: Pages<EventSessionFragment>
  readonly onAsk: (ask: Ask) => void
}

function Listed(props: ListedProps): JSX.Element {
  // One session alone is published only where the public sees the event.
  const publishes = () => mayPublish() && props.event.publishStatus === 'PUBLISHED'
  const run = (change: Promise<void>) => void change.then(props.onChanged)
  return (
    <Show
      when={props.pages.nodes()}
      fallback={
        <Show when={props.pages.failure()} fallback={<Skeleton lines={4} />}>
          {(failure) => <FailureState failure={failure()} onRetry={props.pages.again} />}
        </Show>
      }
    >
      {(sessions) => (
        <ul class="event-lines">
          <For each={sessions()} fallback={<li class="event-none">None to come.</li>}>
            {(session) => (
              <SessionLine
                event={props.event}
                session={session}
                mayChange={mayEdit(props.event)}
                onMove={() => props.onAsk({ kind: 'move', session })}
                onCancel={() => props.onAsk({ kind: 'cancel', session })}
                onRestore={() => run(restoreSession(session))}
                onPublish={publishes() ? (status) => run(publishSession(session, status)) : undefined}
              />
            )}
          </For>
        </ul>
      )}
    </Show>
  )
}

function sessionsOf({ event }: EventSessionsQuery) {
  return event?.sessions ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }
}

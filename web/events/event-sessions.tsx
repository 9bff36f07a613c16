import Plus from 'lucide-solid/icons/plus'
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js'
import { ask, send } from '../api/client.ts'
import { createPages } from '../api/create-pages.ts'
import { makeIds } from '../booking/make-ids.ts'
import { toSessionCard } from '../calendar/store/session.ts'
import { type SessionOutcome, sendSessionRestoration } from '../event-sessions/send-session.ts'
import { SessionCancelDialog } from '../event-sessions/session-cancel-dialog.tsx'
import {
  type EventRecordFragment,
  type EventSessionFragment,
  EventSessionsDocument,
  type EventSessionsQuery,
  UpdateEventSessionDocument,
} from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { showToast } from '../ui/toast.tsx'
import { AddSessionDialog } from './add-session-dialog.tsx'
import { mayEdit, mayPublish } from './event-rights.ts'
import { sendLone } from './send-lone.ts'
import { SessionLine, whenInWords } from './session-line.tsx'
import { SessionTimeDialog } from './session-time-dialog.tsx'

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
  createEffect(
    on(
      () => props.event,
      () => void pages.again(),
      { defer: true },
    ),
  )
  const [cancelling, setCancelling] = createSignal<EventSessionFragment>()
  const [moving, setMoving] = createSignal<EventSessionFragment>()
  const [isAdding, setAdding] = createSignal(false)
  const ids = makeIds()

  async function restore(session: EventSessionFragment): Promise<void> {
    const input = { id: session.id, expectedVersion: session.version }
    const outcome = await sendSessionRestoration({ ...input, clientMutationId: ids.of(input) })
    if (outcome.kind !== 'failed') ids.forget()
    take(outcome, `${whenInWords(session)} takes place again.`)
    if (outcome.kind !== 'changed') showToast({ text: outcome.messages.join(' '), tone: 'problem' })
  }
  const publish = (session: EventSessionFragment, publishStatus: 'DRAFT' | 'PUBLISHED') =>
    sendLone({
      send: async (clientMutationId) => {
        const input = { id: session.id, expectedVersion: session.version, publishStatus, clientMutationId }
        return (await send(UpdateEventSessionDocument, { input })).updateSession
      },
      done: () => {
        const standing = publishStatus === 'PUBLISHED' ? 'published' : 'a draft again'
        showToast({ text: `${whenInWords(session)} is ${standing}.` })
      },
      settled: props.onChanged,
    })
  function take(outcome: SessionOutcome, text: string): void {
    if (outcome.kind === 'changed') showToast({ text })
    props.onChanged()
  }

  return (
    <section class="panel-section" aria-label="Sessions to come">
      <h3>Sessions to come</h3>
      <Show
        when={pages.nodes()}
        fallback={
          <Show when={pages.failure()} fallback={<Skeleton lines={4} />}>
            {(failure) => <FailureState failure={failure()} onRetry={pages.again} />}
          </Show>
        }
      >
        {(sessions) => (
          <ul class="event-lines">
            <For each={sessions()} fallback={<li class="event-none">None to come.</li>}>
              {(session) => (
                <SessionLine
                  session={session}
                  mayChange={mayEdit(props.event)}
                  onMove={() => setMoving(session)}
                  onCancel={() => setCancelling(session)}
                  onRestore={() => void restore(session)}
                  onPublish={
                    mayPublish() && props.event.publishStatus === 'PUBLISHED'
                      ? (status) => void publish(session, status)
                      : undefined
                  }
                />
              )}
            </For>
          </ul>
        )}
      </Show>
      <MoreButton pages={pages} />
      <Show when={mayEdit(props.event) && props.event.publishStatus !== 'ARCHIVED'}>
        <div>
          <Button icon={Plus} onClick={() => setAdding(true)}>
            Add a session…
          </Button>
        </div>
      </Show>
      <Show when={isAdding()}>
        <AddSessionDialog
          event={props.event}
          onAdded={(when) => {
            setAdding(false)
            showToast({ text: `${when} is added.` })
            props.onChanged()
          }}
          onClose={() => setAdding(false)}
        />
      </Show>
      <Show when={cancelling()} keyed>
        {(session) => (
          <SessionCancelDialog
            open
            card={toSessionCard(session)}
            place={whenInWords(session)}
            onClose={() => setCancelling(undefined)}
            onOutcome={(outcome) => {
              if (outcome.kind === 'changed') setCancelling(undefined)
              take(outcome, `${whenInWords(session)} is cancelled.`)
            }}
          />
        )}
      </Show>
      <Show when={moving()} keyed>
        {(session) => (
          <SessionTimeDialog
            session={session}
            repeats={props.event.rrule !== null}
            onMoved={(to) => {
              setMoving(undefined)
              showToast({ text: `${session.title} is moved to ${to}.` })
              props.onChanged()
            }}
            onClose={() => setMoving(undefined)}
          />
        )}
      </Show>
    </section>
  )
}

function sessionsOf({ event }: EventSessionsQuery) {
  return event?.sessions ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }
}

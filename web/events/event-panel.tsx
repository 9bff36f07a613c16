import { useSearchParams } from '@solidjs/router'
import Pencil from 'lucide-solid/icons/pencil'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { ask } from '../api/client.ts'
import { createAnswer } from '../api/create-answer.ts'
import { EventDocument, type EventRecordFragment } from '../generated/graphql.ts'
import { IconButton } from '../ui/button.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { EventClashes, EventDescription, EventFacts } from './event-facts.tsx'
import { EventForm } from './event-form.tsx'
import { EventPeople } from './event-people.tsx'
import { mayEdit, mayPublish } from './event-rights.ts'
import { EventSessions } from './event-sessions.tsx'
import { EventState } from './event-state.tsx'
import { Publishing } from './publishing.tsx'
import { whenEventsChange } from './when-events-change.ts'

interface EventPanelProps {
  /** The event's id, or `new`. */
  readonly id: string
  readonly knownTags: readonly string[]
  readonly onChanged: () => void
  readonly onCreated: (id: string) => void
  readonly onClose: () => void
}

export function EventPanel(props: EventPanelProps): JSX.Element {
  return (
    <Show when={props.id === 'new' && mayPublish()} fallback={<KnownEvent {...props} />}>
      <EventForm
        event={undefined}
        knownTags={props.knownTags}
        latest={async () => undefined}
        onSaved={(id) => {
          props.onChanged()
          props.onCreated(id)
        }}
        onClose={props.onClose}
      />
    </Show>
  )
}

/** One event: what it is, whether the public sees it, and what is to come of it; or all that in a form. */
function KnownEvent(props: EventPanelProps): JSX.Element {
  // In the address, so that whoever leaves is asked before entries are lost.
  const [search, setSearch] = useSearchParams<{ edit?: string }>()
  const answer = createAnswer(EventDocument, () => ({ id: props.id }))
  const event = () => answer.data()?.event ?? undefined
  const latest = async () => (await ask(EventDocument, { id: props.id })).event ?? undefined
  const isEditing = () => {
    const known = event()
    return search.edit === '1' && known !== undefined && mayEdit(known)
  }
  whenEventsChange(() => void answer.again())
  const changed = () => {
    props.onChanged()
    void answer.again()
  }
  const stopEditing = () => setSearch({ edit: undefined })
  return (
    <Show
      when={isEditing()}
      fallback={
        <Panel
          title={event()?.title ?? 'Event'}
          onClose={props.onClose}
          actions={
            <Show when={event()}>
              {(known) => (
                <>
                  <EventState status={known().publishStatus} />
                  <Show when={mayEdit(known())}>
                    <IconButton
                      icon={Pencil}
                      label={`Edit ${known().title}`}
                      onClick={() => setSearch({ edit: '1' })}
                    />
                  </Show>
                </>
              )}
            </Show>
          }
        >
          <Switch fallback={<Skeleton lines={8} />}>
            <Match when={event()}>{(known) => <Shown event={known()} onChanged={changed} />}</Match>
            <Match when={answer.failure()}>
              {(failure) => <FailureState failure={failure()} onRetry={answer.again} />}
            </Match>
            <Match when={answer.data()}>
              <p>There is no such event. The link may be old.</p>
            </Match>
          </Switch>
        </Panel>
      }
    >
      <EventForm
        event={event()}
        knownTags={props.knownTags}
        latest={latest}
        onSaved={() => {
          changed()
          stopEditing()
        }}
        onClose={stopEditing}
      />
    </Show>
  )
}

function Shown(props: { readonly event: EventRecordFragment; readonly onChanged: () => void }): JSX.Element {
  return (
    <>
      <Show when={mayPublish()}>
        <Publishing event={props.event} onChanged={props.onChanged} />
      </Show>
      <EventPeople event={props.event} />
      <EventFacts event={props.event} />
      <EventClashes event={props.event} />
      <EventSessions event={props.event} onChanged={props.onChanged} />
      <EventDescription event={props.event} />
    </>
  )
}

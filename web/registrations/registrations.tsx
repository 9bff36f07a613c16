import { useSearchParams } from '@solidjs/router'
import { createEffect, type JSX, on, Show } from 'solid-js'
import { ask } from '../api/client.ts'
import { createPages, type Page } from '../api/create-pages.ts'
import { mayEdit } from '../events/event-rights.ts'
import { whenInWords } from '../events/session-line.tsx'
import {
  EventRegistrationsDocument,
  type RegistrationLineFragment,
  type RegistrationStatus,
  SessionRegistrationsDocument,
} from '../generated/graphql.ts'
import { Split } from '../shell/split.tsx'
import { Panel } from '../ui/panel.tsx'
import { AddButton, PeopleBar } from './people-bar.tsx'
import { PeopleHead, StandingFilter } from './people-head.tsx'
import type { PeopleEvent } from './people-page.tsx'
import { RegisterPanel } from './register-panel.tsx'
import { RegistrationList } from './registration-list.tsx'
import { RegistrationPanel } from './registration-panel.tsx'
import { placed, statusWords } from './registration-words.ts'
import { chosenSession, SessionChoice } from './session-choice.tsx'

const PAGE = 50
const nothing: Page<RegistrationLineFragment> = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }

interface RegistrationsProps {
  readonly event: PeopleEvent
  readonly onBack: () => void
  readonly onChanged: () => Promise<void>
}

/** Those who registered for a session, or for the event as a whole where one registers for that. */
export function Registrations(props: RegistrationsProps): JSX.Element {
  const [search] = useSearchParams<{ session?: string }>()
  const isBySession = () => props.event.registersFor === 'SESSION'
  const session = () => (isBySession() ? chosenSession(props.event.sessions.nodes, search.session) : undefined)
  // What was read of one session is nothing to show of another.
  const key = () => (isBySession() ? (session()?.id ?? 'none') : 'event')
  return (
    <Show when={key()} keyed>
      {(key) => <OneLine {...props} session={session()} sessionId={isBySession() ? key : null} />}
    </Show>
  )
}

interface OneLineProps extends RegistrationsProps {
  readonly session: PeopleEvent['sessions']['nodes'][number] | undefined
  readonly sessionId: string | null
}

function OneLine(props: OneLineProps): JSX.Element {
  const [search, setSearch] = useSearchParams<{ standing?: string; person?: string }>()
  const status = () => (Object.keys(statusWords) as RegistrationStatus[]).find((each) => each === search.standing)
  const pages = createPages(status, (status, after) => readLine(props.event.id, props.sessionId, { status, after }))
  createEffect(
    on(
      () => props.event,
      () => void pages.refresh(),
      { defer: true },
    ),
  )
  const open = (person: string | undefined) => setSearch({ person })
  const mayAdd = () => mayEdit(props.event) && props.event.publishStatus === 'PUBLISHED' && props.sessionId !== 'none'
  const add = () => (
    <Show when={mayAdd()}>
      <AddButton label="Register somebody" onAdd={() => open('new')} />
    </Show>
  )
  const changed = () => {
    void pages.refresh()
    void props.onChanged()
  }
  const chosen = () => placed(pages.nodes() ?? []).find(({ line }) => line.id === search.person)
  return (
    <>
      <PeopleBar title={props.event.title} onBack={props.onBack}>
        {add()}
      </PeopleBar>
      <PeopleHead event={props.event} counted={props.session ?? props.event} onChanged={props.onChanged}>
        <Show when={props.sessionId}>
          <SessionChoice sessions={props.event.sessions.nodes} session={props.session} eventId={props.event.id} />
        </Show>
        <StandingFilter value={status()} onChange={(standing) => setSearch({ standing: standing || undefined })} />
      </PeopleHead>
      <Split
        panel={
          <Show
            when={search.person === 'new' && mayAdd()}
            fallback={
              <Show when={search.person !== 'new' && search.person}>
                <Show
                  when={chosen()}
                  fallback={<NotListed isKnown={pages.nodes() !== undefined} onClose={() => open(undefined)} />}
                >
                  {(shown) => (
                    <RegistrationPanel
                      placed={shown()}
                      mayChange={mayEdit(props.event)}
                      onChanged={changed}
                      onClose={() => open(undefined)}
                    />
                  )}
                </Show>
              </Show>
            }
          >
            <RegisterPanel
              eventId={props.event.id}
              sessionId={props.sessionId}
              what={[props.event.title, props.session && whenInWords(props.session)].filter(Boolean).join(', ')}
              onRegistered={() => {
                changed()
                open(undefined)
              }}
              onClose={() => open(undefined)}
            />
          </Show>
        }
      >
        <RegistrationList
          pages={pages}
          caption="Registrations"
          openId={search.person}
          isFiltered={status() !== undefined}
          emptyText={emptyText(props)}
          add={add()}
          onOpen={open}
        />
      </Split>
    </>
  )
}

function NotListed(props: { readonly isKnown: boolean; readonly onClose: () => void }): JSX.Element {
  return (
    <Show when={props.isKnown}>
      <Panel title="Registration" onClose={props.onClose}>
        <p>This registration is not among those that are shown.</p>
      </Panel>
    </Show>
  )
}

function emptyText({ event, sessionId }: OneLineProps): string {
  if (sessionId === 'none') return 'The event has no sessions for which one could register.'
  if (event.publishStatus === 'DRAFT') return 'People can register once the event is published.'
  if (event.publishStatus === 'ARCHIVED') return 'Nobody registered, and the event is over.'
  return 'Who registers online, or here at the desk, stands here in order of arrival.'
}

interface Asked {
  readonly status: RegistrationStatus | undefined
  readonly after: string | undefined
}

async function readLine(eventId: string, sessionId: string | null, { status, after }: Asked) {
  if (sessionId === 'none') return nothing
  const asked = { first: PAGE, after: after ?? null, status: status ?? null }
  const found = sessionId
    ? (await ask(SessionRegistrationsDocument, { id: sessionId, ...asked })).session
    : (await ask(EventRegistrationsDocument, { id: eventId, ...asked })).event
  return found?.registrations ?? nothing
}

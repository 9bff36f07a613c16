import '../registrations/people.css'
import { useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, type JSX, Match, on, Show, Switch } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { keepSame } from '../api/keep-same.ts'
import { mayEdit } from '../events/event-rights.ts'
import { EventMembersDocument, type GroupMemberLineFragment } from '../generated/graphql.ts'
import { AddButton, PeopleBar } from '../registrations/people-bar.tsx'
import { PeopleHead } from '../registrations/people-head.tsx'
import type { PeopleEvent } from '../registrations/people-page.tsx'
import { chosenSession, SessionChoice } from '../registrations/session-choice.tsx'
import { Split } from '../shell/split.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { EnrolPanel } from './enrol-panel.tsx'
import { MemberList } from './member-list.tsx'
import { MemberPanel } from './member-panel.tsx'

interface GroupMembersProps {
  readonly event: PeopleEvent
  readonly onBack: () => void
  readonly onChanged: () => Promise<void>
}

/** A group that one comes to by enrolment: who asked, who is in it, who has left. */
export function GroupMembers(props: GroupMembersProps): JSX.Element {
  const [search, setSearch] = useSearchParams<{ person?: string; session?: string }>()
  const answer = createAnswer(EventMembersDocument, () => ({ id: props.event.id }))
  createEffect(
    on(
      () => props.event,
      () => void answer.again(),
      { defer: true },
    ),
  )
  const members = createMemo((before: readonly GroupMemberLineFragment[] | undefined) => {
    const fresh = answer.data()?.event?.members
    return fresh && keepSame(before, fresh)
  })
  const open = (person: string | undefined) => setSearch({ person })
  const mayAdd = () => mayEdit(props.event) && props.event.publishStatus !== 'ARCHIVED' && props.event.isOpen
  const add = () => (
    <Show when={mayAdd()}>
      <AddButton label="Ask for somebody" onAdd={() => open('new')} />
    </Show>
  )
  const changed = () => {
    void answer.again()
    void props.onChanged()
  }
  const chosen = () => members()?.find((each) => each.id === search.person)
  return (
    <>
      <PeopleBar title={props.event.title} onBack={props.onBack}>
        {add()}
      </PeopleBar>
      <PeopleHead
        event={props.event}
        counted={props.event}
        onChanged={props.onChanged}
        tail={
          <SessionChoice
            sessions={props.event.sessions.nodes}
            session={chosenSession(props.event.sessions.nodes, search.session)}
            eventId={props.event.id}
          />
        }
      />
      <Split
        panel={
          <Switch>
            <Match when={search.person === 'new' && mayAdd()}>
              <EnrolPanel
                event={props.event}
                onAsked={(id) => {
                  changed()
                  open(id)
                }}
                onClose={() => open(undefined)}
              />
            </Match>
            <Match when={chosen()}>
              {(member) => (
                <MemberPanel
                  member={member()}
                  mayChange={mayEdit(props.event)}
                  onChanged={changed}
                  onClose={() => open(undefined)}
                />
              )}
            </Match>
          </Switch>
        }
      >
        <Switch fallback={<SkeletonRows rows={6} />}>
          <Match when={members()}>
            {(known) => (
              <MemberList
                members={known()}
                openId={search.person}
                isOpen={props.event.isOpen}
                add={add()}
                onOpen={open}
              />
            )}
          </Match>
          <Match when={answer.failure()}>
            {(failure) => <FailureState failure={failure()} onRetry={() => void answer.again()} />}
          </Match>
        </Switch>
      </Split>
    </>
  )
}

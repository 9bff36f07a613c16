import './people.css'
import { useNavigate, useParams } from '@solidjs/router'
import Lock from 'lucide-solid/icons/lock'
import SearchX from 'lucide-solid/icons/search-x'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { GroupMembers } from '../enrolment/group-members.tsx'
import { maySeePeople } from '../events/event-rights.ts'
import { whenEventsChange } from '../events/when-events-change.ts'
import { EventPeopleDocument, type EventPeopleQuery } from '../generated/graphql.ts'
import { Split } from '../shell/split.tsx'
import { TopBar } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { BackButton } from './people-bar.tsx'
import { Registrations } from './registrations.tsx'

export type PeopleEvent = NonNullable<EventPeopleQuery['event']>

const DAY_MS = 24 * 60 * 60_000
/** So far back one still looks up who came. */
const DAYS_BACK = 35

/** Who comes to an event: those who registered, or the members of a group and those who asked to join it. */
export default function PeoplePage(): JSX.Element {
  const params = useParams<{ id: string }>()
  const navigate = useNavigate()
  const from = new Date(Date.now() - DAYS_BACK * DAY_MS).toISOString()
  const answer = createAnswer(EventPeopleDocument, () => ({ id: params.id, from }))
  whenEventsChange(() => void answer.again())
  const event = createMemo(() => answer.data()?.event ?? undefined)
  useTitle(() => event()?.title ?? 'Who comes')
  const back = () => navigate(`/groups/${params.id}`)
  const bare = (children: JSX.Element) => (
    <>
      <TopBar>
        <BackButton onBack={back} />
        <h1 class="top-bar-title">{event()?.title ?? 'Who comes'}</h1>
      </TopBar>
      <Split>{children}</Split>
    </>
  )
  return (
    <Switch fallback={bare(<SkeletonRows rows={8} />)}>
      <Match when={event() && !maySeePeople(event()!)}>
        {bare(
          <EmptyState
            icon={Lock}
            title="Not for you to see"
            text="Who comes is for the desk and for those who run the event."
          />,
        )}
      </Match>
      <Match when={event()}>
        {(known) => (
          <Show
            when={known().admission === 'ENROLMENT'}
            fallback={<Registrations event={known()} onBack={back} onChanged={answer.again} />}
          >
            <GroupMembers event={known()} onBack={back} onChanged={answer.again} />
          </Show>
        )}
      </Match>
      <Match when={answer.failure()}>
        {(failure) => bare(<FailureState failure={failure()} onRetry={() => void answer.again()} />)}
      </Match>
      <Match when={answer.data()}>
        {bare(<EmptyState icon={SearchX} title="There is no such event" text="The link may be old." />)}
      </Match>
    </Switch>
  )
}

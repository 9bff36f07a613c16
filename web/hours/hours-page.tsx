import './hours-page.css'
import { useNavigate, useParams } from '@solidjs/router'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import Clock from 'lucide-solid/icons/clock'
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js'
import { addDays, localDateOf } from '../../domain/zone.ts'
import { createAnswer } from '../api/create-answer.ts'
import { HoursDocument, type HoursQuery } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { useTitle } from '../shell/use-title.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { HoursEditor } from './hours-editor.tsx'

export type HoursResource = HoursQuery['resources'][number]

const DAYS_BEFORE = 60
const DAYS_AHEAD = 365

/** The usual week of a therapist or a room, and the dates on which it is otherwise. */
export default function HoursPage(): JSX.Element {
  useTitle(() => 'Opening hours')
  const params = useParams<{ id?: string }>()
  const navigate = useNavigate()
  const today = localDateOf(Date.now(), viewer().clinic.zone)
  const answer = createAnswer(HoursDocument, () => ({
    from: addDays(today, -DAYS_BEFORE),
    to: addDays(today, DAYS_AHEAD),
  }))
  const resources = () => answer.data()?.resources.filter((each) => each.active || each.id === params.id)
  const resource = () => resources()?.find((each) => each.id === params.id) ?? resources()?.[0]
  const shownId = createMemo(() => resource()?.id)
  const picker = () => (
    <ResourcePicker
      resources={resources() ?? []}
      value={shownId()}
      onPick={(id) => navigate(`/settings/hours/${id}`)}
    />
  )
  return (
    <Switch
      fallback={
        <>
          <TopBar title="Opening hours" />
          <SkeletonRows />
        </>
      }
    >
      <Match when={answer.data() === undefined && answer.failure()}>
        {(failure) => (
          <>
            <TopBar title="Opening hours" />
            <FailureState failure={failure()} onRetry={answer.again} />
          </>
        )}
      </Match>
      <Match when={answer.data() && !resource()}>
        <TopBar title="Opening hours" />
        <EmptyState
          icon={Clock}
          title="Nobody to keep hours for"
          text="Add a therapist or a room, then say here when they can be booked."
        />
      </Match>
      <Match when={shownId()}>
        <Show when={shownId()} keyed>
          {(_id) => (
            <HoursEditor
              resource={resource()!}
              places={answer.data()!.locations}
              stepMinutes={answer.data()!.clinic.stepMinutes}
              today={today}
              picker={picker()}
              onReload={answer.again}
            />
          )}
        </Show>
      </Match>
    </Switch>
  )
}

interface ResourcePickerProps {
  readonly resources: readonly HoursResource[]
  readonly value: string | undefined
  readonly onPick: (id: string) => void
}

function ResourcePicker(props: ResourcePickerProps): JSX.Element {
  const of = (kind: HoursResource['kind']) => props.resources.filter((each) => each.kind === kind)
  const options = (kind: HoursResource['kind']) => (
    <For each={of(kind)}>
      {(each) => (
        <option value={each.id} selected={each.id === props.value}>
          {each.name}
        </option>
      )}
    </For>
  )
  return (
    <span class="select hours-picker">
      <select
        class="control"
        aria-label="Hours of"
        onChange={(event) => {
          const { value } = event.currentTarget
          // Where leaving is refused, the page stays and so must the choice.
          event.currentTarget.value = props.value ?? ''
          props.onPick(value)
        }}
      >
        <optgroup label="Therapists">{options('THERAPIST')}</optgroup>
        <optgroup label="Rooms">{options('ROOM')}</optgroup>
      </select>
      <ChevronDown size={14} />
    </span>
  )
}

import Presentation from 'lucide-solid/icons/presentation'
import { type JSX, Match, Show, Switch } from 'solid-js'
import type { Pages } from '../api/create-pages.ts'
import { eventKinds } from '../event-sessions/kinds.ts'
import type { EventLineFragment } from '../generated/graphql.ts'
import { clockInWords, dayInWords } from '../session/when.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { EventState } from './event-state.tsx'
import { placesInWords, placesOf, repeatsInWords } from './event-words.ts'

interface EventListProps {
  readonly pages: Pages<EventLineFragment>
  readonly openId: string | undefined
  readonly isFiltered: boolean
  /** What there is to do where there is no event yet. */
  readonly add: JSX.Element
  readonly onOpen: (id: string) => void
}

export function EventList(props: EventListProps): JSX.Element {
  return (
    <>
      <Switch fallback={<SkeletonRows rows={10} />}>
        <Match when={props.pages.nodes()?.length === 0 && props.isFiltered}>
          <EmptyState icon={Presentation} title="None of these" text="No event fits what is chosen above." />
        </Match>
        <Match when={props.pages.nodes()?.length === 0}>
          <EmptyState
            icon={Presentation}
            title="No events yet"
            text="Groups, workshops and classes come here. A draft takes its time in the calendar; once published, people can register."
            action={props.add}
          />
        </Match>
        <Match when={props.pages.nodes()}>
          {(events) => (
            <DataTable
              caption="Events"
              rows={events()}
              nameHead="Title"
              name={(row) => row.title}
              narrowDetail={(row) => `${eventKinds[row.kind].word}, ${repeatsInWords(row)}`}
              columns={columns}
              onOpen={(row) => props.onOpen(row.id)}
              isOpen={(row) => row.id === props.openId}
              isFaded={(row) => row.publishStatus === 'ARCHIVED'}
            />
          )}
        </Match>
        <Match when={props.pages.failure()}>
          {(failure) => <FailureState failure={failure()} onRetry={props.pages.again} />}
        </Match>
      </Switch>
      <MoreButton pages={props.pages} />
    </>
  )
}

const columns: readonly Column<EventLineFragment>[] = [
  { head: 'Kind', cell: (row) => eventKinds[row.kind].word, wideOnly: true },
  { head: 'Next', cell: (row) => <Next event={row} /> },
  { head: 'Repeats', cell: repeatsInWords, wideOnly: true },
  {
    head: 'Places taken',
    cell: (row) => {
      const places = placesOf(row)
      return places && placesInWords(places)
    },
    wideOnly: true,
  },
  { head: 'State', cell: (row) => <EventState status={row.publishStatus} /> },
]

/** The day and the time each stay whole where there is little room. */
function Next(props: { readonly event: EventLineFragment }): JSX.Element {
  return (
    <Show when={props.event.nextSession} fallback="None to come">
      {(next) => (
        <span class="event-next">
          <span>{dayInWords(next().startsAt)},</span> <span>{clockInWords(next().startsAt)}</span>
        </span>
      )}
    </Show>
  )
}

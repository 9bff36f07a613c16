import ListOrdered from 'lucide-solid/icons/list-ordered'
import { type JSX, Match, Switch } from 'solid-js'
import type { Pages } from '../api/create-pages.ts'
import type { WaitlistLineFragment } from '../generated/graphql.ts'
import { dateInWords } from '../session/when.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureState } from '../ui/failure-state.tsx'
import { HueMark } from '../ui/hue-field.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { ScoreMark } from './score-mark.tsx'
import { EntryState, UrgencyMark } from './state-mark.tsx'
import { slotTimeInWords, waitingInWords, whenInWords, whomInWords } from './waitlist-words.ts'

interface WaitingListProps {
  readonly pages: Pages<WaitlistLineFragment>
  readonly openId: string | undefined
  readonly isFiltered: boolean
  /** Those who wait no more. */
  readonly isPast: boolean
  /** What there is to do where nobody waits yet. */
  readonly add: JSX.Element
  readonly onOpen: (id: string) => void
}

export function WaitingList(props: WaitingListProps): JSX.Element {
  return (
    <>
      <Switch fallback={<SkeletonRows rows={10} />}>
        <Match when={props.pages.nodes()?.length === 0 && props.isFiltered}>
          <EmptyState icon={ListOrdered} title="None of these" text="Nobody fits what is chosen above." />
        </Match>
        <Match when={props.pages.nodes()?.length === 0 && props.isPast}>
          <EmptyState
            icon={ListOrdered}
            title="Nobody yet"
            text="Whoever was booked, left or waited too long is kept here."
          />
        </Match>
        <Match when={props.pages.nodes()?.length === 0}>
          <EmptyState
            icon={ListOrdered}
            title="Nobody is waiting"
            text="Whoever wants a slot, or a sooner one, is kept here. What becomes free is offered to whom it fits, the highest score first."
            action={props.add}
          />
        </Match>
        <Match when={props.pages.nodes()}>
          {(entries) => (
            <DataTable
              caption={props.isPast ? 'Off the waitlist' : 'Waiting, the highest score first'}
              rows={entries()}
              nameHead="Client"
              name={(row) => row.client.name}
              narrowDetail={(row) => `${row.type.name}, ${whomInWords(row)}, ${whenInWords(row)}`}
              columns={props.isPast ? pastColumns : waitingColumns}
              onOpen={(row) => props.onOpen(row.id)}
              isOpen={(row) => row.id === props.openId}
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

const what: Column<WaitlistLineFragment> = {
  head: 'Waits for',
  cell: (row) => (
    <span class="waits-for">
      <HueMark hue={row.type.hue} />
      {row.type.name}
    </span>
  ),
  wideOnly: true,
}

const whom: Column<WaitlistLineFragment> = { head: 'With', cell: whomInWords, wideOnly: true }

const waitingColumns: readonly Column<WaitlistLineFragment>[] = [
  what,
  whom,
  { head: 'Can come', cell: (row) => <CanCome entry={row} />, wideOnly: true },
  {
    head: 'Waiting',
    cell: (row) => (
      <span class="waits-since" title={`Since ${dateInWords(row.createdAt)}`}>
        {waitingInWords(row.waitingDays)}
      </span>
    ),
    wideOnly: true,
  },
  { head: 'Urgency', cell: (row) => <UrgencyMark urgency={row.urgency} /> },
  { head: 'State', cell: (row) => <EntryState status={row.status} />, wideOnly: true },
  { head: 'Score', cell: (row) => <ScoreMark score={row.score} of={row.client.name} />, align: 'end' },
]

const pastColumns: readonly Column<WaitlistLineFragment>[] = [
  what,
  whom,
  { head: 'State', cell: (row) => <EntryState status={row.status} /> },
  {
    head: 'Booked for',
    cell: (row) => (row.bookedAppointment ? slotTimeInWords(row.bookedAppointment.startsAt) : ''),
    wideOnly: true,
  },
  { head: 'Off the list', cell: (row) => (row.endedAt ? dateInWords(row.endedAt) : ''), wideOnly: true },
]

function CanCome(props: { readonly entry: WaitlistLineFragment }): JSX.Element {
  const given = () => props.entry.appointment
  return (
    <>
      {whenInWords(props.entry)}
      {given() ? `, before ${slotTimeInWords(given()!.startsAt)}` : ''}
    </>
  )
}

import { createEffect, createMemo, type JSX, Match, on, Show, Switch } from 'solid-js'
import { localDateOf } from '../../domain/zone.ts'
import { AppointmentPanel } from '../appointments/appointment-panel.tsx'
import { createQuickBook, type QuickBook as QuickBookControl } from '../booking/create-quick-book.ts'
import { QuickBook } from '../booking/quick-book.tsx'
import { addressOf, openedBy } from '../event-sessions/opened.ts'
import { SessionPanel } from '../event-sessions/session-panel.tsx'
import { createFinding, type Finding } from '../finder/create-finding.ts'
import { FinderPanel, type TakenSlot } from '../finder/finder-panel.tsx'
import { type OpenRecord, useOpenRecord } from '../form/use-open-record.ts'
import { tellReplies } from '../messages/tell-replies.ts'
import { mayDo, viewer } from '../session/session.ts'
import { Split } from '../shell/split.tsx'
import { useTitle } from '../shell/use-title.ts'
import { AwayBesideDay } from '../time-off/away-beside-day.tsx'
import { createColumnAway } from '../time-off/create-column-away.ts'
import { FailureState } from '../ui/failure-state.tsx'
import { createDesk } from './create-desk.ts'
import type { Desk } from './desk.ts'
import { CalendarBar } from './page/calendar-bar.tsx'
import { createDate } from './page/create-date.ts'
import { type CalendarView, createView } from './page/create-view.ts'
import { shortDate } from './page/date-words.ts'
import { DayArea } from './page/day-area.tsx'
import { DaySkeleton } from './page/day-skeleton.tsx'
import { EmptyClinic } from './page/empty-clinic.tsx'
import { focusGrid, keepGridFocus } from './page/grid-focus.ts'
import { LostBar } from './page/lost-bar.tsx'
import { shownColumns } from './page/shown-columns.ts'
import { placeOf } from './store/moves.ts'
import type { GridCommands } from './view/grid-props.ts'

/** The day as the desk works with it: shown, followed, changed. */
export default function CalendarPage(): JSX.Element {
  const { zone } = viewer().clinic
  const date = createDate(zone)
  const view = createView()
  const record = useOpenRecord()
  const quickBook = createQuickBook()
  const finding = createFinding()
  const { day, desk, onReady } = createDesk(date)
  const isEmpty = () =>
    desk()
      ?.clinic()
      .resources.every((each) => each.kind === 'room' || !each.active)
  const book = () => {
    const open = desk()
    if (open) quickBook.begin(open)
  }
  const find = () => {
    const open = desk()
    if (open) finding.begin(open, quickBook.booking()?.draft)
  }
  const toToday = () => {
    const open = desk()
    if (open) open.withDay(date.today(), (commands) => commands.showInstant(open.now()))
    else date.goTo(date.today())
  }
  useTitle(() => shortDate(date.date()))

  return (
    <>
      <CalendarBar
        zone={zone}
        date={date}
        view={view}
        isLive={day.shown() !== undefined}
        onToday={toToday}
        onFind={mayEdit() && !isEmpty() ? find : undefined}
        onBook={mayEdit() && !isEmpty() ? book : undefined}
      />
      <Switch fallback={<DaySkeleton columns={8} hourHeight={view.hourHeight()} />}>
        <Match when={day.failure()}>{(failure) => <FailureState failure={failure()} onRetry={day.again} />}</Match>
        <Match when={isEmpty()}>
          <EmptyClinic />
        </Match>
        <Match when={desk()}>
          {(open) => (
            <>
              <LostBar isLost={day.refusal() !== undefined} onRetry={day.again} />
              <OpenDay
                desk={open()}
                view={view}
                record={record}
                quickBook={quickBook}
                finding={finding}
                onReady={onReady}
              />
            </>
          )}
        </Match>
      </Switch>
    </>
  )
}

interface OpenDayProps {
  readonly desk: Desk
  readonly view: CalendarView
  readonly record: OpenRecord
  readonly quickBook: QuickBookControl
  readonly finding: Finding
  readonly onReady: (commands: GridCommands) => void
}

/** The day and the panel beside it: an appointment that was opened, or one that is being booked. */
function OpenDay(props: OpenDayProps): JSX.Element {
  const { desk, record, quickBook, finding, view } = props
  const away = createColumnAway()
  const columns = createMemo(() => shownColumns(desk.clinic(), desk.shown().book.truth(), view.show()), undefined, {
    equals: isSameList,
  })
  keepGridFocus(() => [columns(), desk.shown()])
  const openId = () => {
    const address = record.id()
    return address === undefined ? undefined : openedBy(address).id
  }
  tellReplies({ desk, openId, onOpen: record.open })
  const backToGrid = () => queueMicrotask(focusGrid)
  const closeCard = () => {
    const address = record.id()
    record.close()
    if (address !== undefined) queueMicrotask(() => desk.commands()?.focusCard(openedBy(address).id))
  }
  const closeBooking = () => {
    quickBook.close()
    backToGrid()
  }
  // One panel at a time: what is opened later stands in front.
  createEffect(on(finding.first, (first) => first && record.close()))
  createEffect(on([record.id, away.first], ([id, absence]) => (id || absence) && finding.close(), { defer: true }))
  const takeFound = (slot: TakenSlot) => {
    finding.close()
    quickBook.take(slot, desk)
    const { startsAt } = slot.place
    desk.withDay(localDateOf(startsAt, desk.zone), (commands) => commands.showInstant(startsAt))
  }
  const closeAway = () => {
    away.close()
    backToGrid()
  }
  return (
    <Split
      panel={
        <>
          <Show when={record.id()} keyed>
            {(address) => <OpenCard address={address} desk={desk} onClose={closeCard} />}
          </Show>
          <Show when={quickBook.first()} keyed>
            {(first) => (
              <QuickBook
                desk={desk}
                control={quickBook}
                first={first}
                hidden={record.id() !== undefined || away.first() !== undefined || finding.first() !== undefined}
                onClose={closeBooking}
              />
            )}
          </Show>
          <Show when={finding.first()} keyed>
            {(first) => (
              <FinderPanel
                desk={desk}
                first={first}
                onEntries={finding.keep}
                onTake={takeFound}
                onClose={() => {
                  finding.close()
                  backToGrid()
                }}
              />
            )}
          </Show>
          <Show when={away.first()} keyed>
            {(first) => (
              <AwayBesideDay desk={desk} first={first} hidden={record.id() !== undefined} onClose={closeAway} />
            )}
          </Show>
        </>
      }
    >
      <DayArea
        desk={desk}
        columns={columns()}
        view={view}
        isWaiting={desk.shown().date !== desk.date.date()}
        openId={openId()}
        plan={quickBook.booking()?.plan()}
        onReady={props.onReady}
        onOpen={(id) => {
          // One that is still being booked has no page yet.
          const card = desk.shown().book.truth().cards.get(id)
          if (card) record.open(addressOf(card))
        }}
        onPick={(slot) => {
          if (!mayEdit()) return
          record.close()
          quickBook.pick(slot, desk)
        }}
        onBookHold={(hold) => {
          record.close()
          quickBook.take({ place: placeOf(hold), typeId: hold.typeId }, desk)
        }}
        onAway={(resource, kind) => {
          record.close()
          away.begin(resource, kind, desk)
        }}
      />
    </Split>
  )
}

interface OpenCardProps {
  readonly address: string
  readonly desk: Desk
  readonly onClose: () => void
}

function OpenCard(props: OpenCardProps): JSX.Element {
  const { id, isSession } = openedBy(props.address)
  return isSession ? (
    <SessionPanel id={id} desk={props.desk} onClose={props.onClose} />
  ) : (
    <AppointmentPanel id={id} desk={props.desk} onClose={props.onClose} />
  )
}

function mayEdit(): boolean {
  return mayDo('EDIT_ANY_APPOINTMENT') || mayDo('EDIT_OWN_APPOINTMENTS')
}

function isSameList(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((each, index) => each === b[index])
}

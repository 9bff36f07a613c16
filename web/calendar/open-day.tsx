import { createEffect, createMemo, type JSX, on, Show } from 'solid-js'
import { localDateOf } from '../../domain/zone.ts'
import { AppointmentPanel } from '../appointments/appointment-panel.tsx'
import type { QuickBook as QuickBookControl } from '../booking/create-quick-book.ts'
import { QuickBook } from '../booking/quick-book.tsx'
import { addressOf, openedBy } from '../event-sessions/opened.ts'
import { SessionPanel } from '../event-sessions/session-panel.tsx'
import type { Finding } from '../finder/create-finding.ts'
import { FinderPanel, type TakenSlot } from '../finder/finder-panel.tsx'
import type { OpenRecord } from '../form/use-open-record.ts'
import { tellReplies } from '../messages/tell-replies.ts'
import { mayBook } from '../session/may-book.ts'
import { isNarrow } from '../shell/is-narrow.ts'
import { Split } from '../shell/split.tsx'
import { AwayBesideDay } from '../time-off/away-beside-day.tsx'
import { createColumnAway } from '../time-off/create-column-away.ts'
import { createDrawer } from '../waitlist-drawer/create-drawer.ts'
import { WaitlistDrawer } from '../waitlist-drawer/waitlist-drawer.tsx'
import type { Desk } from './desk.ts'
import type { CalendarView } from './page/create-view.ts'
import { DayArea } from './page/day-area.tsx'
import { focusGrid, keepGridFocus } from './page/grid-focus.ts'
import { shownColumns } from './page/shown-columns.ts'
import { placeOf } from './store/moves.ts'
import type { GridCommands } from './view/grid-props.ts'

interface OpenDayProps {
  readonly desk: Desk
  readonly view: CalendarView
  readonly record: OpenRecord
  readonly quickBook: QuickBookControl
  readonly finding: Finding
  readonly isWaitlistOpen: boolean
  readonly onCloseWaitlist: () => void
  readonly onReady: (commands: GridCommands) => void
}

/** The day and the panel beside it: an appointment that was opened, or one that is being booked. */
export function OpenDay(props: OpenDayProps): JSX.Element {
  const { desk, record, quickBook, finding, view } = props
  const away = createColumnAway()
  const drawer = createMemo(() => (props.isWaitlistOpen ? createDrawer(desk) : undefined))
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
  createEffect(
    on(drawer, (open) => {
      if (!open) return
      for (const each of [record, finding, away]) each.close()
    }),
  )
  for (const other of [finding.first, quickBook.first, record.id, away.first] as const)
    createEffect(on(other as () => unknown, (open) => open && props.onCloseWaitlist(), { defer: true }))
  createEffect(on(finding.first, (first) => first && record.close()))
  createEffect(on([record.id, away.first], ([id, absence]) => (id || absence) && finding.close(), { defer: true }))
  const takeFound = (slot: TakenSlot) => {
    finding.close()
    quickBook.take(slot, desk)
    const { startsAt } = slot.place
    desk.withDay(localDateOf(startsAt, desk.zone), (commands) => commands.showInstant(startsAt))
  }
  const closeWaitlist = () => {
    props.onCloseWaitlist()
    backToGrid()
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
                hidden={[record.id(), away.first(), finding.first(), drawer()].some((each) => each !== undefined)}
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
          <Show when={drawer()} keyed>
            {(open) => (
              <Show when={!(isNarrow() && open.isPlacing())}>
                <WaitlistDrawer desk={desk} drawer={open} onClose={closeWaitlist} />
              </Show>
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
        drawer={drawer()}
        onReady={props.onReady}
        onOpen={(id) => {
          // One that is still being booked has no page yet.
          const card = desk.shown().book.truth().cards.get(id)
          if (card) record.open(addressOf(card))
        }}
        onPick={(slot) => {
          if (!mayBook()) return
          record.close()
          props.onCloseWaitlist()
          quickBook.pick(slot, desk)
        }}
        onBookHold={(hold) => {
          record.close()
          props.onCloseWaitlist()
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

function isSameList(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((each, index) => each === b[index])
}

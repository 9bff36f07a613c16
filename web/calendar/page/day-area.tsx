import './day-area.css'
import { createEffect, createMemo, createSignal, type JSX, on, Show } from 'solid-js'
import { SessionMoveDialog } from '../../event-sessions/session-move-dialog.tsx'
import { HoldPopover } from '../../holds/hold-popover.tsx'
import { SeriesMoveDialog } from '../../series/series-move-dialog.tsx'
import { ColumnMenu } from '../../time-off/column-menu.tsx'
import type { AwayKind } from '../../time-off/create-column-away.ts'
import type { Drawer } from '../../waitlist-drawer/create-drawer.ts'
import type { Desk } from '../desk.ts'
import { lockOf } from '../drag/judge.ts'
import type { Column, Hold } from '../store/book.ts'
import { CalendarGrid } from '../view/calendar-grid.tsx'
import type { GridCommands, PickedSlot, PlannedSlot } from '../view/grid-props.ts'
import { ColumnPicker } from './column-picker.tsx'
import { createPeek } from './create-peek.ts'
import type { CalendarView } from './create-view.ts'
import { focusGrid } from './grid-focus.ts'
import { PeekCard } from './peek-card.tsx'
import { RefusalBar } from './refusal-bar.tsx'

interface DayAreaProps {
  readonly desk: Desk
  readonly columns: readonly Column[]
  readonly view: CalendarView
  /** Another day is asked for and has not been read yet. */
  readonly isWaiting: boolean
  /** The card that is open beside the day. */
  readonly openId: string | undefined
  readonly plan: PlannedSlot | undefined
  /** Those who wait, where they stand beside the day. */
  readonly drawer: Drawer | undefined
  readonly onReady: (commands: GridCommands) => void
  readonly onOpen: (id: string) => void
  readonly onPick: (slot: PickedSlot) => void
  readonly onBookHold: (hold: Hold) => void
  readonly onAway: (resource: Column, kind: AwayKind) => void
}

/** The day itself, with what belongs to it alone: a look at a card, and what to do about a refused move. */
export function DayArea(props: DayAreaProps): JSX.Element {
  const { desk } = props
  const [openHold, setOpenHold] = createSignal<OpenHold>()
  let area!: HTMLDivElement
  const menuOf = (resource: Column, isStop: () => boolean) => (
    <ColumnMenu
      resource={resource}
      isStop={isStop}
      isToday={desk.shown().date === desk.date.today()}
      onAway={(kind) => props.onAway(resource, kind)}
    />
  )
  return (
    <div
      class="day-area"
      classList={{ waiting: props.isWaiting }}
      inert={props.isWaiting}
      aria-busy={props.isWaiting}
      ref={area}
    >
      <ColumnPicker columns={props.columns} area={() => area} menu={(resource) => menuOf(resource, () => true)} />
      <div class="day-grid">
        <CalendarGrid
          book={desk.shown().book}
          columns={props.columns}
          dates={datesOf(desk)()}
          zone={desk.zone}
          stepMinutes={desk.clinic().stepMinutes}
          viewer={desk.viewer}
          allowsOverbooking={desk.clinic().allowsOverbooking}
          hourHeight={props.view.hourHeight()}
          plan={props.plan}
          lit={props.drawer?.lit()}
          doubt={(card, place) => props.drawer?.doubt(card, place)}
          onDropNew={async (card, place) => props.drawer?.drop(card, place)}
          columnMenu={menuOf}
          onMove={desk.mover.onMove}
          onRefused={desk.mover.onRefused}
          onOpenCard={props.onOpen}
          holdNow={desk.holdNow()}
          isMyHold={desk.holds.isMine}
          onOpenHold={(id, block) => setOpenHold({ id, block })}
          onPickSlot={props.onPick}
          onReady={props.onReady}
        />
      </div>
      <OpenMark id={props.openId} />
      <HeldSlot desk={desk} open={openHold()} onBook={props.onBookHold} onClose={() => setOpenHold(undefined)} />
      <Refused desk={desk} />
      <Show when={desk.series.asked()} keyed>
        {(question) =>
          question.card.session ? (
            <SessionMoveDialog desk={desk} question={question} />
          ) : (
            <SeriesMoveDialog desk={desk} question={question} />
          )
        }
      </Show>
      <Peeked desk={desk} area={() => area} openId={props.openId} />
    </div>
  )
}

/** The card that is open beside the day, wherever the grid draws it. */
function OpenMark(props: { readonly id: string | undefined }): JSX.Element {
  return (
    <Show when={props.id}>
      {(id) => (
        <style>{`[data-card="${CSS.escape(id())}"] { outline: 2px solid var(--accent); outline-offset: -1px }`}</style>
      )}
    </Show>
  )
}

interface OpenHold {
  readonly id: string
  readonly block: HTMLElement
}

interface HeldSlotProps {
  readonly desk: Desk
  readonly open: OpenHold | undefined
  readonly onBook: (hold: Hold) => void
  readonly onClose: () => void
}

/** The held slot that is looked at, as long as it is held. */
function HeldSlot(props: HeldSlotProps): JSX.Element {
  const { desk } = props
  const hold = () => props.open && desk.shown().book.truth().holds.get(props.open.id)
  const close = () => {
    props.onClose()
    queueMicrotask(focusGrid)
  }
  return (
    <Show when={hold()}>
      {(shown) => (
        <HoldPopover
          desk={desk}
          hold={shown()}
          block={props.open!.block}
          onBook={(held) => {
            props.onClose()
            props.onBook(held)
          }}
          onClose={close}
        />
      )}
    </Show>
  )
}

/** One array as long as it is one day. */
function datesOf(desk: Desk): () => readonly string[] {
  return createMemo(() => [desk.shown().date])
}

function Refused(props: { readonly desk: Desk }): JSX.Element {
  const { desk } = props
  const { mover } = desk
  // The bar takes its place from the day: what has the focus stays in sight.
  createEffect(on(mover.refusal, (refusal) => refusal && keepFocusInSight(), { defer: true }))
  return (
    <Show when={mover.refusal()} keyed>
      {(refusal) => (
        <RefusalBar
          refusal={refusal}
          desk={desk}
          onMove={(place, override) => mover.move(refusal.card.id, place, override)}
          onClose={() => {
            mover.dismiss()
            desk.commands()?.focusCard(refusal.card.id)
          }}
        />
      )}
    </Show>
  )
}

function keepFocusInSight(): void {
  document.activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

interface PeekedProps {
  readonly desk: Desk
  readonly area: () => HTMLElement
  readonly openId: string | undefined
}

function Peeked(props: PeekedProps): JSX.Element {
  const { desk } = props
  const control = createPeek(props.area)
  const card = () => {
    const peek = control.peek()
    return peek && peek.id !== props.openId ? desk.shown().book.truth().cards.get(peek.id) : undefined
  }
  return (
    <Show when={card()}>
      {(shown) => (
        <PeekCard
          control={control}
          card={shown()}
          anchor={control.peek()!.card}
          book={desk.shown().book.truth()}
          clock={desk.clock}
          viewer={desk.viewer}
          bounds={() => props.area().getBoundingClientRect()}
          lock={lockOf(shown(), { viewer: desk.viewer, isSaving: () => false })}
        />
      )}
    </Show>
  )
}

import { type Accessor, createEffect, createMemo, on, onCleanup } from 'solid-js'
import { showToast } from '../../ui/toast.tsx'
import { createDrag, type Draft, type DragControl, type DragOptions } from '../drag/create-drag.ts'
import { createSweep, type SweepControl, type SweepOptions } from '../drag/create-sweep.ts'
import { judge } from '../drag/judge.ts'
import { sayPlace, sayStep, sayTarget, sayVerdict } from '../drag/speech.ts'
import { type Clock, makeClock } from '../layout/clock.ts'
import { areSameColumns, type DayColumn, dayColumns } from '../layout/columns.ts'
import { type Cursor, type CursorField, land } from '../layout/cursor.ts'
import type { Step } from '../layout/geometry.ts'
import type { Card, Hold, Place } from '../store/book.ts'
import { shownCard } from '../store/pending.ts'
import type { Look } from './card-face.ts'
import { type Announcer, createAnnouncer } from './create-announcer.ts'
import { type CursorControl, createCursor } from './create-cursor.ts'
import { createMoves, type Moves } from './create-moves.ts'
import { createNow } from './create-now.ts'
import { createShown, type Shown } from './create-shown.ts'
import { createStop, type Stop } from './create-stop.ts'
import { gridFacts } from './grid-facts.ts'
import { clearBox, type GridNodes, makeGridNodes, measureGrid } from './grid-nodes.ts'
import { type CalendarGridProps, USUAL_ZOOM } from './grid-props.ts'
import { makeRemoteEar } from './hear-remote.ts'
import { createLiveColumns, type LiveColumn } from './live-columns.ts'

/** What is shown, and how. */
interface Scene {
  readonly props: CalendarGridProps
  readonly shown: Shown
  readonly columns: Accessor<readonly LiveColumn[]>
  readonly clock: Accessor<Clock>
  readonly step: Accessor<Step>
  readonly minuteHeight: Accessor<number>
  readonly look: Accessor<Look>
  readonly now: Accessor<number>
  readonly holdNow: Accessor<number>
  readonly nodes: GridNodes
  readonly field: CursorField
  readonly announcer: Announcer
  cardOf(id: string): Card | undefined
  isMyHold(hold: Hold): boolean
  sayPlace(place: Place): string
  sayTarget(from: Place, to: Place): string
}

/** All that the parts of one grid share: the scene, and what is done in it. */
export interface Grid extends Scene {
  readonly cursor: CursorControl
  readonly drag: DragControl
  readonly sweep: SweepControl
  readonly stop: Stop
  readonly moves: Moves
}

export function createGrid(props: CalendarGridProps): Grid {
  const scene = createScene(props)
  const { shown } = scene
  const cursor = createCursor(scene.field, firstCursor(scene), (id) => shownCard(shown.truth(), shown.pending(), id))
  const moves = createMoves({
    book: () => props.book,
    onMove: (move) => props.onMove(move),
    onRefused: (refusal) => props.onRefused?.(refusal),
    onUndoable: (text, seconds, run) => showToast({ text, seconds, action: { label: 'Undo', run } }),
    onSettled: (id) => settleDrag(drag, props, id),
    say: scene.announcer.say,
    sayTarget: scene.sayTarget,
  })
  const drag: DragControl = createDrag(dragOptions(scene, () => grid))
  const stop = createStop(scene.nodes, cursor.cursor, () => drag.draft()?.card.id, shown.draw)
  const sweep = createSweep(sweepOptions(scene))
  const grid: Grid = { ...scene, cursor, drag, sweep, stop, moves }
  const ear = makeRemoteEar(grid)
  createEffect(
    on(
      () => props.book,
      (book) => onCleanup(book.listen(ear)),
    ),
  )
  // What is in hand belongs to the columns it was taken from.
  createEffect(on([scene.columns, () => props.book], () => drag.send({ type: 'cancel' }), { defer: true }))
  return grid
}

function createScene(props: CalendarGridProps): Scene {
  const clock = createMemo(() => makeClock(props.zone, props.locale ?? 'en-US'))
  const shown = createShown(() => props.book)
  const days = createMemo<DayColumn[]>((before) => dayColumns(props.columns, props.dates, props.zone, before), [], {
    equals: areSameColumns,
  })
  const columns = createLiveColumns(days, shown)
  const step = createMemo(() => ({ minutes: props.stepMinutes, zone: props.zone }))
  const ticking = createNow()
  const minuteHeight = createMemo(() => (props.hourHeight ?? USUAL_ZOOM) / 60)
  const resources = createMemo(() => shown.truth().resources)
  const leave = createMemo(() => shown.truth().timeOffByResource)
  return {
    props,
    shown,
    columns,
    clock,
    step,
    minuteHeight,
    look: createMemo(() => ({ clock: clock(), minuteHeight: minuteHeight(), resources: resources(), leave: leave() })),
    now: () => props.now ?? ticking(),
    holdNow: () => props.holdNow ?? props.now ?? ticking(),
    nodes: makeGridNodes(),
    field: {
      get columns() {
        return columns()
      },
      get step() {
        return step()
      },
      cardsIn: (column) => columns()[column.index]?.cards() ?? [],
    },
    announcer: createAnnouncer((text) => props.onAnnounce?.(text)),
    isMyHold: (hold) => props.isMyHold?.(hold) ?? false,
    cardOf: (id) => shownCard(props.book.truth(), props.book.pending(), id),
    sayPlace: (place) => sayPlace(place, props.book.truth(), clock()),
    sayTarget: (from, to) => sayTarget(from, to, props.book.truth(), clock()),
  }
}

/** What whatever follows a pointer has to know of the scene. */
function surface({ nodes, columns, step, minuteHeight }: Scene) {
  return {
    columns,
    step,
    scroller: () => nodes.scroller,
    clearBox: () => clearBox(nodes),
    measure: () => measureGrid(nodes, columns().length, minuteHeight()),
  }
}

function sweepOptions(scene: Scene): SweepOptions {
  return {
    ...surface(scene),
    onSwept: ({ column, startsAt, endsAt }) =>
      scene.props.onPickSlot?.({ resource: column.resource, startsAt, endsAt }),
  }
}

function dragOptions(scene: Scene, grid: () => Grid): DragOptions {
  const { props, announcer } = scene
  return {
    ...surface(scene),
    judge(card, place) {
      const verdict = judge(card, place, gridFacts(props, scene.clock(), Math.max(scene.now(), scene.holdNow())))
      const doubt = card.newcomer && !verdict.blocked ? props.doubt?.(card, place) : undefined
      return doubt ? { ...verdict, warnings: [...verdict.warnings, doubt] } : verdict
    },
    onSave(held) {
      if (held.card.newcomer) return void dropNew(grid(), held)
      grid().cursor.onCard({ ...held.card, ...held.place }, held.column)
      void grid().moves.perform(held.card, held.place)
      grid().stop.focus({ preventScroll: true })
    },
    onBlocked(held) {
      if (held.by === 'keys') announcer.say(sayVerdict(held.verdict))
    },
    onStep(before, after, event) {
      const text = sayStep(before, after, event, scene.sayTarget)
      if (text) announcer.say(text)
      if (before?.by === 'keys' && !after) grid().stop.focus()
    },
  }
}

async function dropNew({ drag, cursor, props, stop }: Grid, { card, column, place }: Draft): Promise<void> {
  cursor.set({ index: column.index, at: place.startsAt })
  stop.focus({ preventScroll: true })
  await props.onDropNew?.(card, place)
  drag.send({ type: 'settled', id: card.id })
}

function settleDrag(drag: DragControl, props: CalendarGridProps, id: string): void {
  drag.send({ type: 'settled', id })
  const card = props.book.truth().cards.get(id)
  drag.send(card ? { type: 'changed', card } : { type: 'removed', id })
}

/** The present where today is shown, or else the first opening of the first column. */
function firstCursor(scene: Scene): Cursor {
  const { props, field } = scene
  const first = field.columns[0]
  const now = scene.now()
  if (!first) return { index: 0, at: now }
  if (first.day.start <= now && now < first.day.end) return land({ index: 0, at: now }, field)
  const open = props.book
    .truth()
    .openHours.get(first.resource.id)
    ?.find((each) => each.end > first.day.start)
  return land({ index: 0, at: open?.start ?? first.day.start }, field)
}

import './holds.css'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { type Interval, MINUTE } from '../../../domain/interval.ts'
import { columnOf, type DayColumn } from '../layout/columns.ts'
import { timeLeft, timeLeftSpoken } from '../layout/countdown.ts'
import { spanOf } from '../layout/geometry.ts'
import { type Hold, resourcesOf } from '../store/book.ts'
import { LEAST_PIXELS, THREE_LINES } from './card-face.ts'
import type { Grid } from './create-grid.ts'

/** Slots that are held, over the columns of their therapists and rooms: a layer of its own, which the cards know nothing of. */
export function Holds(props: { readonly grid: Grid }): JSX.Element {
  const { grid } = props
  const holds = createMemo(() => grid.shown.truth().holds)
  const columnsOf = (id: string) => {
    const hold = holds().get(id)
    return hold ? columnsIn(grid, hold) : []
  }
  const ids = createMemo(() => [...holds().keys()], [], { equals: isSameList })
  const isSeen = () => ids().some((id) => columnsOf(id).length > 0)
  return (
    <Show when={isSeen()}>
      <div role="row" class="holds">
        <For each={ids()}>
          {(id) => {
            const hold = createMemo<Hold>((before) => holds().get(id) ?? before!)
            return <For each={columnsOf(id)}>{(column) => <HoldBlock grid={grid} hold={hold()} column={column} />}</For>
          }}
        </For>
      </div>
    </Show>
  )
}

interface HoldBlockProps {
  readonly grid: Grid
  readonly hold: Hold
  readonly column: DayColumn
}

function HoldBlock(props: HoldBlockProps): JSX.Element {
  const { grid } = props
  const span = () => spanOf(intervalOf(props.hold), props.column.day) ?? { top: 0, minutes: 0 }
  const height = () => Math.max(span().minutes * grid.minuteHeight(), LEAST_PIXELS) - 2
  const isShort = () => height() < THREE_LINES
  const left = () => props.hold.expiresAt - grid.holdNow()
  return (
    <div
      role="gridcell"
      aria-colindex={props.column.index + 2}
      class="hold-place"
      style={{
        top: `${span().top * grid.minuteHeight()}px`,
        height: `${height()}px`,
        left: `calc(100% / ${grid.columns().length} * ${props.column.index})`,
        width: `calc(100% / ${grid.columns().length})`,
      }}
    >
      <button
        type="button"
        tabindex={-1}
        class="hold"
        classList={{ short: isShort(), mine: grid.isMyHold(props.hold), ending: left() <= MINUTE }}
        data-hold={props.hold.id}
      >
        <b>Held by {holderOf(grid, props.hold)}</b>
        <span classList={{ aside: isShort() }}>{props.hold.typeName}</span>
        <span class="hold-left" aria-hidden="true">
          {timeLeft(props.hold.expiresAt, grid.holdNow())}
        </span>
        <span class="aside">{sayPlaceOf(grid, props.hold)}</span>
      </button>
    </div>
  )
}

/** `Held by Rosa Quinn, Therapy, 10:00 AM to 10:50 AM, Dr. Chen, Oak, 4 minutes left`. */
export function sayHold(grid: Grid, hold: Hold): string {
  return `Held by ${holderOf(grid, hold)}, ${hold.typeName}, ${sayPlaceOf(grid, hold)}`
}

function holderOf(grid: Grid, hold: Hold): string {
  return grid.isMyHold(hold) ? 'you' : hold.heldBy
}

function sayPlaceOf(grid: Grid, hold: Hold): string {
  const { resources } = grid.look()
  const names = resourcesOf(hold).map((id) => resources.get(id)?.name)
  const left = `${timeLeftSpoken(hold.expiresAt, grid.holdNow())} left`
  return [grid.clock().range(intervalOf(hold)), ...names, left].filter(Boolean).join(', ')
}

/** What is held of the column at the instant. */
export function holdAt(grid: Grid, column: DayColumn, at: number): Hold | undefined {
  const end = at + grid.step().minutes * MINUTE
  const holds = grid.shown.truth().holdsByResource.get(column.resource.id) ?? []
  return holds.find((hold) => hold.startsAt < end && hold.endsAt > at)
}

function columnsIn(grid: Grid, hold: Hold): DayColumn[] {
  return resourcesOf(hold)
    .map((id) => columnOf(grid.columns(), id, hold.startsAt))
    .filter((each) => each !== undefined)
}

function intervalOf(hold: Hold): Interval {
  return { start: hold.startsAt, end: hold.endsAt }
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}

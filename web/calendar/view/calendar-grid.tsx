import './grid.css'
import './card.css'
import './session.css'
import { createEffect, For, type JSX, on, onCleanup, onMount } from 'solid-js'
import { MINUTE } from '../../../domain/interval.ts'
import { formatDate } from '../../../domain/zone.ts'
import { firstScroll } from '../layout/first-scroll.ts'
import { CarryBar } from './carry-bar.tsx'
import { createGrid, type Grid } from './create-grid.ts'
import { CursorCell } from './cursor-cell.tsx'
import { Ghost } from './ghost.tsx'
import { GridAxis, HourLines } from './grid-axis.tsx'
import { GridColumn } from './grid-column.tsx'
import { makeCommands } from './grid-commands.ts'
import { makeGridEvents } from './grid-events.ts'
import { GridHead } from './grid-head.tsx'
import { isTyping, isUndo } from './grid-keys.ts'
import { createGridPointer } from './grid-pointer.ts'
import type { CalendarGridProps } from './grid-props.ts'
import { Holds } from './holds.tsx'
import { LitTimes } from './lit-times.tsx'
import { NowLine } from './now-line.tsx'
import { PlannedSlots } from './planned-slot.tsx'
import { SweepBox } from './sweep-box.tsx'

/** The day as the clinic works it: resources side by side, live, to be changed by hand. */
export function CalendarGrid(props: CalendarGridProps): JSX.Element {
  const grid = createGrid(props)
  const { nodes } = grid
  const events = makeGridEvents(grid)
  const pointer = createGridPointer(grid)

  onMount(() => {
    nodes.scroller.scrollTop = firstTop(grid)
    props.onReady?.(makeCommands(grid))
  })
  keepMiddle(grid)
  undoByKey(grid)

  return (
    <div class="calendar-grid" style={gridMeasures(grid)}>
      <div
        ref={(element) => {
          nodes.scroller = element
        }}
        class="grid-scroll"
        role="grid"
        aria-label={`Calendar, ${daysOf(grid)}`}
        data-state={grid.drag.drag().state}
        onPointerDown={pointer.onPointerDown}
        onPointerMove={pointer.onPointerMove}
        onPointerOver={pointer.onPointerOver}
        onClick={events.onClick}
        onFocusIn={events.onFocusIn}
        onKeyDown={events.onKeyDown}
      >
        <GridHead grid={grid} />
        <div class="grid-body">
          <GridAxis grid={grid} />
          <div class="grid-field">
            <HourLines grid={grid} />
            <div
              ref={(element) => {
                nodes.columns = element
              }}
              class="grid-columns"
              role="row"
            >
              <For each={grid.columns()}>{(column) => <GridColumn grid={grid} column={column} />}</For>
            </div>
            <Holds grid={grid} />
            <LitTimes grid={grid} />
            <PlannedSlots grid={grid} />
            <NowLine grid={grid} />
            <CursorCell grid={grid} />
            <SweepBox grid={grid} />
            <Ghost grid={grid} />
          </div>
        </div>
      </div>
      <CarryBar grid={grid} />
      <p class="aside" role="status">
        {grid.announcer.text()}
      </p>
    </div>
  )
}

function gridMeasures(grid: Grid): JSX.CSSProperties {
  const longest = Math.max(0, ...grid.columns().map(({ day }) => day.end - day.start))
  return {
    '--columns': grid.columns().length,
    '--hour': `${60 * grid.minuteHeight()}px`,
    '--day': `${(longest / MINUTE) * grid.minuteHeight()}px`,
  }
}

function daysOf(grid: Grid): string {
  const days = new Set(grid.columns().map(({ day }) => day.start))
  return [...days].map((start) => formatDate(start, grid.props.zone, grid.props.locale)).join(' – ')
}

function firstTop(grid: Grid): number {
  const { props, nodes } = grid
  const [first] = grid.columns()
  if (!first) return 0
  const { start, end } = first.day
  const opens = [...props.book.truth().openHours.values()].flat().map((open) => open.start)
  const earliest = Math.min(...opens.filter((at) => at >= start && at < end), end)
  const open = earliest === end ? 7 * 60 : (earliest - start) / MINUTE
  const now = start <= grid.now() && grid.now() < end ? (grid.now() - start) / MINUTE : undefined
  const shown = (nodes.scroller.clientHeight - nodes.head.offsetHeight) / grid.minuteHeight()
  return firstScroll(open, now, shown) * grid.minuteHeight()
}

/** Zooming keeps the time in the middle where it is. */
function keepMiddle(grid: Grid): void {
  createEffect(
    on(
      grid.minuteHeight,
      (height, before) => {
        const { scroller } = grid.nodes
        const half = scroller.clientHeight / 2
        if (before) scroller.scrollTop = ((scroller.scrollTop + half) / before) * height - half
      },
      { defer: true },
    ),
  )
}

function undoByKey(grid: Grid): void {
  function onKeyDown(event: KeyboardEvent): void {
    if (!isUndo(event) || isTyping(event.target)) return
    event.preventDefault()
    grid.moves.undoLast()
  }
  onMount(() => window.addEventListener('keydown', onKeyDown))
  onCleanup(() => window.removeEventListener('keydown', onKeyDown))
}

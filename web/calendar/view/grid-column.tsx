import { createRenderEffect, For, type JSX, onCleanup } from 'solid-js'
import { type Interval, MINUTE } from '../../../domain/interval.ts'
import { leaveWord } from '../store/leave.ts'
import { makeFaces } from './card-face.ts'
import { makeCardNodes } from './card-nodes.ts'
import type { Grid } from './create-grid.ts'
import type { LiveColumn } from './live-columns.ts'

export function GridColumn(props: { readonly grid: Grid; readonly column: LiveColumn }): JSX.Element {
  const { grid, column } = props
  const box = (interval: Interval) => ({
    top: `${((interval.start - column.day.start) / MINUTE) * grid.minuteHeight()}px`,
    height: `${((interval.end - interval.start) / MINUTE) * grid.minuteHeight()}px`,
  })

  function drawCards(element: HTMLElement): void {
    const cards = makeCardNodes(element, grid.stop.onLost)
    const facesOf = makeFaces(column)
    grid.nodes.cards.set(column.index, cards)
    onCleanup(() => {
      if (grid.nodes.cards.get(column.index) === cards) grid.nodes.cards.delete(column.index)
    })
    createRenderEffect(() => {
      cards.paint(facesOf(column.cards(), grid.look()))
      grid.stop.onPainted()
    })
  }

  return (
    <div
      class="grid-column"
      classList={{ room: column.resource.kind === 'room' }}
      role="gridcell"
      aria-colindex={column.index + 2}
      data-resource={column.resource.id}
    >
      <For each={column.shade().closed}>
        {(closed) => <div class="closed" aria-hidden="true" style={box(closed)} />}
      </For>
      <For each={column.shade().closures}>
        {(closure) => (
          <div class="closure" aria-hidden="true" style={box(closure)}>
            <span>Closed: {closure.name}</span>
          </div>
        )}
      </For>
      <For each={column.shade().leave}>
        {(leave) => (
          <div class="leave" aria-hidden="true" style={box(leave)}>
            <span>{leaveWord(leave.reason)}</span>
          </div>
        )}
      </For>
      <For each={column.shade().elsewhere}>
        {(busy) => (
          <div class="elsewhere" aria-hidden="true" style={box(busy)}>
            <span>Busy</span>
          </div>
        )}
      </For>
      <div class="grid-cards" ref={drawCards} />
    </div>
  )
}

import { floorToStep } from '../layout/geometry.ts'
import { type Hit, hit } from '../layout/hit.ts'
import type { Grid } from './create-grid.ts'
import { measureGrid } from './grid-nodes.ts'
import type { LiveColumn } from './live-columns.ts'

/** The card's button that an event was meant for. */
export function buttonUnder(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[data-card]')) || undefined
}

/** The block of a held slot. */
export function holdUnder(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[data-hold]')) || undefined
}

export function columnUnder(grid: Grid, button: HTMLElement): LiveColumn | undefined {
  const index = [...grid.nodes.columns.children].indexOf(button.closest('.grid-column')!)
  return grid.columns()[index]
}

/** The exact place under a mouse or finger, if it is over the columns. */
export function hitUnder(grid: Grid, event: MouseEvent): Hit | undefined {
  const { nodes } = grid
  if (!(event.target instanceof Node && nodes.columns.parentElement?.contains(event.target))) return undefined
  const scroll = { x: nodes.scroller.scrollLeft, y: nodes.scroller.scrollTop }
  const measure = measureGrid(nodes, grid.columns().length, grid.minuteHeight())
  return hit({ x: event.clientX, y: event.clientY }, scroll, measure, grid.columns())
}

/** The slot under it: the step of the clinic's clock that has begun there. */
export function slotUnder(grid: Grid, event: MouseEvent): Hit | undefined {
  const found = hitUnder(grid, event)
  return found && { column: found.column, at: floorToStep(found.at, grid.step()) }
}

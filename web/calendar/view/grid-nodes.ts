import type { Box } from '../drag/edges.ts'
import type { Measure } from '../layout/hit.ts'
import type { CardNodes } from './card-nodes.ts'

/** The parts of the document that the grid has to find again. */
export interface GridNodes {
  scroller: HTMLElement
  head: HTMLElement
  columns: HTMLElement
  /** The cell of the keyboard's slot, where the cursor is on no card. */
  cell: HTMLElement | undefined
  /** By index of their column. */
  readonly cards: Map<number, CardNodes>
}

/** The named parts are filled in as they are drawn. */
export function makeGridNodes(): GridNodes {
  return { cards: new Map(), cell: undefined } as Partial<GridNodes> as GridNodes
}

export function findCard(nodes: GridNodes, index: number, id: string): HTMLElement | undefined {
  return nodes.cards.get(index)?.find(id)
}

/** Every button of the card: it has one in its therapist's column and one in its room's. */
export function findAll(nodes: GridNodes, id: string): HTMLElement[] {
  return [...nodes.cards.values()].map((each) => each.find(id)).filter((each) => each !== undefined)
}

/** The block of a held slot, in the first column that shows it. */
export function findHold(nodes: GridNodes, id: string): HTMLElement | undefined {
  return nodes.scroller.querySelector<HTMLElement>(`[data-hold="${CSS.escape(id)}"]`) ?? undefined
}

export function measureGrid(nodes: GridNodes, columnCount: number, minuteHeight: number): Measure {
  const box = nodes.columns.getBoundingClientRect()
  const { scrollLeft, scrollTop } = nodes.scroller
  const origin = { x: box.left + scrollLeft, y: box.top + scrollTop }
  return { origin, columnWidth: box.width / Math.max(1, columnCount), minuteHeight }
}

/** The part of the scroller that its sticky head and axis leave clear. */
export function clearBox(nodes: GridNodes): Box {
  const { left, top } = nodes.scroller.getBoundingClientRect()
  const { clientWidth, clientHeight, scrollLeft } = nodes.scroller
  const axis = nodes.columns.getBoundingClientRect().left + scrollLeft - left
  return {
    left: left + axis,
    top: top + nodes.head.offsetHeight,
    right: left + clientWidth,
    bottom: top + clientHeight,
  }
}

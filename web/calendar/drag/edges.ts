import type { Point } from '../layout/hit.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const EDGE_PIXELS = 44
const FASTEST = 1.1

/** How fast to scroll, in pixels a millisecond, while a card is held near an edge: faster the further out it is held. */
export function scrollSpeed(point: Point, box: Box): Point {
  return { x: speed(point.x, box.left, box.right), y: speed(point.y, box.top, box.bottom) }
}

/** Whether the point is in the box, and at none of its edges. */
export function isWellIn(point: Point, box: Box): boolean {
  const { x, y } = scrollSpeed(point, box)
  return x === 0 && y === 0
}

function speed(at: number, low: number, high: number): number {
  const under = low + EDGE_PIXELS - at
  const over = at - (high - EDGE_PIXELS)
  if (under > 0) return -FASTEST * Math.min(1, (under / EDGE_PIXELS) ** 2)
  return over > 0 ? FASTEST * Math.min(1, (over / EDGE_PIXELS) ** 2) : 0
}

import { type Instant, MINUTE } from '../../../domain/interval.ts'
import type { DayColumn } from './columns.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Taken once at pointer-down: where the first column's midnight stands when nothing is scrolled, and the scale. */
export interface Measure {
  readonly origin: Point
  readonly columnWidth: number
  readonly minuteHeight: number
}

export interface Hit {
  readonly column: DayColumn
  readonly at: Instant
}

/** What lies under a point of the window; a point outside the columns finds the nearest of them. */
export function hit(point: Point, scroll: Point, measure: Measure, columns: readonly DayColumn[]): Hit | undefined {
  const across = Math.floor((point.x + scroll.x - measure.origin.x) / measure.columnWidth)
  const index = Math.max(0, Math.min(columns.length - 1, across))
  const column = columns[index]
  if (!column) return undefined
  const minutes = (point.y + scroll.y - measure.origin.y) / measure.minuteHeight
  const last = (column.day.end - column.day.start) / MINUTE - 1
  return { column, at: column.day.start + Math.max(0, Math.min(last, minutes)) * MINUTE }
}

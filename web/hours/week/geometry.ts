import { DAY_MINUTES, type Span } from './block.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A place in the week. */
export interface Spot {
  readonly weekday: number
  readonly minute: number
}

/** Taken once at pointer-down: where Monday's midnight stands when nothing is scrolled, and the scale. */
export interface Measure {
  readonly origin: Point
  readonly dayWidth: number
  readonly minuteHeight: number
}

/** What lies under a point of the window; a point outside the week finds the nearest place in it. */
export function spotAt(point: Point, scroll: Point, measure: Measure): Spot {
  const across = Math.floor((point.x + scroll.x - measure.origin.x) / measure.dayWidth)
  const down = (point.y + scroll.y - measure.origin.y) / measure.minuteHeight
  return { weekday: clamp(across, 0, 6) + 1, minute: clamp(down, 0, DAY_MINUTES) }
}

export function snap(minute: number, step: number): number {
  return Math.round(minute / step) * step
}

/** The whole block so much later, on that weekday; it stays within the day, as long as it is. */
export function movedTo(span: Span, minutes: number, weekday: number, step: number): Span {
  const length = span.end - span.start
  const latest = DAY_MINUTES - length
  const start = minutes === 0 ? span.start : clamp(snap(span.start + minutes, step), 0, latest)
  return { weekday, start, end: start + length }
}

/** One end so much later; it stays a step away from the other and within the day. */
export function stretched(span: Span, part: 'start' | 'end', minutes: number, step: number): Span {
  const { weekday, start, end } = span
  if (minutes === 0) return { weekday, start, end }
  if (part === 'start') return { weekday, start: clamp(snap(start + minutes, step), 0, before(end, step)), end }
  return { weekday, start, end: clamp(snap(end + minutes, step), after(start, step), DAY_MINUTES) }
}

/** From the step under where the drawing began to the one under where it is, on the day where it began. */
export function drawn(from: Spot, to: Spot, step: number): Span {
  const [first, last] = [Math.min(from.minute, to.minute), Math.max(from.minute, to.minute)]
  const start = Math.min(Math.floor(first / step) * step, DAY_MINUTES - step)
  return { weekday: from.weekday, start, end: clamp(Math.ceil(last / step) * step, start + step, DAY_MINUTES) }
}

/** The next line of the step that way: what is off the step goes to the line, not past it. */
export function nextLine(minute: number, direction: 1 | -1, step: number): number {
  return direction === 1 ? (Math.floor(minute / step) + 1) * step : (Math.ceil(minute / step) - 1) * step
}

function before(minute: number, step: number): number {
  return Math.max(0, Math.floor((minute - step) / step) * step)
}

function after(minute: number, step: number): number {
  return Math.min(DAY_MINUTES, Math.ceil((minute + step) / step) * step)
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

import { type Closed, closedIntervals } from '../availability.ts'
import type { Instant, Interval } from '../interval.ts'
import { datesOf, dayInterval, type LocalDate, weekdayOf, zoneStretches } from '../zone.ts'
import type { SlotFacts, SlotRequest } from './request.ts'

/**
 * Where slots are looked for. Only their starts are compared: an interval in which a slot must lie becomes the starts that
 * let it, one that it must not touch the starts that would.
 */
export interface Board {
  readonly request: SlotRequest
  readonly facts: SlotFacts
  /** How long a slot lasts, in milliseconds. */
  readonly length: number
  /** The starts that the asker could take, on the clinic's step: sorted. */
  readonly starts: readonly Instant[]
  /** The index of the first start at or after the instant. */
  readonly indexAt: (instant: Instant) => number
  readonly days: readonly BoardDay[]
  readonly closed: readonly Closed[]
}

/** A day of the clinic, and which of the starts are on it: from the index `first` up to, but not with, `last`. */
export interface BoardDay extends Interval {
  readonly date: LocalDate
  readonly weekday: number
  readonly first: number
  readonly last: number
}

/** The board of a request whose slots may start within the ranges: sorted and non-overlapping. */
export function makeBoard(request: SlotRequest, facts: SlotFacts, ranges: readonly Interval[]): Board {
  const { zone } = facts
  const starts = startsOnStep(ranges, facts.stepMinutes, zone)
  const indexAt = indexer(starts, facts.stepMinutes * 60_000)
  const days = datesOf(request.window, zone).map((date) => {
    const day = dayInterval(date, zone)
    return { ...day, date, weekday: weekdayOf(date), first: indexAt(day.start), last: indexAt(day.end) }
  })
  const closed = closedIntervals(facts.closures, request.window, zone)
  return { request, facts, length: lengthOf(request), starts, indexAt, days, closed }
}

/** How long a slot lasts, in milliseconds. */
export function lengthOf(request: Pick<SlotRequest, 'minutes'>): number {
  return request.minutes * 60_000
}

/** The starts of slots that lie within the interval. */
export function startsInside({ start, end }: Interval, length: number): Interval {
  return { start, end: end - length + 1 }
}

/** The starts of slots that share an instant with the interval. */
export function startsTouching({ start, end }: Interval, length: number): Interval {
  return { start: start - length + 1, end }
}

/** Every instant of the ranges at which the wall clock shows a multiple of the step. */
export function startsOnStep(ranges: readonly Interval[], stepMinutes: number, zone: string): Instant[] {
  const step = stepMinutes * 60_000
  const starts: Instant[] = []
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!first || !last) return starts
  const stretches = zoneStretches({ start: first.start, end: last.end }, zone)
  for (const range of ranges)
    for (const { offset, ...stretch } of stretches) {
      const start = Math.max(range.start, stretch.start)
      const end = Math.min(range.end, stretch.end)
      for (let at = Math.ceil((start + offset) / step) * step - offset; at < end; at += step) starts.push(at)
    }
  return starts
}

/** Looks up by the step what a search would halve and halve again for: starts are a step apart or further. */
function indexer(starts: readonly Instant[], step: number): (instant: Instant) => number {
  if (starts.length === 0) return () => 0
  const origin = starts[0]!
  const steps = Math.floor((starts.at(-1)! - origin) / step) + 1
  const firstOf = new Uint32Array(steps)
  for (let at = 0, index = 0; at < steps; at++) {
    while (starts[index]! < origin + at * step) index++
    firstOf[at] = index
  }
  return (instant) => {
    if (instant <= origin) return 0
    const at = Math.floor((instant - origin) / step)
    if (at >= steps) return starts.length
    let index = firstOf[at]!
    while (index < starts.length && starts[index]! < instant) index++
    return index
  }
}

/** The index of the first of the sorted instants that is at or after the one given. */
export function indexOf(sorted: readonly Instant[], instant: Instant): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < instant) low = middle + 1
    else high = middle
  }
  return low
}

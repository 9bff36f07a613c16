import { type Instant, type Interval, intersect, MINUTE } from '../../../domain/interval.ts'
import { snapToStep } from '../../../domain/zone.ts'

/** Where an interval stands in a day's column, in minutes since its midnight. */
export interface Span {
  readonly top: number
  readonly minutes: number
}

/** The part of the interval that falls on the day. A day is measured in minutes gone by, not by what its clocks show. */
export function spanOf(interval: Interval, day: Interval): Span | undefined {
  const shown = intersect(interval, day)
  return shown && { top: (shown.start - day.start) / MINUTE, minutes: (shown.end - shown.start) / MINUTE }
}

export interface Step {
  readonly minutes: number
  readonly zone: string
}

export function snap(at: Instant, step: Step): Instant {
  return snapToStep(at, step.minutes, step.zone)
}

/** The step that has begun at the instant: what a person points at is the slot under the pointer, not the nearest line. */
export function floorToStep(at: Instant, step: Step): Instant {
  const nearest = snap(at, step)
  return nearest > at ? snap(nearest - step.minutes * MINUTE, step) : nearest
}

/** The first step that begins at the instant or after it. */
export function ceilToStep(at: Instant, step: Step): Instant {
  const begun = floorToStep(at, step)
  return begun === at ? at : nextStep(at, 1, step)
}

/** The next step on the wall clock, or the one before: an off-step instant moves to the line, not past it. */
export function nextStep(at: Instant, direction: 1 | -1, step: Step): Instant {
  const begun = floorToStep(at, step)
  if (direction === 1) return snap(begun + step.minutes * MINUTE, step)
  return begun < at ? begun : snap(begun - step.minutes * MINUTE, step)
}

/** The start nearest to the one wanted with which the length fits into the day. */
export function clampStart(start: Instant, length: number, day: Interval): Instant {
  return Math.max(day.start, Math.min(start, day.end - length))
}

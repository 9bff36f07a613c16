/**
 * Half-open intervals of time: the start belongs to the interval, the end does not, so that one appointment may begin
 * at the instant another ends. Instants are milliseconds since 1970-01-01T00:00Z.
 */
export type Instant = number

export interface Interval {
  readonly start: Instant
  readonly end: Instant
}

export const MINUTE = 60_000

/** Whether the two share any instant. Touching ends do not overlap. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether every instant of `inner` belongs to `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The instants the two share, or undefined when there are none. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return start < end ? { start, end } : undefined
}

/** The same instants as sorted, non-overlapping intervals; those that touch become one. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((each) => each.start < each.end).sort((a, b) => a.start - b.start)
  const merged: { start: Instant; end: Instant }[] = []
  for (const next of sorted) {
    const last = merged.at(-1)
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end)
    else merged.push({ start: next.start, end: next.end })
  }
  return merged
}

/** What is left of `from` without `taken`, sorted and non-overlapping. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = merge(taken)
  const left: Interval[] = []
  let first = 0
  for (const piece of merge(from)) {
    while (first < holes.length && holes[first]!.end <= piece.start) first++
    let start = piece.start
    for (let i = first; i < holes.length && holes[i]!.start < piece.end; i++) {
      const hole = holes[i]!
      if (hole.start > start) left.push({ start, end: hole.start })
      start = Math.max(start, hole.end)
    }
    if (start < piece.end) left.push({ start, end: piece.end })
  }
  return left
}

/** The interval with each end moved outward by the minutes given. */
export function widen(interval: Interval, beforeMinutes: number, afterMinutes: number): Interval {
  return { start: interval.start - beforeMinutes * MINUTE, end: interval.end + afterMinutes * MINUTE }
}

/** Length in whole minutes. */
export function minutesOf(interval: Interval): number {
  return Math.round((interval.end - interval.start) / MINUTE)
}

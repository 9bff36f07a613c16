import type { Instant, Interval } from '../../../domain/interval.ts'

/** Which of how many lanes side by side. */
export interface Lane {
  readonly lane: number
  readonly lanes: number
}

/**
 * Lanes for what overlaps, sorted by start. Each takes the first lane that is free, and those that hang together share
 * one width. `atLeast` keeps apart what is too short to be drawn in its own length.
 */
export function pack(sorted: readonly Interval[], atLeast: number): Lane[] {
  const lanes: Lane[] = []
  let ends: Instant[] = []
  let open: number[] = []
  for (const [index, each] of sorted.entries()) {
    if (index > 0 && ends.every((end) => end <= each.start)) {
      close(lanes, open, ends.length)
      ends = []
      open = []
    }
    const free = ends.findIndex((end) => end <= each.start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = Math.max(each.end, each.start + atLeast)
    lanes.push({ lane, lanes: 1 })
    open.push(index)
  }
  close(lanes, open, ends.length)
  return lanes
}

function close(lanes: Lane[], open: readonly number[], count: number): void {
  if (count < 2) return
  for (const index of open) lanes[index] = { lane: lanes[index]!.lane, lanes: count }
}

import { contains, type Interval, intersect, subtract } from '../../../domain/interval.ts'
import type { Closed, TimeOff } from '../store/book.ts'

export interface Leave extends Interval {
  readonly reason: string
}

export interface Shade {
  readonly closed: readonly Interval[]
  readonly closures: readonly Closed[]
  readonly leave: readonly Leave[]
}

export interface Shading {
  /** Undefined where no hours are kept. */
  readonly open: readonly Interval[] | undefined
  readonly closures: readonly Closed[]
  readonly timeOff: readonly TimeOff[]
}

/**
 * What of a day is closed for a resource, what of it the whole clinic is shut, and what is leave; the latter two are
 * drawn over closed hours, whole.
 */
export function shadeOf(day: Interval, { open, closures, timeOff }: Shading): Shade {
  const leave = within(day, timeOff).map(({ start, end, reason }) => ({ start, end, reason }))
  const shut = within(day, closures)
  return { closed: open ? subtract([day], [...open, ...leave, ...shut]) : [], closures: shut, leave }
}

/** Whether one closure lasts the whole day. */
export function isShutAllDay(day: Interval, closures: readonly Closed[]): boolean {
  return closures.some((each) => contains(each, day))
}

function within<Item extends Interval>(day: Interval, items: readonly Item[]): Item[] {
  return items.flatMap((each) => {
    const shown = intersect(each, day)
    return shown ? [{ ...each, ...shown }] : []
  })
}

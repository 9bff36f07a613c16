import { contains, type Interval, intersect, subtract } from '../../../domain/interval.ts'
import type { Closed, TimeOff } from '../store/book.ts'

export interface Leave extends Interval {
  readonly reason: string
}

export interface Shade {
  readonly closed: readonly Interval[]
  readonly closures: readonly Closed[]
  readonly leave: readonly Leave[]
  readonly elsewhere: readonly Interval[]
}

export interface Shading {
  /** Undefined where no hours are kept. */
  readonly open: readonly Interval[] | undefined
  readonly closures: readonly Closed[]
  readonly timeOff: readonly TimeOff[]
  /** Taken by calendars of the therapist's own. */
  readonly elsewhere: readonly Interval[]
}

/**
 * What of a day is closed for a resource, what of it the whole clinic is shut, what is leave, and what is taken elsewhere;
 * the latter three are drawn over closed hours, whole.
 */
export function shadeOf(day: Interval, { open, closures, timeOff, elsewhere }: Shading): Shade {
  const leave = within(day, timeOff).map(({ start, end, reason }) => ({ start, end, reason }))
  const shut = within(day, closures)
  return {
    closed: open ? subtract([day], [...open, ...leave, ...shut]) : [],
    closures: shut,
    leave,
    elsewhere: within(day, elsewhere),
  }
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

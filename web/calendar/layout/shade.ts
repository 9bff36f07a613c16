import { type Interval, intersect, subtract } from '../../../domain/interval.ts'
import type { TimeOff } from '../store/book.ts'

export interface Leave extends Interval {
  readonly reason: string
}

export interface Shade {
  readonly closed: readonly Interval[]
  readonly leave: readonly Leave[]
}

/** What of a day is closed for a resource, and what is leave; leave is drawn over closed hours, whole. */
export function shadeOf(day: Interval, open: readonly Interval[] | undefined, timeOff: readonly TimeOff[]): Shade {
  const leave = timeOff.flatMap((each) => {
    const within = intersect(each, day)
    return within ? [{ ...within, reason: each.reason }] : []
  })
  return { closed: open ? subtract([day], [...open, ...leave]) : [], leave }
}

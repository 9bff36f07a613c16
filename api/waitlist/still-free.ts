import type { FreedSlot } from '../../db/queries/freed-slots.ts'
import type { Interval } from '../../domain/interval.ts'

/** What of a freed slot is to be had as long as it is open: not what somebody else has taken of it. */
export function stillFree({ endsAt, free, isTaken, startsAt, status }: FreedSlot): Interval {
  return status === 'open' && !isTaken && free ? free : { start: startsAt, end: endsAt }
}

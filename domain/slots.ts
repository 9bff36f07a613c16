import type { Instant } from './interval.ts'
import type { BookingProblem } from './problem.ts'
import { reasonOfAsker, startsAsked } from './slots/asker-rules.ts'
import { makeBoard } from './slots/board.ts'
import { fairOrders } from './slots/loads.ts'
import { offer } from './slots/offer.ts'
import { reasonsOf } from './slots/reasons.ts'
import type { Slot, SlotFacts, SlotRequest } from './slots/request.ts'
import { therapistColumns } from './slots/therapists.ts'

export interface FoundSlots {
  readonly slots: readonly Slot[]
  /** Why there is none: with each therapist when there is no slot at all, else with the preferred one alone. */
  readonly reasons: readonly BookingProblem[]
}

/**
 * The slots that may be booked, in the order asked for, each with a fitting room where one is needed: every one of them
 * would be accepted by `decideBooking` with nothing overridden. Where there is none it says why.
 */
export function findSlots(request: SlotRequest, facts: SlotFacts, now: Instant): FoundSlots {
  const board = makeBoard(request, facts, startsAsked(request, facts, now))
  if (board.starts.length === 0) return { slots: [], reasons: [reasonOfAsker(request, facts, now)] }
  const { columns, rooms } = therapistColumns(board)
  const slots = offer(board, fairOrders(columns, board), rooms)
  return { slots, reasons: reasonsOf({ board, columns, rooms, slots }, now) }
}

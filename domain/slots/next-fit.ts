import type { Instant } from '../interval.ts'
import type { BookingProblem } from '../problem.ts'
import { findSlots } from '../slots.ts'
import { formatDate, formatTime } from '../zone.ts'
import type { Slot, SlotFacts, SlotRequest } from './request.ts'

export interface Unfit {
  /** Why nothing fitted. */
  readonly reasons: readonly BookingProblem[]
  /** Those asked for; everybody when left out. */
  readonly therapistIds?: readonly string[]
}

/**
 * The first slot of a wider window with those asked for, or else with anybody; and the reasons, the first of them with who
 * is free first: "Dr. Chen is away (vacation) until …; first free with Dr. Johnson Tue, Mar 10, 9:00 AM."
 */
export function withNextFit(request: SlotRequest, facts: SlotFacts, now: Instant, { reasons, therapistIds }: Unfit) {
  const soonest = { ...request, order: 'soonest' as const, preferTherapistId: undefined, first: 1 }
  const firstWith = (therapists: SlotFacts['therapists']) => findSlots(soonest, { ...facts, therapists }, now).slots[0]
  const asked = firstWith(facts.therapists.filter((each) => therapistIds?.includes(each.id) ?? true))
  const anybody = therapistIds ? firstWith(facts.therapists) : asked
  return { nextFit: asked ?? anybody, reasons: anybody ? told(reasons, anybody, facts) : reasons }
}

function told([first, ...others]: readonly BookingProblem[], slot: Slot, facts: SlotFacts): BookingProblem[] {
  if (!first) return []
  const therapist = facts.therapists.find((each) => each.id === slot.therapistId)!
  const whom = therapist.id === first.resourceId ? '' : ` with ${therapist.name}`
  const when = `${formatDate(slot.start, facts.zone)}, ${formatTime(slot.start, facts.zone)}`
  return [{ ...first, message: first.message.replace(/\.$/, `; first free${whom} ${when}.`) }, ...others]
}

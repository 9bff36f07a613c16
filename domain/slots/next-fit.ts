import type { Instant } from '../interval.ts'
import type { BookingProblem } from '../problem.ts'
import { findSlots } from '../slots.ts'
import { formatDate, formatTime } from '../zone.ts'
import type { Slot, SlotFacts, SlotRequest } from './request.ts'

export interface FirstFits {
  /** With those asked for. */
  readonly asked?: Slot
  readonly anybody?: Slot
}

/** The soonest slots there are: with the therapists asked for, all when left out, and with anybody. */
export function firstFits(
  request: SlotRequest,
  facts: SlotFacts,
  now: Instant,
  therapistIds?: readonly string[],
): FirstFits {
  const soonest = { ...request, order: 'soonest' as const, preferTherapistId: undefined, first: 1 }
  const firstWith = (therapists: SlotFacts['therapists']) => findSlots(soonest, { ...facts, therapists }, now).slots[0]
  const asked = firstWith(facts.therapists.filter((each) => therapistIds?.includes(each.id) ?? true))
  return { asked, anybody: therapistIds ? firstWith(facts.therapists) : asked }
}

/** The reasons, the first of them with who is free first: "Dr. Chen is away …; first free with Dr. Johnson Tue, Mar 10, 9:00 AM." */
export function withFirstFree(
  [first, ...others]: readonly BookingProblem[],
  slot: Slot,
  facts: SlotFacts,
): BookingProblem[] {
  if (!first) return []
  const therapist = facts.therapists.find((each) => each.id === slot.therapistId)!
  const whom = therapist.id === first.resourceId ? '' : ` with ${therapist.name}`
  const when = `${formatDate(slot.start, facts.zone)}, ${formatTime(slot.start, facts.zone)}`
  return [{ ...first, message: first.message.replace(/\.$/, `; first free${whom} ${when}.`) }, ...others]
}

import { contains, type Interval, overlaps, widen } from '../../domain/interval.ts'
import { mayChangeAppointment } from '../../domain/rights.ts'
import { takesTime } from '../../domain/status.ts'
import type { Facts } from '../calendar/drag/judge.ts'
import type { Column } from '../calendar/store/book.ts'

export interface Wanted extends Interval {
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
}

/** The first room in the clinic's order that is free then, buffers included. */
export function suggestRoom(wanted: Wanted, resources: readonly Column[], facts: Facts): Column | undefined {
  return resources.find((each) => each.kind === 'room' && isFree(each, wanted, facts))
}

/** The first therapist in the clinic's order who is free then and whom the viewer may book. */
export function suggestTherapist(wanted: Wanted, resources: readonly Column[], facts: Facts): Column | undefined {
  const { rights, therapistId } = facts.viewer
  return resources.find(
    (each) =>
      each.kind === 'therapist' && mayChangeAppointment(rights, each.id, therapistId) && isFree(each, wanted, facts),
  )
}

/** Whether the resource is open, there, and taken by nobody, with the time that is kept free beside appointments. */
export function isFree(resource: Column, wanted: Wanted, facts: Facts): boolean {
  if (!resource.active) return false
  if (facts.closures.some((closure) => overlaps(closure, wanted))) return false
  if (facts.timeOff(resource.id).some((away) => overlaps(away, wanted))) return false
  const open = facts.openHours(resource)
  if (open && !open.some((each) => contains(each, wanted))) return false
  if (facts.holdsOn(resource.id).some((hold) => overlaps({ start: hold.startsAt, end: hold.endsAt }, wanted)))
    return false
  const wide = widen(wanted, wanted.bufferBeforeMinutes, wanted.bufferAfterMinutes)
  return !facts.cardsOn(resource.id).some((card) => {
    if (!takesTime(card.status)) return false
    const taken = { start: card.startsAt, end: card.endsAt }
    return overlaps(taken, wide) || overlaps(widen(taken, card.bufferBeforeMinutes, card.bufferAfterMinutes), wanted)
  })
}

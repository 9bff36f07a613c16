import type { Instant } from '../../domain/interval.ts'
import { type LocalDate, localDateOf } from '../../domain/zone.ts'
import type { Place } from '../calendar/store/book.ts'
import type { FoundSlotFragment } from '../generated/graphql.ts'

/** A slot that could be booked now, with its names. */
export interface FoundSlot {
  readonly place: Place
  readonly therapist: string
  readonly room: string | undefined
}

export interface DayOfSlots {
  readonly date: LocalDate
  readonly slots: readonly FoundSlot[]
}

export function foundSlot({ startsAt, endsAt, therapist, room }: FoundSlotFragment): FoundSlot {
  return {
    place: {
      startsAt: Date.parse(startsAt),
      endsAt: Date.parse(endsAt),
      therapistId: therapist.id,
      roomId: room?.id ?? null,
    },
    therapist: therapist.name,
    room: room?.name,
  }
}

/**
 * One after another with each therapist, instead of every start that would do: a quarter of an hour later is told on the
 * phone, not read.
 */
export function apart(slots: readonly FoundSlot[]): FoundSlot[] {
  const until = new Map<string, Instant>()
  const inTime = [...slots].sort((a, b) => a.place.startsAt - b.place.startsAt)
  return inTime.filter(({ place }) => {
    if (place.startsAt < (until.get(place.therapistId) ?? 0)) return false
    until.set(place.therapistId, place.endsAt)
    return true
  })
}

/** By the days of the clinic's calendar, in the order they came. */
export function byDay(slots: readonly FoundSlot[], zone: string): DayOfSlots[] {
  const days = Map.groupBy(slots, (slot) => localDateOf(slot.place.startsAt, zone))
  return [...days].map(([date, found]) => ({ date, slots: found }))
}

import { DateTime, Interval } from 'luxon'
import type { ResourceFacts } from '../../domain/booking-facts.ts'
import type { Slot, SlotFacts, SlotRequest } from '../../domain/slots/request.ts'

/** What a day's query answers: what takes each resource's time on the day that begins then. */
export type ReadDay = (day: number) => Promise<ReadonlyMap<string, readonly { start: number; end: number }[]>>

/**
 * How slots are found where nobody thought about it: a query a day, every start of the step tried with every therapist and
 * every room, each compared with every appointment of that day, in the date objects that wall clocks are kept in.
 */
export async function obviousSlots(request: SlotRequest, facts: SlotFacts, readDay: ReadDay): Promise<Slot[]> {
  const { zone, stepMinutes } = facts
  const slots: Slot[] = []
  const until = DateTime.fromMillis(request.window.end, { zone })
  for (let day = DateTime.fromMillis(request.window.start, { zone }); day < until; day = day.plus({ days: 1 })) {
    const taken = await takenOn(day, readDay, zone)
    const openings = new Map(facts.therapists.map((each) => [each.id, openingsOn(day, each)]))
    const isFree = (id: string, slot: Interval) => !taken.get(id)?.some((each) => each.overlaps(slot))
    const midnight = day.plus({ days: 1 })
    for (let start = day; start < midnight; start = start.plus({ minutes: stepMinutes })) {
      const slot = Interval.after(start, { minutes: request.minutes })
      for (const { id } of facts.therapists) {
        if (!openings.get(id)!.some((each) => each.engulfs(slot)) || !isFree(id, slot)) continue
        const room = facts.rooms.find((each) => isFree(each.id, slot))
        if (room) slots.push({ start: start.toMillis(), end: slot.end!.toMillis(), therapistId: id, roomId: room.id })
      }
    }
  }
  return slots
}

async function takenOn(day: DateTime, readDay: ReadDay, zone: string): Promise<Map<string, Interval[]>> {
  const at = (instant: number) => DateTime.fromMillis(instant, { zone })
  const rows = await readDay(day.toMillis())
  return new Map(
    [...rows].map(([id, all]) => [id, all.map((each) => Interval.fromDateTimes(at(each.start), at(each.end)))]),
  )
}

function openingsOn(day: DateTime, { schedule }: ResourceFacts): Interval[] {
  return schedule.weekly
    .filter((each) => each.weekday === day.weekday)
    .map((each) => Interval.fromDateTimes(atTime(day, each.startTime), atTime(day, each.endTime)))
}

function atTime(day: DateTime, time: string): DateTime {
  return day.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) })
}

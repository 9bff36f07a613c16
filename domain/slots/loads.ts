import type { Interval } from '../interval.ts'
import { addDays, dayInterval, weekdayOf } from '../zone.ts'
import type { Board } from './board.ts'
import type { TherapistColumn } from './therapists.ts'

/** For each day of the board the columns to offer, the therapist with the least booked that day, then that week, first. */
export function fairOrders(columns: readonly TherapistColumn[], board: Board): TherapistColumn[][] {
  if (columns.length < 2) return board.days.map(() => [...columns])
  const { zone } = board.facts
  return board.days.map((day) => {
    const monday = addDays(day.date, 1 - weekdayOf(day.date))
    const week = { start: dayInterval(monday, zone).start, end: dayInterval(addDays(monday, 6), zone).end }
    const loads = columns.map((column) => ({ column, day: bookedIn(day, column), week: bookedIn(week, column) }))
    return loads.sort((a, b) => a.day - b.day || a.week - b.week).map((each) => each.column)
  })
}

function bookedIn(interval: Interval, { therapist }: TherapistColumn): number {
  let booked = 0
  for (const each of therapist.busy)
    if (each.start >= interval.start && each.start < interval.end) booked += each.end - each.start
  return booked
}

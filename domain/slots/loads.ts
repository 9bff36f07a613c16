import { addDays, dayInterval } from '../zone.ts'
import { type Board, indexOf } from './board.ts'
import type { TherapistColumn } from './therapists.ts'

/** For each day of the board the columns to offer, the therapist with the least booked that day, then that week, first. */
export function fairOrders(columns: readonly TherapistColumn[], board: Board): (readonly TherapistColumn[])[] {
  if (columns.length < 2) return board.days.map(() => columns)
  const mondays = mondaysOf(board)
  const midnights = board.days.map((day) => day.start)
  const loads = columns.map((column) => ({
    column,
    ofDay: bookedFrom([...midnights, board.days.at(-1)!.end], column),
    ofWeek: bookedFrom(mondays, column),
  }))
  return board.days.map((day, at) => {
    const week = indexOf(mondays, day.end) - 1
    const fair = [...loads].sort((a, b) => a.ofDay[at]! - b.ofDay[at]! || a.ofWeek[week]! - b.ofWeek[week]!)
    return fair.map((each) => each.column)
  })
}

/** The midnights that begin the weeks of the board, and the one that ends the last. */
function mondaysOf({ days, facts }: Board): number[] {
  const mondays: number[] = []
  const until = days.at(-1)!.end
  let monday = addDays(days[0]!.date, 1 - days[0]!.weekday)
  let start = dayInterval(monday, facts.zone).start
  for (; start < until; start = dayInterval(monday, facts.zone).start) {
    mondays.push(start)
    monday = addDays(monday, 7)
  }
  return [...mondays, start]
}

/** What begins from each of the instants on, up to the next, in milliseconds booked. */
function bookedFrom(instants: readonly number[], { therapist }: TherapistColumn): number[] {
  const booked = new Array<number>(instants.length).fill(0)
  for (const { start, end } of therapist.busy) {
    const at = indexOf(instants, start + 1) - 1
    if (at >= 0) booked[at]! += end - start
  }
  return booked
}

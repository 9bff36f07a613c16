import { type Board, type BoardDay } from './board.ts'
import type { Slot } from './request.ts'
import type { RoomColumn } from './rooms.ts'
import type { TherapistColumn } from './therapists.ts'

/** Shows a start of a column; answers whether more may be shown. */
type Show = (column: TherapistColumn, at: number) => boolean

/** The slots of the columns in the order asked for, as many as are asked for. `orders` says, day by day, who goes first. */
export function offer(
  board: Board,
  orders: readonly (readonly TherapistColumn[])[],
  rooms: readonly RoomColumn[],
): Slot[] {
  const { request, starts, length } = board
  const slots: Slot[] = []
  const show: Show = (column, at) => {
    if (column.free[at] === 0) return true
    const start = starts[at]!
    const slot = { start, end: start + length, therapistId: column.therapist.id }
    if (column.rooms) {
      const room = column.rooms[at]!
      if (room > 0) slots.push({ ...slot, roomId: rooms[room - 1]!.room.id })
    } else slots.push(slot)
    return slots.length < request.first
  }
  for (const group of byPreference(orders, request.preferTherapistId)) if (!inOrder(board, group, show)) break
  return slots
}

/** The preferred therapist's days, then everybody else's. */
function byPreference(
  orders: readonly (readonly TherapistColumn[])[],
  preferred?: string,
): (readonly (readonly TherapistColumn[])[])[] {
  if (preferred === undefined) return [orders]
  const those = (is: boolean) =>
    orders.map((columns) => columns.filter(({ therapist }) => (therapist.id === preferred) === is))
  return [those(true), those(false)]
}

function inOrder(board: Board, orders: readonly (readonly TherapistColumn[])[], show: Show): boolean {
  const { order, near } = board.request
  if (order === 'nearest') return byDistance(board, orders, near ?? board.request.window.start, show)
  const showDay = order === 'balanced' ? byColumn : byStart
  return board.days.every((day, index) => showDay(day, orders[index]!, show))
}

function byStart(day: BoardDay, columns: readonly TherapistColumn[], show: Show): boolean {
  for (let at = day.first; at < day.last; at++) for (const column of columns) if (!show(column, at)) return false
  return true
}

function byColumn(day: BoardDay, columns: readonly TherapistColumn[], show: Show): boolean {
  for (const column of columns) for (let at = day.first; at < day.last; at++) if (!show(column, at)) return false
  return true
}

/** Outward from the time wanted; of two as far from it, the sooner. */
function byDistance(board: Board, orders: readonly (readonly TherapistColumn[])[], near: number, show: Show): boolean {
  const { starts, indexAt, days } = board
  const dayOf = days.flatMap((day, index) => new Array<number>(day.last - day.first).fill(index))
  let after = indexAt(near)
  let before = after - 1
  while (before >= 0 || after < starts.length) {
    const sooner = after >= starts.length || (before >= 0 && near - starts[before]! <= starts[after]! - near)
    const at = sooner ? before-- : after++
    for (const column of orders[dayOf[at]!]!) if (!show(column, at)) return false
  }
  return true
}

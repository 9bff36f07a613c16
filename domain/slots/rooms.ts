import type { ResourceFacts } from '../booking-facts.ts'
import { isSuitable } from '../fitness-rules.ts'
import type { Board } from './board.ts'
import { type Free, freeStarts, keepBusy, keepHours, keepTimeOff } from './columns.ts'
import type { SlotFacts, SlotRequest } from './request.ts'

/** A room with the starts it could take. */
export interface RoomColumn {
  readonly room: ResourceFacts
  readonly free: Free
}

/** The rooms that suit, the one to take first: the one asked for, then the smallest, then the one with least beside. */
export function suitableRooms(request: SlotRequest, { type, rooms }: SlotFacts): ResourceFacts[] {
  const requiredFeatures = [...type.requiredFeatures, ...(request.roomFeatures ?? [])]
  const wanted = (room: ResourceFacts) => (room.id === request.preferRoomId ? 0 : 1)
  return rooms
    .filter((each) => each.active && isSuitable(each, { requiredFeatures, minCapacity: type.minCapacity }))
    .sort((a, b) => wanted(a) - wanted(b) || a.capacity - b.capacity || a.features.length - b.features.length)
}

export function roomColumns(board: Board): RoomColumn[] {
  return suitableRooms(board.request, board.facts).map((room) => ({
    room,
    free: freeStarts(room, [keepHours, keepTimeOff, keepBusy], board),
  }))
}

/** For each start the first of the columns that can take it, plus one; 0 where none can. */
export function firstRooms(columns: readonly RoomColumn[], count: number): Uint16Array {
  const first = new Uint16Array(count)
  for (let at = columns.length - 1; at >= 0; at--) {
    const { free } = columns[at]!
    for (let start = 0; start < count; start++) if (free[start] === 1) first[start] = at + 1
  }
  return first
}

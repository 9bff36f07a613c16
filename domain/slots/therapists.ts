import type { ResourceFacts } from '../booking-facts.ts'
import { isQualified } from '../fitness-rules.ts'
import type { Board } from './board.ts'
import {
  type Free,
  freeStarts,
  keepBusy,
  keepClosures,
  keepHours,
  keepLimits,
  keepTimeOff,
  openAt,
  type Rule,
} from './columns.ts'
import { firstRooms, type RoomColumn, roomColumns } from './rooms.ts'

/** A therapist with the room to take for every start. */
export interface TherapistColumn {
  readonly therapist: ResourceFacts
  readonly free: Free
  /** For each start the index of the room, plus one; 0 where there is none. Left out when no room is asked for. */
  readonly rooms?: Uint16Array
}

const therapistRules: readonly Rule[] = [keepHours, keepClosures, keepTimeOff, keepBusy, keepLimits]

/** What every active and qualified therapist could take, and in which of the rooms. */
export function therapistColumns(board: Board): { columns: TherapistColumn[]; rooms: RoomColumn[] } {
  const { request, facts, starts } = board
  const rooms = request.needsRoom ? roomColumns(board) : []
  const anywhere = request.needsRoom ? firstRooms(rooms, starts.length) : undefined
  const columns = facts.therapists
    .filter((each) => each.active && isQualified(each, facts.type))
    .map((therapist) => {
      const free = freeStarts(therapist, therapistRules, board)
      return { therapist, free, rooms: anywhere && (roomsWhere(therapist, rooms, board) ?? anywhere) }
    })
  return { columns, rooms }
}

/** The rooms for a therapist who works here at one time and there at another. */
function roomsWhere(therapist: ResourceFacts, rooms: readonly RoomColumn[], board: Board): Uint16Array | undefined {
  if (therapist.schedule.weekly.every((each) => each.locationId === null)) return undefined
  const open = new Map<string, Free>()
  const reachable = rooms.map(({ room, free }) => {
    if (room.locationId === null) return { room, free }
    const there = open.get(room.locationId) ?? openAt(room.locationId, therapist, board)
    open.set(room.locationId, there)
    return { room, free: free.map((each, at) => each & there[at]!) }
  })
  return firstRooms(reachable, board.starts.length)
}

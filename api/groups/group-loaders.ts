import DataLoader from 'dataloader'
import type { Trx } from '../../db/connect.ts'
import {
  type AttendanceRow,
  listAttendanceOf,
  listAttendanceOfMembers,
  listRosters,
  type RosterRow,
} from '../../db/queries/attendance.ts'
import { type ApiContext, reading } from '../context.ts'

interface Loaders {
  readonly roster: DataLoader<string, RosterRow[]>
  readonly attendance: DataLoader<string, AttendanceRow[]>
  readonly attendanceOfMember: DataLoader<string, AttendanceRow[]>
}

const loaders = new WeakMap<ApiContext, Loaders>()

/** What many sessions and members ask for at once is read in one statement. Nothing is kept. */
export function groupLoaders(context: ApiContext): Loaders {
  const known = loaders.get(context) ?? {
    roster: batching(context, listRosters, (each) => each.sessionId),
    attendance: batching(context, listAttendanceOf, (each) => each.sessionId),
    attendanceOfMember: batching(context, listAttendanceOfMembers, (each) => each.memberId),
  }
  loaders.set(context, known)
  return known
}

function batching<Row>(
  context: ApiContext,
  read: (trx: Trx, clinicId: string, ids: readonly string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string | null,
): DataLoader<string, Row[]> {
  const load = async (ids: readonly string[]) => {
    const rows = await reading(context, 'read_calendar', (trx, clinicId) => read(trx, clinicId, ids))
    const grouped = Map.groupBy(rows, keyOf)
    return ids.map((id) => grouped.get(id) ?? [])
  }
  return new DataLoader(load, { cache: false })
}

import type { Trx } from '../db/connect.ts'
import { constraints } from '../db/constraints.ts'
import { countRoomsAt, type LocationRow, lockLocation, updateLocationRow } from '../db/queries/locations.ts'
import type { Instant } from '../domain/interval.ts'
import type { RecordProblem } from '../domain/record.ts'
import { nameTakenBy, type RecordOutcome, savedRecord, staleProblem, type VersionedInput } from './change-record.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'

export const LONGEST_ADDRESS = 500

/** Changes a location, seen at the version expected; one where rooms stand stays in use. */
export async function changeLocation(
  trx: Trx,
  clinicId: string,
  verb: string,
  input: VersionedInput,
  changes: Partial<LocationRow>,
  now: Instant,
): Promise<RecordOutcome<LocationRow>> {
  checkId(input.id, 'location', ['input', 'id'])
  const current = await lockLocation(trx, clinicId, input.id)
  if (!current) throw notFound('location', ['input', 'id'])
  const stale = await staleProblem(trx, clinicId, current, input.expectedVersion)
  if (stale) return { refused: stale }
  const next = { ...current, ...changes, version: current.version + 1 }
  const inUse = next.active ? undefined : roomsProblem(current.name, await countRoomsAt(trx, clinicId, current.id))
  if (inUse) return { refused: [inUse] }
  const taken = await nameTakenBy(constraints.locationsActiveName, next.name, () =>
    updateLocationRow(trx, clinicId, next, now),
  )
  if (taken) return { refused: taken }
  return savedRecord(`${verb} location`, 'location', current, next)
}

function roomsProblem(name: string, count: number): RecordProblem | undefined {
  if (count === 0) return undefined
  const rooms = count === 1 ? '1 room' : `${count} rooms`
  const message = `${name} still has ${rooms}. Move or archive ${count === 1 ? 'it' : 'them'} first.`
  return { code: 'IN_USE', message, path: ['input', 'id'] }
}

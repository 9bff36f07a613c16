import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { constraints } from '../db/constraints.ts'
import type { ResourceRow } from '../db/queries/book.ts'
import { countSessionsAhead } from '../db/queries/event-sessions.ts'
import { lockActiveLocations } from '../db/queries/locations.ts'
import {
  countAppointmentsAhead,
  findResource,
  insertResource,
  lockResource,
  type ResourceKind,
  type ResourceValues,
  replaceWeeklyHours,
  updateResource,
} from '../db/queries/resource-changes.ts'
import type { Instant } from '../domain/interval.ts'
import { appointmentsAheadProblem, sessionsAheadProblem } from '../domain/record.ts'
import {
  type ArchiveInput,
  nameTakenBy,
  type RecordOutcome,
  savedRecord,
  staleProblem,
  type VersionedInput,
} from './change-record.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'

/** Puts a therapist or a room after the others of its kind. */
export async function addResource(
  trx: Trx,
  clinicId: string,
  kind: ResourceKind,
  values: ResourceValues,
  now: Instant,
): Promise<RecordOutcome<ResourceRow>> {
  const id = uuidv7()
  await checkLocations(trx, clinicId, values)
  const taken = await nameTakenBy(constraints.resourcesActiveName, values.name, () =>
    insertResource(trx, clinicId, { ...values, id, kind }, now),
  )
  if (taken) return { refused: taken }
  return savedRecord(`create ${kind}`, kind, undefined, await findResource(trx, clinicId, kind, id))
}

type Placed = Partial<Pick<ResourceValues, 'locationId' | 'weeklyHours'>>

function placesOf({ locationId, weeklyHours = [] }: Placed): string[] {
  return [...new Set([locationId, ...weeklyHours.map((each) => each.locationId)].filter((id) => id != null))]
}

/** Refuses places that are not the clinic's, or are no longer in use and were not named before. */
async function checkLocations(trx: Trx, clinicId: string, given: Placed, current: Placed = {}): Promise<void> {
  const known = placesOf(current)
  const named = placesOf(given).filter((id) => !known.includes(id))
  if (named.length === 0) return
  const path = given.locationId && named.includes(given.locationId) ? ['input', 'locationId'] : ['input', 'weeklyHours']
  for (const id of named) checkId(id, 'location', path)
  const active = await lockActiveLocations(trx, clinicId, named)
  const missing = named.find((id) => !active.includes(id))
  if (missing) throw notFound('location', path, missing)
}

/** Changes a therapist or a room, seen at the version expected. */
export async function changeResource(
  trx: Trx,
  clinicId: string,
  kind: ResourceKind,
  input: VersionedInput,
  changes: Partial<ResourceValues & { readonly position: number }>,
  now: Instant,
): Promise<RecordOutcome<ResourceRow>> {
  checkId(input.id, kind, ['input', 'id'])
  const current = await lockResource(trx, clinicId, kind, input.id)
  if (!current) throw notFound(kind, ['input', 'id'])
  const stale = await staleProblem(trx, clinicId, current, input.expectedVersion)
  if (stale) return { refused: stale }
  await checkLocations(trx, clinicId, changes, current)
  const { weeklyHours, ...rest } = changes
  const next = { ...current, ...rest }
  const taken = await nameTakenBy(constraints.resourcesActiveName, next.name, () =>
    updateResource(trx, clinicId, next, now),
  )
  if (taken) return { refused: taken }
  if (weeklyHours) await replaceWeeklyHours(trx, clinicId, current.id, weeklyHours)
  return savedRecord(`update ${kind}`, kind, current, await findResource(trx, clinicId, kind, current.id))
}

/** Takes a therapist or a room out of use, unless appointments lie ahead; or brings one back. */
export async function archiveResource(
  trx: Trx,
  clinicId: string,
  kind: ResourceKind,
  input: ArchiveInput,
  now: Instant,
): Promise<RecordOutcome<ResourceRow>> {
  const archived = input.archived ?? true
  checkId(input.id, kind, ['input', 'id'])
  const current = await lockResource(trx, clinicId, kind, input.id)
  if (!current) throw notFound(kind, ['input', 'id'])
  const stale = await staleProblem(trx, clinicId, current, input.expectedVersion)
  if (stale) return { refused: stale }
  const ahead = archived ? await countAppointmentsAhead(trx, clinicId, { resourceId: current.id }, now) : 0
  const running = archived ? await countSessionsAhead(trx, clinicId, current.id, now) : 0
  const inUse = appointmentsAheadProblem(current.name, ahead) ?? sessionsAheadProblem(current.name, running)
  if (inUse) return { refused: [inUse] }
  const taken = await nameTakenBy(constraints.resourcesActiveName, current.name, () =>
    updateResource(trx, clinicId, { ...current, active: !archived }, now),
  )
  if (taken) return { refused: taken }
  const action = `${archived ? 'archive' : 'bring back'} ${kind}`
  return savedRecord(action, kind, current, await findResource(trx, clinicId, kind, current.id))
}

import type { Trx } from '../db/connect.ts'
import {
  deleteCancellation,
  deleteOccupancies,
  insertOccupancies,
  updateAppointment,
} from '../db/queries/appointments.ts'
import type { Appointment, ClientRow } from '../db/queries/book.ts'
import type { LogEntry } from '../db/queries/log.ts'
import type { TimeOffChange } from '../db/queries/time-off-changes.ts'
import type { Instant } from '../domain/interval.ts'
import { bookingProblemCodes, isOverridable } from '../domain/problem.ts'
import { type Taken, withTaken } from '../domain/taken.ts'
import { appointmentEntry, noteBooking } from './appointment-log.ts'
import type { TimeOffRefusal } from './change-time-off.ts'
import { type DecidedPlace, decidePlace, type WantedPlace } from './decide-place.ts'
import { writeMove } from './move-appointment.ts'
import type { Refusal } from './refuse-booking.ts'
import { refusalOf, staleRefusal } from './stale.ts'

interface Change extends TimeOffChange {
  readonly current: Appointment
}

type Place = Exclude<DecidedPlace, { refusal: unknown }>

interface Placed {
  readonly change: Change
  readonly place: Place
}

interface PutBack {
  readonly appointments: readonly Appointment[]
  readonly log: readonly LogEntry[]
  /** Those that were left as they are, and why. */
  readonly left: TimeOffRefusal
}

/** Soft rules do not stand in the way of what stood there already. */
const SOFT = bookingProblemCodes.filter((code) => isOverridable(code, false))

/**
 * Puts back what an approval moved or cancelled, as far as nobody changed it since and its place is still free. The
 * appointments and all they take or took must be locked.
 */
export async function putBack(trx: Trx, clinicId: string, changes: readonly Change[], now: Instant): Promise<PutBack> {
  const left = new Map<Change, Refusal>()
  for (const change of changes) {
    const refusal =
      (await staleRefusal(trx, clinicId, change.current, change.versionAfter, 'since then')) ?? pastRefusal(change, now)
    if (refusal) left.set(change, refusal)
  }
  const placed = await placeAll(trx, clinicId, changes, left, now)
  await deleteOccupancies(
    trx,
    clinicId,
    placed.map(({ change }) => change.appointmentId),
  )
  const clients = new Map<string, ClientRow>()
  const written: { appointment: Appointment; log: LogEntry[] }[] = []
  for (const each of placed) written.push(await writeBack(trx, clinicId, each, clients, now))
  await insertOccupancies(
    trx,
    clinicId,
    written.map((each) => each.appointment),
  )
  return {
    appointments: written.map((each) => each.appointment),
    log: written.flatMap((each) => each.log),
    left: {
      problems: [...left].flatMap(([{ current }, { problems }]) =>
        problems.map((problem) => ({ ...problem, path: undefined, appointment: current })),
      ),
      resources: new Map([...left.values()].flatMap(({ resources }) => [...resources])),
    },
  }
}

function pastRefusal({ current, was }: Change, now: Instant): Refusal | undefined {
  if (was.startsAt >= now) return undefined
  const message = `The time ${current.client.name}'s appointment had is past.`
  const where = { resourceId: was.therapistId, start: was.startsAt, end: was.endsAt }
  return refusalOf(current, { code: 'IN_THE_PAST', message, ...where, overridable: false })
}

/** Decides until all that remain fit together: one that must stay where it is may stand in another's way. */
async function placeAll(
  trx: Trx,
  clinicId: string,
  changes: readonly Change[],
  left: Map<Change, Refusal>,
  now: Instant,
): Promise<Placed[]> {
  for (;;) {
    const going = changes.filter((each) => !left.has(each))
    const leaving = going.map((each) => each.appointmentId)
    const placed: Placed[] = []
    for (const change of going) {
      const place = await placeOne(trx, clinicId, change, leaving, placed, now)
      if ('refusal' in place) left.set(change, place.refusal)
      else placed.push({ change, place })
    }
    if (placed.length === going.length) return placed
  }
}

function placeOne(
  trx: Trx,
  clinicId: string,
  { current, was }: Change,
  leaving: readonly string[],
  placed: readonly Placed[],
  now: Instant,
): Promise<DecidedPlace> {
  const { clientId, typeId } = current
  const wanted: WantedPlace = { clientId, typeId, ...was }
  const taken = placed.map(takenBy)
  return decidePlace(trx, clinicId, wanted, {
    override: { codes: new Set([...SOFT, ...was.overriddenRules]), reason: null },
    now,
    leaving,
    previousStart: was.startsAt,
    buffers: current,
    adjust: (facts) => withTaken(facts, clientId, taken),
  })
}

function takenBy({ change: { current, was }, place }: Placed): Taken {
  return {
    ...{ start: was.startsAt, end: was.endsAt, lane: place.lane, typeId: current.typeId },
    ...{ clientId: current.clientId, therapistId: was.therapistId, roomId: was.roomId },
    ...{ bufferBeforeMinutes: current.bufferBeforeMinutes, bufferAfterMinutes: current.bufferAfterMinutes },
    clientName: current.client.name,
  }
}

async function writeBack(
  trx: Trx,
  clinicId: string,
  { change: { current, was, kind }, place }: Placed,
  clients: Map<string, ClientRow>,
  now: Instant,
): Promise<{ appointment: Appointment; log: LogEntry[] }> {
  const before = { ...current, client: clients.get(current.clientId) ?? current.client }
  const there: Appointment = {
    ...{ ...before, ...was, lane: place.lane, cancellation: null },
    ...{ therapist: place.therapist, room: place.room, updatedAt: now },
  }
  const written =
    kind === 'cancel'
      ? await writeRestored(trx, clinicId, there, now)
      : await writeMove(trx, clinicId, before, there, now)
  clients.set(current.clientId, written.appointment.client)
  const entry = appointmentEntry('put back appointment', before, written.appointment)
  return { appointment: written.appointment, log: [entry, ...written.log] }
}

/** A cancelled appointment is final for everybody but the undo of what cancelled it. */
async function writeRestored(trx: Trx, clinicId: string, restored: Appointment, now: Instant) {
  if (!(await updateAppointment(trx, clinicId, restored, now)))
    throw new Error('a locked appointment changed its version')
  await deleteCancellation(trx, clinicId, restored.id)
  const noted = await noteBooking(trx, clinicId, restored.client, restored.startsAt, now)
  return { appointment: { ...restored, version: restored.version + 1, client: noted.client }, log: noted.log }
}

import type { Trx } from '../db/connect.ts'
import { deleteOccupancies, insertAppointment, insertBooking, insertOccupancies } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import { endHold, findHold, giveOccupancies } from '../db/queries/holds.ts'
import type { LogActor, LogEntry } from '../db/queries/log.ts'
import { findEntry, updateEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import type { Instant } from '../domain/interval.ts'
import { isMovable } from '../domain/status.ts'
import { appointmentEntry, noteBooking, rowOf } from './appointment-log.ts'
import { newAppointment } from './book-appointment.ts'
import { writeCancellation } from './cancel-appointment.ts'
import type { DecidedPlace } from './decide-place.ts'
import { holdEndEntry } from './hold-log.ts'
import { movedTo, writeMove } from './move-appointment.ts'
import type { Override } from './override.ts'
import { entryEntry } from './waitlist-log.ts'

/** Somebody who waits takes a place that was decided on; she and all that it takes are locked. */
export interface Taken {
  readonly entry: WaitlistEntry
  readonly place: Exclude<DecidedPlace, { refusal: unknown }>
  /** What she has and gives up for it, locked; undefined for nothing that still stands. */
  readonly given: Appointment | undefined
  /** The hold that becomes it; undefined for none. */
  readonly holdId?: string
  readonly by: LogActor
  readonly override: Override
  readonly notes?: string | null
  /** Whether she has said herself that she comes. */
  readonly isConfirmed: boolean
  /** What the log says of what she leaves: how those know it who look for freed time. */
  readonly moving: string
  readonly cancelling: string
}

export interface Took {
  readonly appointment: Appointment
  readonly entry: WaitlistEntry
  readonly log: readonly LogEntry[]
}

/** What she may give up: not what has ended, or has begun. */
export function givenUp(appointment: Appointment | undefined, now: Instant): Appointment | undefined {
  return appointment && isMovable(appointment.status) && appointment.startsAt > now ? appointment : undefined
}

/** Books the place, or moves there what she has, and closes her entry with it. */
export async function takeSlot(trx: Trx, clinicId: string, taken: Taken, now: Instant): Promise<Took> {
  const { by, entry, given, place } = taken
  const moves = given !== undefined && given.typeId === place.type.id
  const stood = moves ? await moveThere(trx, clinicId, taken, given, now) : await bookThere(trx, clinicId, taken, now)
  const { appointment } = stood
  const closed = { status: 'booked' as const, bookedAppointmentId: appointment.id, endedAt: now }
  await updateEntry(trx, clinicId, { ...entry, ...closed }, now)
  const after = (await findEntry(trx, clinicId, entry.id))!
  const log = [...stood.log, entryEntry('book from waitlist', entry, after)]
  return { appointment, entry: after, log: log.map((each) => ({ ...each, actor: by })) }
}

async function moveThere(trx: Trx, clinicId: string, taken: Taken, given: Appointment, now: Instant) {
  const { holdId, isConfirmed, moving, override, place } = taken
  const there = { ...movedTo(given, place, override, now), ...(isConfirmed && { confirmedAt: now }) }
  const [moved, spent] = await Promise.all([
    writeMove(trx, clinicId, given, there, now),
    spendOffered(trx, clinicId, holdId, now),
    deleteOccupancies(trx, clinicId, [given.id]),
    insertOccupancies(trx, clinicId, [there]),
  ])
  const { appointment } = moved
  return { appointment, log: [appointmentEntry(moving, given, appointment), ...spent, ...moved.log] }
}

async function bookThere(trx: Trx, clinicId: string, taken: Taken, now: Instant) {
  const { cancelling, given, holdId, isConfirmed, notes = null, override, place } = taken
  const why = { reason: 'administrative' as const, note: 'Given up for another from the waitlist.', by: taken.by.name }
  const left = given ? await writeCancellation(trx, clinicId, given, why, now) : undefined
  const renamed = (left?.log ?? []).map((each) =>
    each.kind === 'appointment' ? { ...each, action: cancelling } : each,
  )
  const client = left?.appointment.client ?? place.client
  const made = newAppointment({ ...place, client }, notes, override.reason, now)
  const booked = { ...made, ...(isConfirmed && { confirmedAt: now }) }
  const noted = await noteBooking(trx, clinicId, client, booked.startsAt, now)
  const spent = await bookInto(trx, clinicId, booked, holdId, now)
  const appointment = { ...booked, client: noted.client }
  const entry = appointmentEntry('book appointment', undefined, appointment)
  return { appointment, log: [entry, ...spent, ...renamed, ...noted.log] }
}

async function bookInto(
  trx: Trx,
  clinicId: string,
  booked: Appointment,
  holdId: string | undefined,
  now: Instant,
): Promise<LogEntry[]> {
  if (holdId === undefined) {
    await insertBooking(trx, clinicId, rowOf(booked), now)
    return []
  }
  await insertAppointment(trx, clinicId, rowOf(booked), now)
  await giveOccupancies(trx, clinicId, holdId, booked.id, booked.lane)
  return spendOffered(trx, clinicId, holdId, now)
}

/** The hold of an offer ends in favour of what it was held for. */
async function spendOffered(trx: Trx, clinicId: string, holdId: string | undefined, now: Instant): Promise<LogEntry[]> {
  if (holdId === undefined) return []
  const [hold] = await Promise.all([findHold(trx, clinicId, holdId), endHold(trx, clinicId, holdId, 'confirmed', now)])
  if (hold?.status !== 'held') return []
  return [holdEndEntry('confirm hold', hold, { ...hold, version: hold.version + 1, status: 'confirmed' })]
}

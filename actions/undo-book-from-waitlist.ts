import type { Trx } from '../db/connect.ts'
import { deleteOccupancies, updateAppointment } from '../db/queries/appointments.ts'
import { findBookedFromWaitlist } from '../db/queries/audit-entries.ts'
import type { Appointment, AppointmentRow } from '../db/queries/book.ts'
import { findFilledBy } from '../db/queries/freed-slots.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { findEntry, listRankable, lockEntry, updateEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import type { Instant } from '../domain/interval.ts'
import { takesTime } from '../domain/status.ts'
import { appointmentEntry, noteDeparture } from './appointment-log.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { endedRefusal } from './cancel-appointment.ts'
import { changeBook } from './change-book.ts'
import type { VersionedInput } from './change-record.ts'
import { reopenFreed } from './close-offers.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { lockAppointments } from './lock-appointments.ts'
import { UNDONE_BOOKING } from './note-freed.ts'
import { putBack } from './put-back.ts'
import type { BookingRefused, Refusal } from './refuse-booking.ts'
import { staleRefusal } from './stale.ts'
import { entryEntry } from './waitlist-log.ts'

export interface BookFromWaitlistUndone {
  readonly kind: 'undone'
  /** As it stands: put back where it was, or kept as entered in error. */
  readonly appointment: Appointment
  readonly entry: WaitlistEntry
}

/** Takes a booking from the waitlist back: she waits again, and has again what she gave up for it. All of it or nothing. */
export function undoBookFromWaitlist(
  context: ActionContext,
  input: VersionedInput,
): Promise<BookFromWaitlistUndone | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'waitlist entry', ['input', 'id'])
  return changeBook<BookFromWaitlistUndone>(context, 'undoBookFromWaitlist', input, async (trx) => {
    const now = context.now()
    const made = await lockMade(trx, clinicId, input.id, now)
    if (made.booked) checkAppointmentRight(context, [made.booked.current.therapistId])
    const refused = await undoRefusal(trx, clinicId, made, input.expectedVersion)
    if (refused) return { refused }
    const undone = await takeBack(trx, clinicId, made, now)
    if ('refused' in undone) return undone
    const { appointment } = undone
    const waits = { ...made.entry, status: 'waiting' as const, bookedAppointmentId: null, endedAt: null }
    await updateEntry(trx, clinicId, waits, now)
    const entry = (await findEntry(trx, clinicId, made.entry.id))!
    const freed = await findFilledBy(trx, clinicId, appointment.id)
    const open = freed ? await reopenFreed(context, trx, clinicId, freed) : []
    const log = [...undone.log, ...open, entryEntry(UNDONE_BOOKING, made.entry, entry)]
    return { written: { kind: 'undone', appointment, entry }, log }
  })
}

/** An appointment that the booking wrote, and how it stood before; null for one that was new. */
interface Written {
  readonly current: Appointment
  /** Undefined for one that was changed since, or that the booking left alone. */
  readonly before: AppointmentRow | null | undefined
}

interface Made {
  readonly entry: WaitlistEntry
  readonly booked: Written | undefined
  /** What she had beside it and gave up. */
  readonly given: Written | undefined
}

/** What the booking made, locked with where it goes back to. */
async function lockMade(trx: Trx, clinicId: string, entryId: string, now: Instant): Promise<Made> {
  const entry = await findEntry(trx, clinicId, entryId)
  if (!entry) throw notFound('waitlist entry', ['input', 'id'], entryId)
  const { appointmentId, bookedAppointmentId } = entry
  if (bookedAppointmentId === null)
    return { entry: (await lockEntry(trx, clinicId, entryId))!, booked: undefined, given: undefined }
  const ids = [...new Set([bookedAppointmentId, ...(appointmentId === null ? [] : [appointmentId])])]
  const changes = await Promise.all(ids.map((id) => findBookedFromWaitlist(trx, clinicId, entryId, id)))
  const homes = changes.flatMap((each) => [each?.before?.therapistId, each?.before?.roomId])
  const appointments = await lockAppointments(trx, clinicId, ids, now, homes)
  const [booked, given] = ids.map((id, index): Written => {
    const current = appointments.find((each) => each.id === id)!
    const change = changes[index]
    return { current, before: change?.version === current.version ? change.before : undefined }
  })
  return { entry: (await lockEntry(trx, clinicId, entryId))!, booked, given }
}

async function undoRefusal(
  trx: Trx,
  clinicId: string,
  { booked, entry }: Made,
  expectedVersion: number,
): Promise<Refusal | undefined> {
  const { client, type } = entry
  const refusal = (code: 'TERMINAL_STATUS' | 'STALE_VERSION', message: string, field: string): Refusal => ({
    problems: [{ code, message, path: ['input', field], overridable: false }],
    resources: new Map(),
  })
  if (!booked || entry.status !== 'booked')
    return refusal('TERMINAL_STATUS', `${client.name} is not booked from the waitlist.`, 'id')
  if (entry.version !== expectedVersion)
    return refusal('STALE_VERSION', `${client.name}'s entry was changed after you saw it.`, 'expectedVersion')
  if (booked.before === undefined) return staleRefusal(trx, clinicId, booked.current, 0, 'since it was booked')
  const again = { statuses: ['waiting', 'offered'] as const, clientId: entry.clientId, typeId: entry.typeId }
  if ((await listRankable(trx, clinicId, again)).length > 0)
    return refusal('TERMINAL_STATUS', `${client.name} is waiting for ${type.name} again already.`, 'id')
  return endedRefusal(booked.current)
}

type TakenBack =
  | { readonly appointment: Appointment; readonly log: readonly LogEntry[] }
  | { readonly refused: Refusal }

/** What was moved goes back; what was new goes, and what was cancelled for it stands again. */
async function takeBack(trx: Trx, clinicId: string, { booked, given }: Made, now: Instant): Promise<TakenBack> {
  const { before, current } = booked!
  if (before) return putOneBack(trx, clinicId, current, before, now)
  const gone = await writeError(trx, clinicId, current, now)
  if (!given?.before || !takesTime(given.before.status)) return gone
  const back = await putOneBack(trx, clinicId, given.current, given.before, now)
  return 'refused' in back ? back : { ...gone, log: [...gone.log, ...back.log] }
}

async function writeError(trx: Trx, clinicId: string, current: Appointment, now: Instant) {
  const gone: Appointment = { ...current, status: 'entered_in_error', updatedAt: now }
  if (!(await updateAppointment(trx, clinicId, gone, now))) throw new Error('a locked appointment changed its version')
  await deleteOccupancies(trx, clinicId, [current.id])
  const left = await noteDeparture(trx, clinicId, current.client, current.startsAt, now)
  const appointment = { ...gone, version: current.version + 1, client: left.client }
  return { appointment, log: [appointmentEntry(UNDONE_BOOKING, current, appointment, true), ...left.log] }
}

async function putOneBack(
  trx: Trx,
  clinicId: string,
  current: Appointment,
  { confirmedAt, endsAt, overriddenRules, overrideReason, roomId, startsAt, status, therapistId }: AppointmentRow,
  now: Instant,
): Promise<TakenBack> {
  const was = { confirmedAt, endsAt, overriddenRules, overrideReason, roomId, startsAt, status, therapistId }
  const kind = takesTime(current.status) ? ('another_time' as const) : ('cancel' as const)
  const change = { appointmentId: current.id, current, kind, was, versionAfter: current.version }
  const { appointments, left, log } = await putBack(trx, clinicId, [change], now)
  const [appointment] = appointments
  if (!appointment) return { refused: left }
  const renamed = log.map((each) => (each.kind === 'appointment' ? { ...each, action: UNDONE_BOOKING } : each))
  return { appointment, log: renamed }
}

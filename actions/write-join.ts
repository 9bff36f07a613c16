import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { findAppointmentType } from '../db/queries/appointment-types.ts'
import { lockBooking } from '../db/queries/appointments.ts'
import { findAppointment } from '../db/queries/book.ts'
import { findClient } from '../db/queries/clients.ts'
import { findEntry, insertEntry, listRankable, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import type { RecordProblem } from '../domain/record.ts'
import { isMovable } from '../domain/status.ts'
import type { WaitlistSource } from '../domain/waitlist-entry.ts'
import type { Caller } from './caller.ts'
import type { RecordOutcome } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { reopenFor } from './reopen-for.ts'
import { entryEntry } from './waitlist-log.ts'
import { type checkedWishes, checkTherapists, untilProblem } from './waitlist-wishes.ts'

/** Who comes to the waitlist, and for what. */
export interface Joining {
  readonly clientId: string
  readonly typeId: string
  /** The one she has and would give up for a sooner one. */
  readonly appointmentId?: string | null
}

const SOURCES: Readonly<Record<Caller['kind'], WaitlistSource>> = {
  ...{ member: 'desk', partner: 'partner', client: 'client', visitor: 'public' },
}

/** Writes who waits from now on, and opens again what nobody was found for and may suit her. Her wishes are checked. */
export async function writeJoin(
  { caller, now: clock }: ActionContext,
  trx: Trx,
  input: Joining,
  wishes: ReturnType<typeof checkedWishes>,
): Promise<RecordOutcome<WaitlistEntry>> {
  const { clinicId } = caller
  const now = clock()
  const refused =
    (await joinProblem(trx, clinicId, input, now)) ?? (await untilProblem(trx, clinicId, wishes.untilOn, now))
  if (refused) return { refused: [refused] }
  await checkTherapists(trx, clinicId, wishes.therapistIds)
  const id = uuidv7()
  await insertEntry(trx, clinicId, {
    ...{ id, version: 1, clientId: input.clientId, typeId: input.typeId, appointmentId: input.appointmentId ?? null },
    ...{ therapistIds: wishes.therapistIds ?? null, skill: wishes.skill ?? null, days: wishes.days ?? null },
    ...{ parts: wishes.parts ?? null, fromOn: wishes.fromOn ?? null, untilOn: wishes.untilOn ?? null },
    ...{ noticeMinutes: wishes.noticeMinutes ?? 0, urgency: wishes.urgency ?? 'routine' },
    ...{ referralSource: wishes.referralSource ?? null, payer: wishes.payer ?? null, note: wishes.note ?? null },
    ...{ scoreOverride: null, overrideReason: null, overriddenBy: null, status: 'waiting' },
    ...{ source: SOURCES[caller.kind], bookedAppointmentId: null, createdAt: now, updatedAt: now, endedAt: null },
  })
  const record = (await findEntry(trx, clinicId, id))!
  const reopened = await reopenFor(trx, clinicId, id, now)
  return { written: { kind: 'saved', record }, log: [entryEntry('join waitlist', undefined, record), ...reopened] }
}

/** Why she cannot wait for that; what is named must be there and be the clinic's. Her record is locked. */
async function joinProblem(
  trx: Trx,
  clinicId: string,
  { appointmentId, clientId, typeId }: Joining,
  now: number,
): Promise<RecordProblem | undefined> {
  checkId(clientId, 'client', ['input', 'clientId'])
  checkId(typeId, 'appointment type', ['input', 'typeId'])
  if (appointmentId != null) checkId(appointmentId, 'appointment', ['input', 'appointmentId'])
  await lockBooking(trx, clinicId, [], [clientId], now)
  const [client, type, waiting, appointment] = await Promise.all([
    findClient(trx, clinicId, clientId),
    findAppointmentType(trx, clinicId, typeId),
    listRankable(trx, clinicId, { statuses: ['waiting', 'offered'], clientId, typeId }),
    appointmentId == null ? undefined : findAppointment(trx, clinicId, appointmentId),
  ])
  if (!client) throw notFound('client', ['input', 'clientId'], clientId)
  if (!type) throw notFound('appointment type', ['input', 'typeId'], typeId)
  if (appointmentId != null && appointment?.clientId !== clientId)
    throw notFound('appointment', ['input', 'appointmentId'], appointmentId)
  const problem = (message: string, field: string): RecordProblem => ({
    ...{ code: 'INVALID', message, path: ['input', field] },
  })
  if (!client.active) return problem(`${client.name}'s record is closed.`, 'clientId')
  if (!type.active) return problem(`${type.name} is no longer offered.`, 'typeId')
  if (appointment && !(isMovable(appointment.status) && appointment.startsAt > now))
    return problem('That appointment is over or cancelled: there is nothing to give up.', 'appointmentId')
  if (waiting.length > 0) return problem(`${client.name} is waiting for ${type.name} already.`, 'clientId')
  return undefined
}

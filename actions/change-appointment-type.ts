import type { Trx } from '../db/connect.ts'
import { constraints } from '../db/constraints.ts'
import { findAppointmentType, lockAppointmentType, updateAppointmentType } from '../db/queries/appointment-types.ts'
import type { AppointmentTypeRow } from '../db/queries/book.ts'
import type { Instant } from '../domain/interval.ts'
import { nameTakenBy, type RecordOutcome, savedRecord, staleProblem, type VersionedInput } from './change-record.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'

/** Changes an appointment type, seen at the version expected. */
export async function changeAppointmentType(
  trx: Trx,
  clinicId: string,
  verb: string,
  input: VersionedInput,
  changes: Partial<AppointmentTypeRow>,
  now: Instant,
): Promise<RecordOutcome<AppointmentTypeRow>> {
  checkId(input.id, 'appointment type', ['input', 'id'])
  const current = await lockAppointmentType(trx, clinicId, input.id)
  if (!current) throw notFound('appointment type', ['input', 'id'])
  const stale = await staleProblem(trx, clinicId, current, input.expectedVersion)
  if (stale) return { refused: stale }
  const next = { ...current, ...changes }
  const taken = await nameTakenBy(constraints.appointmentTypesActiveName, next.name, () =>
    updateAppointmentType(trx, clinicId, next, now),
  )
  if (taken) return { refused: taken }
  const saved = await findAppointmentType(trx, clinicId, current.id)
  return savedRecord(`${verb} appointment type`, 'appointment_type', current, saved)
}

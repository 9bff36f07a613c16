import type { Trx } from '../db/connect.ts'
import { findResource } from '../db/queries/resource-changes.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'

/** Refuses a calendar that is not there, or no longer in use, as a member's own. */
export async function checkOwnCalendar(trx: Trx, clinicId: string, therapistId: string | null): Promise<void> {
  if (therapistId === null) return
  checkId(therapistId, 'therapist', ['input', 'therapistId'])
  const therapist = await findResource(trx, clinicId, 'therapist', therapistId)
  if (!therapist?.active) throw notFound('therapist', ['input', 'therapistId'])
}

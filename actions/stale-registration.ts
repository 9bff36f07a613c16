import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { findLastEditor } from '../db/queries/log.ts'
import type { RegistrationProblem } from '../domain/registration.ts'
import { formatTime } from '../domain/zone.ts'

/** The refusal of a change made from an older version than the one that stands. */
export async function staleRegistration(
  trx: Trx,
  clinicId: string,
  id: string,
  what: string,
): Promise<RegistrationProblem> {
  const { zone } = await getClinic(trx, clinicId)
  const editor = await findLastEditor(trx, clinicId, id)
  const who = editor ? ` by ${editor.name} at ${formatTime(editor.at, zone)}` : ''
  const message = `${what} was changed${who} after you saw it.`
  return { code: 'STALE_VERSION', message, path: ['input', 'expectedVersion'] }
}

import type { Trx } from '../db/connect.ts'
import type { Appointment } from '../db/queries/book.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { findLastEditor } from '../db/queries/log.ts'
import type { BookingProblem } from '../domain/problem.ts'
import { isMovable, statusWord } from '../domain/status.ts'
import { formatTime } from '../domain/zone.ts'
import type { Refusal } from './refuse-booking.ts'

/** The refusal of a change made from an older version than the one that stands; undefined when it is current. */
export async function staleRefusal(
  trx: Trx,
  clinicId: string,
  current: Appointment,
  expectedVersion: number,
  since = 'after you saw it',
): Promise<Refusal | undefined> {
  if (current.version === expectedVersion) return undefined
  const { zone } = await getClinic(trx, clinicId)
  const editor = await findLastEditor(trx, clinicId, current.id)
  const who = editor ? ` by ${editor.name} at ${formatTime(editor.at, zone)}` : ''
  return refusalOf(current, {
    code: 'STALE_VERSION',
    message: `${current.client.name}'s appointment was changed${who} ${since}.`,
    path: ['input', 'expectedVersion'],
    overridable: false,
  })
}

/** The refusal to move an appointment whose client is already there, or which has ended; undefined when it may move. */
export function immovableRefusal(current: Appointment): Refusal | undefined {
  if (isMovable(current.status)) return undefined
  return refusalOf(current, {
    code: 'TERMINAL_STATUS',
    message: `${current.client.name}'s appointment is ${statusWord(current.status)} and can no longer be moved.`,
    overridable: false,
  })
}

/** A refusal for which no other slot would serve. */
export function refusalOf(current: Appointment, problem: BookingProblem): Refusal {
  const where = { resourceId: current.therapistId, start: current.startsAt, end: current.endsAt }
  return { problems: [{ ...where, ...problem }], resources: new Map([[current.therapistId, current.therapist]]) }
}

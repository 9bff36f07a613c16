import type { Trx } from '../db/connect.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { type MarkChange, type MarkedAppointment, updateMarks } from '../db/queries/message-marks.ts'
import { isShown } from '../domain/status.ts'
import { placeOf } from './appointment-log.ts'

/** What happens to an appointment's messages and to nothing else of it: no reason to plan them anew. */
export const markActions = [
  'schedule message',
  'send message',
  'deliver message',
  'fail message',
  'receive reply',
  'write message',
  'read messages',
] as const

export type MarkAction = (typeof markActions)[number]

/** Whether an entry of either log tells of messages alone. */
export function isMarkAction(action: string): boolean {
  return markActions.some((each) => each === action)
}

/**
 * Brings what the cards of those appointments show of their messages up to date, and answers with the entries from which
 * every screen hears of it; none for a card that looks as before. The appointments keep their version.
 */
export async function markMessages(
  trx: Trx,
  clinicId: string,
  action: MarkAction,
  appointmentIds: readonly string[],
  change?: MarkChange,
): Promise<LogEntry[]> {
  const marked = await updateMarks(trx, clinicId, appointmentIds, change)
  return marked.map((each) => entryOf(action, each))
}

function entryOf(action: MarkAction, { before, mark, ...appointment }: MarkedAppointment): LogEntry {
  const shown = isShown(appointment.status)
  return {
    ...{ action, kind: 'appointment', id: appointment.id, version: appointment.version, removed: !shown },
    place: shown ? placeOf(appointment) : undefined,
    before: { mark: before },
    after: { mark },
  }
}

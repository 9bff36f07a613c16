import { findBusySpan } from '../db/queries/external-busy.ts'
import { type ExternalCalendarRow, lockExternalCalendar, removeCalendarAt } from '../db/queries/external-calendars.ts'
import { checkCalendarKeeper } from './change-external-calendar.ts'
import {
  changeRecord,
  type RecordRefused,
  type RecordSaved,
  staleProblem,
  type VersionedInput,
} from './change-record.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { calendarEntry } from './external-text.ts'
import { checkId } from './ids.ts'

/** Forgets a calendar that was imported: it takes nobody's time any more. */
export function removeExternalCalendar(
  context: ActionContext,
  input: VersionedInput,
): Promise<RecordSaved<ExternalCalendarRow> | RecordRefused> {
  return changeRecord(context, {
    ...{ right: 'read_calendar', operation: 'removeExternalCalendar', input },
    work: async (trx, clinicId, now) => {
      checkId(input.id, 'external calendar', ['input', 'id'])
      const before = await lockExternalCalendar(trx, clinicId, input.id)
      if (!before) throw notFound('external calendar', ['input', 'id'])
      checkCalendarKeeper(context, before.therapistId)
      const stale = await staleProblem(trx, clinicId, before, input.expectedVersion)
      if (stale) return { refused: stale }
      const span = await findBusySpan(trx, clinicId, before.id)
      await removeCalendarAt(trx, clinicId, before.id, now)
      const record = { ...before, version: before.version + 1 }
      const entry = calendarEntry('remove external calendar', before, record, span)
      return { written: { kind: 'saved', record }, log: [{ ...entry, removed: true, after: undefined }] }
    },
  })
}

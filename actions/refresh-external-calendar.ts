import { inClinic } from '../db/connect.ts'
import { type CalendarReading, claimCalendar } from '../db/queries/calendar-readings.ts'
import type { BusyCounts } from '../db/queries/external-busy.ts'
import { type ExternalCalendarRow, findExternalCalendar } from '../db/queries/external-calendars.ts'
import { nextReadAt } from '../domain/imported-calendar.ts'
import type { RecordProblem } from '../domain/record.ts'
import { changeClinic, type Outcome, type Repeatable } from './change-clinic.ts'
import { checkCalendarKeeper } from './change-external-calendar.ts'
import type { RecordRefused } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { ActionError, notFound } from './errors.ts'
import { type FetchText, fetchAgain, takeOver } from './external-text.ts'
import { checkId } from './ids.ts'

export interface RefreshExternalCalendarInput extends Repeatable {
  readonly id: string
}

export interface ExternalCalendarRefreshed extends BusyCounts {
  readonly kind: 'calendar-refreshed'
  /** Also where it could not be read: it says why. */
  readonly calendar: ExternalCalendarRow
  readonly skipped: number
}

/** Its server is asked no more often, however often somebody presses the button. */
const REST = 30_000

type Refreshed = Outcome<ExternalCalendarRefreshed, readonly RecordProblem[]>

/** Reads a calendar at an address now, and not only when its hour is over. */
export async function refreshExternalCalendar(
  context: ActionContext,
  input: RefreshExternalCalendarInput,
  fetchText: FetchText,
): Promise<ExternalCalendarRefreshed | RecordRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'external calendar', ['input', 'id'])
  const claimed = await claim(context, input.id)
  const fetched = typeof claimed === 'string' ? undefined : await fetchAgain(claimed, fetchText, context.now())
  return changeClinic<ExternalCalendarRefreshed, readonly RecordProblem[], RecordRefused>(context, {
    ...{ operation: 'refreshExternalCalendar', input },
    work: async (trx): Promise<Refreshed> => {
      if (claimed === 'file') return { refused: [fromFile] }
      if (claimed === 'resting') throw new ActionError('RATE_LIMITED', 'It was read a moment ago. Wait a little.')
      const read =
        typeof claimed === 'string' || !fetched
          ? undefined
          : await takeOver(trx, clinicId, claimed, fetched, context.now())
      if (!read) throw notFound('external calendar', ['input', 'id'])
      const { log, ...told } = read
      return { written: { kind: 'calendar-refreshed', ...told }, log }
    },
    tell: async (problems) => ({ kind: 'refused', problems }),
  })
}

const fromFile: RecordProblem = {
  code: 'INVALID',
  message: 'It was imported from a file: import the file again.',
  path: ['input', 'id'],
}

/** What of it is to be read, or why nothing is. */
async function claim(context: ActionContext, id: string): Promise<CalendarReading | 'file' | 'missing' | 'resting'> {
  const { clinicId } = context.caller
  const now = context.now()
  return inClinic(context.db, clinicId, async (trx) => {
    const calendar = await findExternalCalendar(trx, clinicId, id)
    if (!calendar) return 'missing'
    checkCalendarKeeper(context, calendar.therapistId)
    if (calendar.host === null) return 'file'
    const rested = { now, until: nextReadAt(now, 0), triedBefore: now - REST }
    return (await claimCalendar(trx, clinicId, id, rested)) ?? 'resting'
  })
}

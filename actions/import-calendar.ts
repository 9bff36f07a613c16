import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { noteCalendarRead, type ReadWhole } from '../db/queries/calendar-readings.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { type BusyCounts, replaceExternalBusy } from '../db/queries/external-busy.ts'
import {
  type ExternalCalendarRow,
  insertExternalCalendar,
  lockCalendarNamed,
  lockExternalCalendar,
} from '../db/queries/external-calendars.ts'
import { lockResource } from '../db/queries/resource-changes.ts'
import { type ImportedBusy, importWindow, nextReadAt } from '../domain/imported-calendar.ts'
import type { Instant } from '../domain/interval.ts'
import { checkFields, type FieldCheck, type RecordProblem } from '../domain/record.ts'
import { readCalendars } from '../jobs/contracts.ts'
import { changeClinic, type Outcome, type Repeatable } from './change-clinic.ts'
import { checkCalendarKeeper } from './change-external-calendar.ts'
import type { RecordRefused } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { calendarEntry, type FetchedText, type FetchText, hashOf, readBusy } from './external-text.ts'
import { checkId } from './ids.ts'

export interface ImportCalendarInput extends Repeatable {
  readonly therapistId: string
  /** Importing under the same name replaces what was imported before. */
  readonly name: string
  /** The text of an .ics file. */
  readonly ics?: string | null
  /** Where such a text is read from, now and again every hour. */
  readonly url?: string | null
}

export interface CalendarImported extends BusyCounts {
  readonly kind: 'calendar-imported'
  readonly calendar: ExternalCalendarRow
  /** How many entries could not be understood. */
  readonly skipped: number
}

const LONGEST_NAME = 100

type Imported = Outcome<CalendarImported, readonly RecordProblem[]>

/** Takes what stands in a therapist's own calendar for time of hers that is taken. The same calendar again changes nothing. */
export async function importCalendar(
  context: ActionContext,
  input: ImportCalendarInput,
  fetchText: FetchText,
): Promise<CalendarImported | RecordRefused> {
  checkId(input.therapistId, 'therapist', ['input', 'therapistId'])
  checkCalendarKeeper(context, input.therapistId)
  const fields = checkFields()
  const name = fields.line('name', input.name, LONGEST_NAME)
  const read = fields.problems.length > 0 ? undefined : await textOf(input, fields, fetchText)
  return changeClinic<CalendarImported, readonly RecordProblem[], RecordRefused>(context, {
    ...{ operation: 'importCalendar', input },
    work: async (trx): Promise<Imported> => {
      const { clinicId } = context.caller
      const now = context.now()
      const therapist = await lockResource(trx, clinicId, 'therapist', input.therapistId)
      if (!therapist) throw notFound('therapist', ['input', 'therapistId'])
      if (!read) return { refused: fields.problems }
      if ('message' in read) return { refused: [read] }
      const { zone } = await getClinic(trx, clinicId)
      const found = readBusy(read.text, zone, now)
      if ('problem' in found)
        return {
          refused: [{ code: 'INVALID', message: `The calendar ${found.problem}.`, path: ['input', read.field] }],
        }
      if (read.url !== null)
        await context.jobs.enqueue(trx, readCalendars, { clinicId }, { startAfter: nextReadAt(now, 0) })
      return keep(trx, clinicId, { name, therapistId: input.therapistId }, { ...found, whole: wholeOf(read) }, now)
    },
    tell: async (problems) => ({ kind: 'refused', problems }),
  })
}

const LONGEST_URL = 2000

interface ReadText extends FetchedText {
  readonly field: 'ics' | 'url'
  readonly url: string | null
}

/** From the input itself, or from where it says, or why it is not there; before anything is locked, for that may take seconds. */
async function textOf(
  input: ImportCalendarInput,
  fields: FieldCheck,
  fetchText: FetchText,
): Promise<ReadText | RecordProblem | undefined> {
  const { ics } = input
  const url = fields.line('url', input.url, LONGEST_URL)
  if (fields.problems.length > 0) return undefined
  if ((ics == null) === (url === undefined)) fields.refuse('url', 'or the text of a file must be given, and not both')
  else if (ics != null) return { field: 'ics', url: null, text: ics }
  else if (url !== undefined) {
    const fetched = await fetchText(url)
    if ('text' in fetched) return { field: 'url', url, ...fetched }
    const problem = 'problem' in fetched ? fetched.problem : 'answers with nothing'
    return { code: 'INVALID', message: `The address ${problem}.`, path: ['input', 'url'] }
  }
  return undefined
}

function wholeOf({ etag, lastModified, text, url }: ReadText): ReadWhole {
  return { url, contentHash: hashOf(text), etag, lastModified }
}

interface Found extends ImportedBusy {
  readonly whole: ReadWhole
}

async function keep(
  trx: Trx,
  clinicId: string,
  subject: Pick<ExternalCalendarRow, 'name' | 'therapistId'>,
  { busy, skipped, whole }: Found,
  now: Instant,
): Promise<Imported> {
  const before = await lockCalendarNamed(trx, clinicId, subject)
  const id = before?.id ?? uuidv7()
  if (!before) await insertExternalCalendar(trx, clinicId, { id, ...subject }, now)
  const { span, ...counts } = await replaceExternalBusy(trx, clinicId, { id, ...subject }, busy, importWindow(now))
  const nextAt = whole.url === null ? null : nextReadAt(now, 0)
  const hasChanged = before !== undefined && span !== undefined
  await noteCalendarRead(trx, clinicId, id, { hasChanged, now, nextReadAt: nextAt, whole })
  const calendar = await lockExternalCalendar(trx, clinicId, id)
  if (!calendar) throw new Error('the calendar that was just imported is gone')
  const isTold = !before || before.host !== calendar.host || before.failure !== calendar.failure || hasChanged
  return {
    written: { kind: 'calendar-imported', calendar, ...counts, skipped },
    log: isTold ? [calendarEntry('import calendar', before, calendar, span)] : [],
  }
}

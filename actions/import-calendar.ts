import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import {
  type BusyCounts,
  type ExternalCalendarRow,
  insertExternalCalendar,
  lockCalendarNamed,
  lockExternalCalendar,
  noteCalendarRead,
  replaceExternalBusy,
} from '../db/queries/external-calendars.ts'
import { lockResource } from '../db/queries/resource-changes.ts'
import { busyOf, type ImportedBusy, importWindow } from '../domain/imported-calendar.ts'
import type { Instant } from '../domain/interval.ts'
import { checkFields, type FieldCheck, type RecordProblem } from '../domain/record.ts'
import { changeClinic, type Outcome, type Repeatable } from './change-clinic.ts'
import { checkCalendarKeeper } from './change-external-calendar.ts'
import type { RecordRefused } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { readIcal } from './read-ical.ts'

export interface ImportCalendarInput extends Repeatable {
  readonly therapistId: string
  /** Importing under the same name replaces what was imported before. */
  readonly name: string
  /** The text of an .ics file. */
  readonly ics?: string | null
  /** Where such a text is read from, now. */
  readonly url?: string | null
}

export interface CalendarImported extends BusyCounts {
  readonly kind: 'calendar-imported'
  readonly calendar: ExternalCalendarRow
  /** How many entries could not be understood. */
  readonly skipped: number
}

/** Reads the text at an address, or says why that is not done. */
export type FetchText = (url: string) => Promise<{ readonly text: string } | { readonly problem: string }>

const LONGEST_NAME = 100
/** How long a calendar may keep everybody else waiting while it is read, in milliseconds. */
const LONGEST_READING = 2_000

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
      const therapist = await lockResource(trx, clinicId, 'therapist', input.therapistId)
      if (!therapist) throw notFound('therapist', ['input', 'therapistId'])
      if (!read) return { refused: fields.problems }
      const { zone } = await getClinic(trx, clinicId)
      const found = readBusy(read.text, zone, context.now())
      if ('problem' in found)
        return {
          refused: [{ code: 'INVALID', message: `The calendar ${found.problem}.`, path: ['input', read.field] }],
        }
      return keep(trx, clinicId, { name, therapistId: input.therapistId }, found, context.now())
    },
    tell: async (problems) => ({ kind: 'refused', problems }),
  })
}

const LONGEST_URL = 2000

interface ReadText {
  readonly field: 'ics' | 'url'
  readonly text: string
}

/** From the input itself, or from where it says; before anything is locked, for that may take seconds. */
async function textOf(
  input: ImportCalendarInput,
  fields: FieldCheck,
  fetchText: FetchText,
): Promise<ReadText | undefined> {
  const { ics } = input
  const url = fields.line('url', input.url, LONGEST_URL)
  if (fields.problems.length > 0) return undefined
  if ((ics == null) === (url === undefined)) fields.refuse('url', 'or the text of a file must be given, and not both')
  else if (ics != null) return { field: 'ics', text: ics }
  else if (url !== undefined) {
    const fetched = await fetchText(url)
    if ('text' in fetched) return { field: 'url', text: fetched.text }
    fields.refuse('url', fetched.problem)
  }
  return undefined
}

function readBusy(ics: string, zone: string, now: Instant): ImportedBusy | { readonly problem: string } {
  const began = performance.now()
  const told = readIcal(ics, zone)
  if ('problem' in told) return told
  const found = busyOf(told.entries, importWindow(now), () => performance.now() - began < LONGEST_READING)
  return 'problem' in found ? found : { ...found, skipped: found.skipped + told.skipped }
}

async function keep(
  trx: Trx,
  clinicId: string,
  subject: Pick<ExternalCalendarRow, 'name' | 'therapistId'>,
  { busy, skipped }: ImportedBusy,
  now: Instant,
): Promise<Imported> {
  const before = await lockCalendarNamed(trx, clinicId, subject)
  const id = before?.id ?? uuidv7()
  if (!before) await insertExternalCalendar(trx, clinicId, { id, ...subject }, now)
  const counts = await replaceExternalBusy(trx, clinicId, { id, ...subject }, busy, importWindow(now))
  const hasChanged = counts.added + counts.changed + counts.removed > 0
  await noteCalendarRead(trx, clinicId, id, { hasChanged: before !== undefined && hasChanged, now })
  const calendar = await lockExternalCalendar(trx, clinicId, id)
  if (!calendar) throw new Error('the calendar that was just imported is gone')
  const entry = { action: 'import calendar', kind: 'external_calendar', id, version: calendar.version } as const
  return {
    written: { kind: 'calendar-imported', calendar, ...counts, skipped },
    log: before && !hasChanged ? [] : [{ ...entry, before, after: { ...calendar, ...counts } }],
  }
}

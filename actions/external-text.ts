import { createHash } from 'node:crypto'
import type { Trx } from '../db/connect.ts'
import {
  type CalendarReading,
  isStillAt,
  noteCalendarFailed,
  noteCalendarRead,
  type ReadWhole,
} from '../db/queries/calendar-readings.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { type BusyCounts, replaceExternalBusy } from '../db/queries/external-busy.ts'
import { type ExternalCalendarRow, lockExternalCalendar } from '../db/queries/external-calendars.ts'
import type { ItemKind, LogEntry, Place } from '../db/queries/log.ts'
import { lockResource } from '../db/queries/resource-changes.ts'
import { busyOf, type ImportedBusy, importWindow, nextReadAt, saysAllStill } from '../domain/imported-calendar.ts'
import type { Instant, Interval } from '../domain/interval.ts'
import { readIcal } from './read-ical.ts'

export interface FetchedText {
  readonly text: string
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
}

/** Reads the text at an address, unless its server says that it is as it was, or says why that is not done. */
export type FetchText = (
  url: string,
  known?: { readonly etag?: string | undefined; readonly lastModified?: string | undefined },
) => Promise<FetchedText | { readonly isUnchanged: true } | { readonly problem: string }>

export type Fetched = Awaited<ReturnType<FetchText>>

/** How long a calendar may keep everybody else waiting while it is read, in milliseconds. */
const LONGEST_READING = 2_000

/** What the text of a calendar takes of somebody's time, or what is wrong with it. */
export function readBusy(ics: string, zone: string, now: Instant): ImportedBusy | { readonly problem: string } {
  const began = performance.now()
  const told = readIcal(ics, zone)
  if ('problem' in told) return told
  const found = busyOf(told.entries, importWindow(now), () => performance.now() - began < LONGEST_READING)
  return 'problem' in found ? found : { ...found, skipped: found.skipped + told.skipped }
}

export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Asks the server of the calendar; whether anything changed only while that would say all. */
export function fetchAgain(reading: CalendarReading, fetchText: FetchText, now: Instant): Promise<Fetched> {
  if (!saysAllStill(reading.wholeAt, now)) return fetchText(reading.url)
  return fetchText(reading.url, { etag: reading.etag ?? undefined, lastModified: reading.lastModified ?? undefined })
}

export interface ReadAgain extends BusyCounts {
  readonly calendar: ExternalCalendarRow
  /** How many entries could not be understood. */
  readonly skipped: number
  readonly log: readonly LogEntry[]
}

const NOTHING = { added: 0, changed: 0, removed: 0, skipped: 0 }

/**
 * Takes over what the calendar's server answered; undefined when it is no longer read from there. Where it answered with
 * nothing that can be read, what is known stays, and it is asked again later.
 */
export async function takeOver(
  trx: Trx,
  clinicId: string,
  reading: CalendarReading,
  fetched: Fetched,
  now: Instant,
): Promise<ReadAgain | undefined> {
  const read = await readAnswer(trx, clinicId, reading, fetched, now)
  await lockResource(trx, clinicId, 'therapist', reading.therapistId)
  const before = await lockExternalCalendar(trx, clinicId, reading.id)
  if (!before || !(await isStillAt(trx, clinicId, reading))) return undefined
  if ('failure' in read) return fail(trx, clinicId, before, reading, read.failure, now)
  if ('isSame' in read) {
    await noteCalendarRead(trx, clinicId, before.id, { now, hasChanged: false, nextReadAt: nextReadAt(now, 0) })
    return { ...NOTHING, ...(await changed(trx, clinicId, 'read calendar', before, undefined)) }
  }
  const { found, whole } = read
  const { span, ...counts } = await replaceExternalBusy(trx, clinicId, before, found.busy, importWindow(now))
  const noted = { now, hasChanged: span !== undefined, nextReadAt: nextReadAt(now, 0), whole }
  await noteCalendarRead(trx, clinicId, before.id, noted)
  return { ...counts, skipped: found.skipped, ...(await changed(trx, clinicId, 'read calendar', before, span)) }
}

type Answer =
  | { readonly failure: string }
  | { readonly isSame: true }
  | { readonly found: ImportedBusy; readonly whole: ReadWhole }

/** What came of asking its server. Reading a long calendar takes a while, so it comes before anybody is locked. */
async function readAnswer(
  trx: Trx,
  clinicId: string,
  reading: CalendarReading,
  fetched: Fetched,
  now: Instant,
): Promise<Answer> {
  if ('problem' in fetched) return { failure: `The address ${fetched.problem}.` }
  if ('isUnchanged' in fetched) return { isSame: true }
  const { etag, lastModified, text } = fetched
  const contentHash = hashOf(text)
  if (saysAllStill(reading.wholeAt, now) && reading.contentHash?.equals(contentHash) === true) return { isSame: true }
  const { zone } = await getClinic(trx, clinicId)
  const found = readBusy(text, zone, now)
  if ('problem' in found) return { failure: `The calendar ${found.problem}.` }
  // A calendar of which no entry is understood has not become empty.
  if (found.busy.length === 0 && found.skipped > 0)
    return { failure: 'The calendar has no entry that can be understood.' }
  return { found, whole: { url: reading.url, contentHash, etag, lastModified } }
}

async function fail(
  trx: Trx,
  clinicId: string,
  before: ExternalCalendarRow,
  { failures }: CalendarReading,
  failure: string,
  now: Instant,
): Promise<ReadAgain> {
  await noteCalendarFailed(trx, clinicId, before.id, { failure, now, nextReadAt: nextReadAt(now, failures + 1) })
  return { ...NOTHING, ...(await changed(trx, clinicId, 'fail to read calendar', before, undefined)) }
}

/** The calendar as it stands, and what both logs tell: nothing where it takes what it took and is no worse or better. */
async function changed(
  trx: Trx,
  clinicId: string,
  action: string,
  before: ExternalCalendarRow,
  span: Interval | undefined,
): Promise<{ calendar: ExternalCalendarRow; log: LogEntry[] }> {
  const calendar = await lockExternalCalendar(trx, clinicId, before.id)
  if (!calendar) throw new Error('the calendar that was just read is gone')
  const isTold = span !== undefined || before.failure !== calendar.failure
  return { calendar, log: isTold ? [calendarEntry(action, before, calendar, span)] : [] }
}

/** What happened to a calendar, and where the therapist's column looks different for it. */
export function calendarEntry(
  action: string,
  before: ExternalCalendarRow | undefined,
  calendar: ExternalCalendarRow,
  span: Interval | undefined,
): LogEntry {
  const { id, therapistId, version } = calendar
  const kind: ItemKind = 'external_calendar'
  const place: Place | undefined = span && { startsAt: span.start, endsAt: span.end, resourceIds: [therapistId] }
  return { action, kind, id, version, before, after: calendar, ...(place && { place }) }
}

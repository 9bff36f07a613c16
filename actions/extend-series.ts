import type { Trx } from '../db/connect.ts'
import { listAppointmentTypes } from '../db/queries/appointment-types.ts'
import { insertOccupancies, lockBooking } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import { getBookingFacts } from '../db/queries/booking-facts.ts'
import { listBusyClients } from '../db/queries/clients-busy.ts'
import { getClinic } from '../db/queries/clinics.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { insertAppointments } from '../db/queries/many-appointments.ts'
import { lockSeriesToExtend, type SeriesRow, updateExtended } from '../db/queries/series.ts'
import { type ClashRow, insertClashes } from '../db/queries/series-clashes.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { expand } from '../domain/recurrence.ts'
import { decideOccurrence, type OccurrenceDecision, withoutAppointments } from '../domain/series-decision.ts'
import { midnightAfterMonths } from '../domain/zone.ts'
import { extendSeries as contract, type JobIds } from '../jobs/contracts.ts'
import { appointmentEntry, noteBooking } from './appointment-log.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'
import { optionsOf } from './series-facts.ts'
import { clashEntry, newOccurrence } from './series-log.ts'

/** So many at a time, that nobody waits long for the therapists of those. */
const AT_ONCE = 100
/** A day of the clinic to either side, for what is limited by the day. */
const REACH = 2 * 24 * 60 * MINUTE

/**
 * Books what the clinic's series repeat up to its horizon, and asks to be called again in a month. An occurrence whose
 * place is taken is kept as a clash of its series: there is nobody to ask.
 */
export async function extendSeries(context: SystemContext, { clinicId }: JobIds<'clinicId'>): Promise<void> {
  let found = AT_ONCE
  while (found === AT_ONCE)
    await changeUnasked(context, clinicId, async (trx) => {
      const series = await lockToExtend(trx, clinicId, context.now())
      found = series.rows.length
      return found > 0 ? extendThese(trx, clinicId, series, context.now()) : []
    })
  await changeUnasked(context, clinicId, async (trx) => {
    await extendLater(trx, context, clinicId)
    return []
  })
}

/** Asks for the series of the clinic to be extended in a month; asked before, it is asked once. */
export async function extendLater(
  trx: Trx,
  { jobs, now }: Pick<SystemContext, 'jobs' | 'now'>,
  clinicId: string,
): Promise<void> {
  await jobs.enqueue(trx, contract, { clinicId }, { startAfter: midnightAfterMonths(now(), 1, 'utc') })
}

interface ToExtend {
  readonly rows: readonly SeriesRow[]
  readonly horizon: Instant
}

async function lockToExtend(trx: Trx, clinicId: string, now: Instant): Promise<ToExtend> {
  const { zone, seriesHorizonMonths } = await getClinic(trx, clinicId)
  const horizon = midnightAfterMonths(now, seriesHorizonMonths, zone)
  return { rows: await lockSeriesToExtend(trx, clinicId, horizon, AT_ONCE), horizon }
}

async function extendThese(trx: Trx, clinicId: string, { rows, horizon }: ToExtend, now: Instant): Promise<LogEntry[]> {
  const known = await loadFacts(trx, clinicId, rows, horizon, now)
  const booked: Appointment[] = []
  const clashes: (ClashRow & { readonly series: SeriesRow })[] = []
  for (const series of rows)
    for (const decision of decideRest(series, horizon, known, now)) {
      const { place, problems, request } = decision
      if (place) booked.push(newOccurrence(series, decision, place, known.of(series), now))
      else
        clashes.push({ series, seriesId: series.id, originalStartsAt: request.original, endsAt: request.end, problems })
    }
  const [clientLog] = await Promise.all([
    noteFirstSessions(trx, clinicId, booked, now),
    insertAppointments(trx, clinicId, booked, now),
    insertOccupancies(trx, clinicId, booked),
    insertClashes(trx, clinicId, clashes, now),
    updateExtended(
      trx,
      clinicId,
      rows.map((each) => each.id),
      horizon,
    ),
  ])
  const entries = booked.map((each) => appointmentEntry('book appointment', undefined, each))
  return [...entries, ...clashes.map(({ series, ...clash }) => clashEntry(series, clash)), ...clientLog]
}

/** What all of them are decided from, in a few statements. What is placed takes its time from those after it. */
async function loadFacts(trx: Trx, clinicId: string, rows: readonly SeriesRow[], horizon: Instant, now: Instant) {
  const resourceIds = [...new Set(rows.flatMap((each) => [each.therapistId, each.roomId ?? each.therapistId]))]
  const clientIds = [...new Set(rows.map((each) => each.clientId))]
  const window = { start: Math.min(...rows.map((each) => each.extendedUntil)) - REACH, end: horizon + REACH }
  const [, types, clients, loaded] = await Promise.all([
    lockBooking(trx, clinicId, resourceIds, clientIds, now),
    listAppointmentTypes(trx, clinicId, false),
    listBusyClients(trx, clinicId, clientIds, window),
    getBookingFacts(trx, clinicId, { clientId: null, typeId: rows[0]!.typeId, resourceIds, window, now }),
  ])
  const typeOf = new Map(types.map((each) => [each.id, each]))
  const { clinic, closures, bookable: resources } = loaded
  const shared = withoutAppointments({ ...clinic, closures, resources, type: types[0]! }, new Set())
  return {
    shared,
    of: (series: SeriesRow) => ({
      client: clients.get(series.clientId)!,
      type: typeOf.get(series.typeId)!,
      resources,
    }),
  }
}

type Known = Awaited<ReturnType<typeof loadFacts>>

/** A rule that asks for too much by now, or has gone on for twenty years, gives nothing more. */
function decideRest(series: SeriesRow, horizon: Instant, known: Known, now: Instant): OccurrenceDecision[] {
  const rest = expand(series, { start: series.extendedUntil, end: horizon })
  if ('problem' in rest) return []
  const { client, type } = known.of(series)
  const options = optionsOf(type, 'skip_clashes', { codes: new Set(series.override) }, false, now)
  const book = { ...known.shared, client, type }
  const { therapistId, roomId } = series
  return rest.occurrences.map(({ at }) => {
    const request = { original: at, start: at, end: at + series.minutes * MINUTE, therapistId, roomId }
    return decideOccurrence(request, options, book)
  })
}

/** Clients who lost every session they had begin anew. */
async function noteFirstSessions(
  trx: Trx,
  clinicId: string,
  booked: readonly Appointment[],
  now: Instant,
): Promise<LogEntry[]> {
  const log: LogEntry[] = []
  for (const appointments of Map.groupBy(booked, (each) => each.clientId).values()) {
    const { client } = appointments[0]!
    const first = Math.min(...appointments.map((each) => each.startsAt))
    if (client.firstSessionAt === null) log.push(...(await noteBooking(trx, clinicId, client, first, now)).log)
  }
  return log
}

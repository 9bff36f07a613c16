import { deleteOccupancies, insertOccupancies } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { updateAppointments } from '../db/queries/many-appointments.ts'
import { placeWanted, type TimeChange, timeChangeOf } from '../domain/series-change.ts'
import {
  decideOccurrences,
  type OccurrenceDecision,
  type OccurrenceRequest,
  type SeriesOptions,
} from '../domain/series-decision.ts'
import { appointmentEntry, noteBooking, noteDeparture } from './appointment-log.ts'
import { isOnline } from './caller.ts'
import { movedTo } from './move-appointment.ts'
import { type NextSeries, nextSeries, writeNextSeries } from './next-series.ts'
import { type LoadedSeries, lockSeriesFacts } from './series-facts.ts'
import { isRefused, refuseChange, refuseSeries, type ToldOccurrence, toldOccurrence } from './series-report.ts'
import type { ChangeOutcome, SeriesChange } from './series-under-change.ts'
import { refusalOf } from './stale.ts'

/** Gives the appointments the change is for their new places, and the series what it says from now on. */
export async function moveOccurrences(change: SeriesChange): Promise<ChangeOutcome> {
  const { context, trx, now, input, override, series, touched, pivot } = change
  const { clinicId } = context.caller
  const time = timeChangeOf(pivot, input, series.zone)
  const next = nextSeries(change, time)
  if ('problem' in next) return { refused: refuseChange(refusalOf(pivot, next.problem)) }
  const policy = input.policy ?? 'all_or_nothing'
  const options: SeriesOptions = {
    ...{ policy, now, override: override.codes, online: isOnline(context.caller) },
    ...{ bufferBeforeMinutes: pivot.bufferBeforeMinutes, bufferAfterMinutes: pivot.bufferAfterMinutes },
  }
  const requests = touched.map((each) => requestOf(each, change, time))
  const going = requests.filter((each, index) => differs(each, touched[index]!))
  const loaded = await lockSeriesFacts(trx, clinicId, wantedOf(change, requests, policy))
  const decisions = decideOccurrences(going, options, loaded.facts)
  if (isRefused(decisions, policy)) return { refused: refuseSeries(decisions, options, loaded) }
  const seriesLog = await writeNextSeries(change, next)
  const written = await writeOccurrences(change, decisions, next, loaded)
  return {
    written: { kind: 'series-changed', series: next.after, occurrences: written.occurrences },
    log: [...seriesLog, ...written.log],
  }
}

function requestOf(each: Appointment, { pivot, input, series }: SeriesChange, time: TimeChange): OccurrenceRequest {
  return {
    ...placeWanted(each, pivot, input, time, series),
    original: each.originalStartsAt!,
    appointmentId: each.id,
    previousStart: each.startsAt,
    buffers: { bufferBeforeMinutes: each.bufferBeforeMinutes, bufferAfterMinutes: each.bufferAfterMinutes },
  }
}

function differs(request: OccurrenceRequest, each: Appointment): boolean {
  const stays = request.start === each.startsAt && request.end === each.endsAt
  return !stays || request.therapistId !== each.therapistId || request.roomId !== each.roomId
}

function wantedOf(
  { touched, pivot, now }: SeriesChange,
  requests: readonly OccurrenceRequest[],
  policy: SeriesOptions['policy'],
) {
  const all = [...touched, ...requests]
  const starts = [...touched.map((each) => each.startsAt), ...requests.map((each) => each.start)]
  return {
    ...{ clientId: pivot.clientId, typeId: pivot.typeId, policy, now },
    therapistIds: all.map((each) => each.therapistId),
    roomIds: all.flatMap((each) => each.roomId ?? []),
    span: { start: Math.min(...starts), end: Math.max(...starts) },
  }
}

/** The appointments that go, and those that only belong to another series or to another start of it now. */
async function writeOccurrences(
  change: SeriesChange,
  decisions: readonly OccurrenceDecision[],
  next: NextSeries,
  loaded: LoadedSeries,
): Promise<{ occurrences: ToldOccurrence[]; log: LogEntry[] }> {
  const { context, trx, now, touched } = change
  const { clinicId } = context.caller
  const decisionOf = new Map(decisions.map((each) => [each.request.appointmentId, each]))
  const rows = touched.map((current): Row => {
    const decision = decisionOf.get(current.id)
    return { current, decision, after: belonging(placed(current, decision, loaded, change), next) }
  })
  const changed = rows.filter((each) => each.after !== each.current)
  const moved = rows.filter((each) => each.decision?.place)
  const after = changed.map((each) => each.after)
  if (!(await updateAppointments(trx, clinicId, after, now)))
    throw new Error('a locked appointment changed its version')
  await deleteOccupancies(
    trx,
    clinicId,
    moved.map((each) => each.current.id),
  )
  await insertOccupancies(
    trx,
    clinicId,
    moved.map((each) => each.after),
  )
  const noted = await noteMoves(change, moved)
  const standing = (each: Row): Row => {
    const version = each.current.version + (each.after === each.current ? 0 : 1)
    return { ...each, after: { ...each.after, version, client: noted.client } }
  }
  const entries = changed.map(standing).map(entryOf)
  return { occurrences: rows.map(standing).map((each) => told(each, loaded)), log: [...entries, ...noted.log] }
}

interface Row {
  readonly current: Appointment
  /** Left out for one that is to stay where it is. */
  readonly decision: OccurrenceDecision | undefined
  readonly after: Appointment
}

function placed(
  current: Appointment,
  decision: OccurrenceDecision | undefined,
  { client, type, resources }: LoadedSeries,
  { override, now }: SeriesChange,
): Appointment {
  const place = decision?.place
  if (!place) return current
  const therapist = resources.get(place.therapistId)!
  const room = place.roomId ? resources.get(place.roomId)! : null
  return movedTo(current, { ...place, client, type, therapist, room }, override, now)
}

/** The same appointment as an occurrence of what the series is now. */
function belonging(there: Appointment, next: NextSeries): Appointment {
  const original = there.originalStartsAt!
  if (original < next.since) return there
  return { ...there, seriesId: next.after.id, originalStartsAt: next.shifted(original) }
}

/** What the moves mean for the client's first session. */
async function noteMoves({ context, trx, now, pivot }: SeriesChange, moved: readonly Row[]) {
  const { clinicId } = context.caller
  const { client } = pivot
  if (moved.length === 0) return { client, log: [] }
  const first = moved.find((each) => each.current.startsAt === client.firstSessionAt)
  const left = first ? await noteDeparture(trx, clinicId, client, first.current.startsAt, now) : { client, log: [] }
  const noted = await noteBooking(
    trx,
    clinicId,
    left.client,
    Math.min(...moved.map((each) => each.after.startsAt)),
    now,
  )
  return { client: noted.client, log: [...left.log, ...noted.log] }
}

function entryOf({ current, decision, after }: Row): LogEntry {
  return appointmentEntry(decision?.place ? 'move appointment' : 'change series of appointment', current, after)
}

function told({ decision, after }: Row, loaded: LoadedSeries): ToldOccurrence {
  if (decision) return { ...toldOccurrence(decision, loaded, after), originalStartsAt: after.originalStartsAt! }
  const { startsAt, endsAt } = after
  const originalStartsAt = after.originalStartsAt!
  return { originalStartsAt, startsAt, endsAt, outcome: 'kept', problems: [], alternative: null, appointment: after }
}

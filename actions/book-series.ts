import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { insertOccupancies } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { insertAppointments } from '../db/queries/many-appointments.ts'
import { insertSeries, type SeriesRow } from '../db/queries/series.ts'
import { FURTHEST } from '../domain/booking.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { expand, lastStart, type Occurrence, type Recurrence } from '../domain/recurrence.ts'
import { tidyRule } from '../domain/rrule-text.ts'
import type { SeriesPolicy } from '../domain/series.ts'
import { decideOccurrences, type OccurrenceDecision, type OccurrenceRequest } from '../domain/series-decision.ts'
import { type Floating, floatingOf, midnightAfterMonths } from '../domain/zone.ts'
import { appointmentEntry, noteBooking } from './appointment-log.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import type { BookAppointmentInput } from './book-appointment.ts'
import { isOnline } from './caller.ts'
import { changeClinic } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { badInput } from './errors.ts'
import { extendLater } from './extend-series.ts'
import { checkId } from './ids.ts'
import { checkedOverride, checkedText, type Override } from './override.ts'
import { type LoadedSeries, lockSeriesFacts, optionsOf, type WantedSeries } from './series-facts.ts'
import { newOccurrence, seriesEntry } from './series-log.ts'
import { isRefused, refuseSeries, type SeriesRefused, type ToldOccurrence, toldOccurrence } from './series-report.ts'

const MOST_EXCEPTED = 1000

export interface BookSeriesInput extends Omit<BookAppointmentInput, 'hold'> {
  readonly rrule: string
  /** Occurrences of the rule that are not to take place. */
  readonly except?: readonly Instant[] | null
  readonly policy?: SeriesPolicy | null
}

export interface SeriesBooked {
  readonly kind: 'series-booked'
  readonly series: SeriesRow
  readonly occurrences: readonly ToldOccurrence[]
}

/** Books every occurrence of a rule up to the clinic's horizon, or says of each why not. */
export function bookSeries(context: ActionContext, input: BookSeriesInput): Promise<SeriesBooked | SeriesRefused> {
  const { clinicId } = context.caller
  checkId(input.clientId, 'client', ['input', 'clientId'])
  checkId(input.typeId, 'appointment type', ['input', 'typeId'])
  checkId(input.therapistId, 'therapist', ['input', 'therapistId'])
  if (input.roomId != null) checkId(input.roomId, 'room', ['input', 'roomId'])
  checkAppointmentRight(context, [input.therapistId])
  const override = checkedOverride(context, input)
  const notes = checkedText(input.notes, 10_000, ['input', 'notes'])

  return changeClinic<SeriesBooked, SeriesRefused, SeriesRefused>(context, {
    operation: 'bookSeries',
    input,
    tell: async (refused) => refused,
    work: async (trx) => {
      const now = context.now()
      const asked = await readAsked(trx, clinicId, input, now)
      const loaded = await lockSeriesFacts(trx, clinicId, wantedOf(input, asked, now))
      const minutes = input.endsAt == null ? loaded.type.minutes : (input.endsAt - input.startsAt) / 60_000
      const options = optionsOf(loaded.type, asked.policy, override, isOnline(context.caller), now)
      const decisions = decideOccurrences(requestsOf(input, asked.occurrences, minutes), options, loaded.facts)
      if (isRefused(decisions, asked.policy)) return { refused: refuseSeries(decisions, options, loaded) }
      const series = newSeries(input, asked, { minutes, override, notes })
      await extendLater(trx, context, clinicId)
      return writeSeries(trx, clinicId, { series, decisions, loaded, now })
    },
  })
}

/** What repeats, read and turned into instants. */
interface Asked {
  readonly policy: SeriesPolicy
  readonly recurrence: Recurrence & { readonly excepted: readonly Floating[] }
  readonly occurrences: readonly Occurrence[]
  readonly extendedUntil: Instant
}

async function readAsked(trx: Trx, clinicId: string, input: BookSeriesInput, now: Instant): Promise<Asked> {
  if (Math.abs(input.startsAt - now) > FURTHEST)
    throw badInput('The book reaches five years back and five years ahead.', ['input', 'startsAt'])
  if (input.except && input.except.length > MOST_EXCEPTED)
    throw badInput(`except names at most ${MOST_EXCEPTED} occurrences.`, ['input', 'except'])
  const { zone, seriesHorizonMonths } = await getClinic(trx, clinicId)
  const excepted = (input.except ?? []).map((each) => floatingOf(each, zone))
  const recurrence = { rrule: input.rrule, start: floatingOf(input.startsAt, zone), zone, excepted }
  const extendedUntil = midnightAfterMonths(Math.max(now, input.startsAt), seriesHorizonMonths, zone)
  const expansion = expand(recurrence, { start: input.startsAt, end: extendedUntil })
  if ('problem' in expansion) throw badInput(`rrule ${expansion.problem}.`, ['input', 'rrule'])
  const { occurrences } = expansion
  const first = occurrences[0]?.at
  if (first === undefined) throw badInput('rrule must give at least one appointment.', ['input', 'rrule'])
  if (first !== input.startsAt && !input.except?.includes(input.startsAt))
    throw badInput('startsAt must be the first occurrence of the rule.', ['input', 'startsAt'])
  return { policy: input.policy ?? 'all_or_nothing', recurrence, occurrences, extendedUntil }
}

function wantedOf(input: BookSeriesInput, { occurrences, policy }: Asked, now: Instant): WantedSeries {
  return {
    clientId: input.clientId,
    typeId: input.typeId,
    therapistIds: [input.therapistId],
    roomIds: input.roomId ? [input.roomId] : [],
    span: { start: occurrences[0]!.at, end: occurrences.at(-1)!.at },
    policy,
    now,
  }
}

function requestsOf(input: BookSeriesInput, occurrences: readonly Occurrence[], minutes: number): OccurrenceRequest[] {
  return occurrences.map(({ at }) => ({
    original: at,
    start: at,
    end: at + minutes * MINUTE,
    therapistId: input.therapistId,
    roomId: input.roomId ?? null,
  }))
}

function newSeries(
  input: BookSeriesInput,
  { recurrence, policy, extendedUntil }: Asked,
  { minutes, override, notes }: { minutes: number; override: Override; notes: string | null },
): SeriesRow {
  return {
    ...{ id: uuidv7(), version: 1, clientId: input.clientId, therapistId: input.therapistId },
    ...{ roomId: input.roomId ?? null, typeId: input.typeId, minutes, policy, notes },
    ...{ rrule: tidyRule(recurrence.rrule), start: recurrence.start, zone: recurrence.zone },
    ...{ excepted: recurrence.excepted, override: [...override.codes], overrideReason: override.reason },
    ...{ lastStartsAt: lastStart(recurrence) ?? null, extendedUntil },
  }
}

interface Decided {
  readonly series: SeriesRow
  readonly decisions: readonly OccurrenceDecision[]
  readonly loaded: LoadedSeries
  readonly now: Instant
}

async function writeSeries(trx: Trx, clinicId: string, { series, decisions, loaded, now }: Decided) {
  const appointments = new Map(
    decisions.flatMap((each) => (each.place ? [[each, newOccurrence(series, each, each.place, loaded, now)]] : [])),
  )
  const booked = [...appointments.values()]
  const first = Math.min(...booked.map((each) => each.startsAt))
  const [noted] = await Promise.all([
    noteBooking(trx, clinicId, loaded.client, first, now),
    insertSeries(trx, clinicId, series, now),
    insertAppointments(trx, clinicId, booked, now),
    insertOccupancies(trx, clinicId, booked),
  ])
  const told = (each: Appointment) => ({ ...each, client: noted.client })
  const occurrences = decisions.map((each) => {
    const appointment = appointments.get(each)
    return toldOccurrence(each, loaded, appointment && told(appointment))
  })
  const entries = booked.map((each) => appointmentEntry('book appointment', undefined, told(each)))
  return {
    written: { kind: 'series-booked' as const, series, occurrences },
    log: [seriesEntry('book series', undefined, series), ...entries, ...noted.log],
  }
}

import { deleteOccupancies } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import { getBookingSettings } from '../db/queries/booking-settings.ts'
import { type CancelledAppointment, insertCancellations, updateAppointments } from '../db/queries/many-appointments.ts'
import { type SeriesRow, updateSeries } from '../db/queries/series.ts'
import { isLateCancellation } from '../domain/booking-settings.ts'
import { endedBefore } from '../domain/series-rest.ts'
import { appointmentEntry, noteDeparture } from './appointment-log.ts'
import { actorOf } from './context.ts'
import { seriesEntry } from './series-log.ts'
import type { ToldOccurrence } from './series-report.ts'
import type { ChangeOutcome, SeriesChange } from './series-under-change.ts'

/** Cancels the appointments the change is for; unless that is one alone, the series ends before the first of them. */
export async function cancelOccurrences(
  change: SeriesChange,
  reason: NonNullable<SeriesChange['input']['cancel']>,
): Promise<ChangeOutcome> {
  const { context, trx, now, touched, series } = change
  const { clinicId } = context.caller
  const cancelledBy = actorOf(context.caller).name
  const settings = await getBookingSettings(trx, clinicId)
  const why = { reason, note: change.cancelNote, cancelledAt: now, cancelledBy }
  const ids = touched.map((each) => each.id)
  const rows = touched.map((each): CancelledAppointment => {
    const cancellation = { ...why, late: isLateCancellation(reason, each.startsAt, settings, now) }
    return { ...each, status: 'cancelled', cancellation, updatedAt: now }
  })
  if (!(await updateAppointments(trx, clinicId, rows, now))) throw new Error('a locked appointment changed its version')
  await insertCancellations(trx, clinicId, rows)
  await deleteOccupancies(trx, clinicId, ids)
  const { client } = change.pivot
  const first = touched.find((each) => each.startsAt === client.firstSessionAt)
  const left = first ? await noteDeparture(trx, clinicId, client, first.startsAt, now) : { client, log: [] }
  const ended = await endSeries(change)
  const cancelled = rows.map((each) => ({ ...each, version: each.version + 1, client: left.client }))
  const entries = cancelled.map((each, index) => appointmentEntry('cancel appointment', touched[index], each, true))
  const seriesLog = ended === series ? [] : [seriesEntry('end series', series, ended)]
  return {
    written: { kind: 'series-changed', series: ended, occurrences: cancelled.map(toldCancelled) },
    log: [...seriesLog, ...entries, ...left.log],
  }
}

async function endSeries({ context, trx, now, input, touched, series }: SeriesChange): Promise<SeriesRow> {
  if (input.scope === 'this') return series
  // One that was put off until later may have a start that is past: what took place since then stays in the rule.
  const since = input.scope === 'all' ? now : -Infinity
  const first = Math.max(since, Math.min(...touched.map((each) => each.originalStartsAt!)))
  const ended = { ...series, ...endedBefore(series, first) }
  await updateSeries(trx, context.caller.clinicId, ended, now)
  return { ...ended, version: series.version + 1 }
}

function toldCancelled(appointment: Appointment): ToldOccurrence {
  return {
    originalStartsAt: appointment.originalStartsAt!,
    startsAt: appointment.startsAt,
    endsAt: appointment.endsAt,
    outcome: 'cancelled',
    problems: [],
    alternative: null,
    appointment,
  }
}

import type { Trx } from '../db/connect.ts'
import { type Appointment, listAppointments } from '../db/queries/book.ts'
import { listOccurrenceIds, lockSeries } from '../db/queries/series.ts'
import type { Instant } from '../domain/interval.ts'
import { touchedBy } from '../domain/series-change.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { cancelOccurrences } from './cancel-occurrences.ts'
import { changeClinic } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { badInput, notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { lockAppointments } from './lock-appointments.ts'
import { moveOccurrences } from './move-occurrences.ts'
import { checkedOverride, checkedText } from './override.ts'
import type { Refusal } from './refuse-booking.ts'
import { roomsToLock } from './series-facts.ts'
import { refuseChange, type SeriesRefused } from './series-report.ts'
import type { ChangeSeriesInput, SeriesChanged } from './series-under-change.ts'
import { immovableRefusal, refusalOf, staleRefusal } from './stale.ts'

/**
 * Gives one appointment of a series, those from it on or all of them another time, therapist or room, or cancels them.
 * What is past or has ended stays as it was; one that somebody gave a time of its own keeps it when the others shift.
 */
export function changeSeries(context: ActionContext, input: ChangeSeriesInput): Promise<SeriesChanged | SeriesRefused> {
  const { clinicId } = context.caller
  checkId(input.appointmentId, 'appointment', ['input', 'appointmentId'])
  if (input.therapistId != null) checkId(input.therapistId, 'therapist', ['input', 'therapistId'])
  if (input.roomId != null) checkId(input.roomId, 'room', ['input', 'roomId'])
  const override = checkedOverride(context, input)
  const cancelNote = checkedText(input.cancelNote, 1000, ['input', 'cancelNote'])
  if (input.cancel && [input.startsAt, input.endsAt, input.therapistId, input.roomId].some((each) => each != null))
    throw badInput('What is cancelled is not moved as well.', ['input', 'cancel'])

  return changeClinic<SeriesChanged, SeriesRefused, SeriesRefused>(context, {
    operation: 'changeSeries',
    input,
    tell: async (refused) => refused,
    work: async (trx) => {
      const now = context.now()
      const found = await lockAll(trx, clinicId, input, now)
      const { pivot, standing } = found
      const touched = touchedBy(standing, pivot, input.scope, now)
      checkAppointmentRight(
        context,
        [...touched, pivot].map((each) => each.therapistId),
      )
      if (input.therapistId) checkAppointmentRight(context, [input.therapistId])
      const refusal = (await staleRefusal(trx, clinicId, pivot, input.expectedVersion)) ?? untouchable(touched, pivot)
      if (refusal) return { refused: refuseChange(refusal) }
      const change = { context, trx, now, input, override, cancelNote, touched, ...found }
      return input.cancel ? cancelOccurrences(change, input.cancel) : moveOccurrences(change)
    },
  })
}

/** The series first, then what its appointments take, so that nobody waits for somebody who waits for him. */
async function lockAll(trx: Trx, clinicId: string, input: ChangeSeriesInput, now: Instant) {
  const [seen] = await listAppointments(trx, clinicId, [input.appointmentId])
  if (!seen) throw notFound('appointment', ['input', 'appointmentId'], input.appointmentId)
  if (!seen.seriesId) throw badInput('This appointment belongs to no series.', ['input', 'appointmentId'])
  const series = await lockSeries(trx, clinicId, seen.seriesId)
  const ids = input.scope === 'this' ? [seen.id] : await listOccurrenceIds(trx, clinicId, series.id)
  const roomId = input.roomId === undefined ? seen.roomId : input.roomId
  const rooms = await roomsToLock(trx, clinicId, {
    policy: input.policy ?? 'all_or_nothing',
    roomIds: roomId ? [roomId] : [],
  })
  const standing = await lockAppointments(trx, clinicId, ids, now, [input.therapistId, ...rooms])
  return { series, standing, pivot: standing.find((each) => each.id === seen.id)! }
}

function untouchable(touched: readonly Appointment[], pivot: Appointment): Refusal | undefined {
  if (touched.length > 0) return undefined
  return (
    immovableRefusal(pivot) ??
    refusalOf(pivot, {
      code: 'TERMINAL_STATUS',
      message: `Nothing of ${pivot.client.name}'s series is still to come.`,
      overridable: false,
    })
  )
}

import { lockBooking } from '../db/queries/appointments.ts'
import { type FreedSlot, findFreedSlot, lockFreedSlot } from '../db/queries/freed-slots.ts'
import { findLastEditor, type LogEntry } from '../db/queries/log.ts'
import { listOffersOfFreed } from '../db/queries/waitlist-offers.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { changeBook } from './change-book.ts'
import type { VersionedInput } from './change-record.ts'
import { closeOffers, releaseOffered, setFreed } from './close-offers.ts'
import { type ActionContext, actorOf } from './context.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'
import type { BookingRefused, Refusal } from './refuse-booking.ts'

export interface FreedSlotClosed {
  readonly kind: 'closed'
  readonly freedSlot: FreedSlot
}

/** Stops the filling of a freed slot: open offers of it are taken back, and it is offered to nobody by itself. */
export function closeFreedSlot(
  context: ActionContext,
  input: VersionedInput,
): Promise<FreedSlotClosed | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'freed slot', ['input', 'id'])
  return changeBook<FreedSlotClosed>(context, 'closeFreedSlot', input, async (trx) => {
    const seen = await findFreedSlot(trx, clinicId, input.id)
    if (!seen) throw notFound('freed slot', ['input', 'id'], input.id)
    checkAppointmentRight(context, [seen.therapistId])
    const offered = (await listOffersOfFreed(trx, clinicId, [seen.id])).filter((each) => each.status === 'open')
    const resourceIds = [seen, ...offered].flatMap((each) => [each.therapistId, each.roomId])
    const ids = [...new Set(resourceIds.filter((each) => each !== null))]
    await lockBooking(
      trx,
      clinicId,
      ids,
      offered.map((each) => each.clientId),
      context.now(),
    )
    const current = (await lockFreedSlot(trx, clinicId, input.id))!
    if (current.endedAt !== null) return { refused: refusalOf(current, 'TERMINAL_STATUS', `It is ${current.status}.`) }
    if (current.version !== input.expectedVersion) {
      const editor = await findLastEditor(trx, clinicId, current.id)
      const who = editor ? ` by ${editor.name}` : ''
      return { refused: refusalOf(current, 'STALE_VERSION', `It was changed${who} after you saw it.`) }
    }
    const open = (await listOffersOfFreed(trx, clinicId, [seen.id])).filter((each) => each.status === 'open')
    const by = actorOf(context.caller).name
    const closing = { status: 'withdrawn' as const, withdrawnFor: 'desk' as const, by }
    const log: LogEntry[] = await closeOffers(context, trx, clinicId, open, closing)
    for (const holdId of new Set(open.map((each) => each.holdId)))
      log.push(...(await releaseOffered(context, trx, clinicId, holdId)).log)
    log.push(...(await setFreed(context, trx, clinicId, current.id, 'ended')))
    return { written: { kind: 'closed', freedSlot: (await findFreedSlot(trx, clinicId, current.id))! }, log }
  })
}

function refusalOf(slot: FreedSlot, code: 'TERMINAL_STATUS' | 'STALE_VERSION', message: string): Refusal {
  const { endsAt: end, startsAt: start, therapist } = slot
  const path = ['input', code === 'STALE_VERSION' ? 'expectedVersion' : 'id']
  return {
    problems: [{ code, message, path, overridable: false, resourceId: therapist.id, start, end }],
    resources: new Map([[therapist.id, therapist]]),
  }
}

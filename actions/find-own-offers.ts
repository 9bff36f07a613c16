import type { Trx } from '../db/connect.ts'
import type { Appointment } from '../db/queries/book.ts'
import { readSlotFacts, slotFactsOf } from '../db/queries/slot-facts.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { chooseOffers } from '../domain/offers.ts'
import type { Slot, SlotFacts } from '../domain/slots/request.ts'
import { findSlots } from '../domain/slots.ts'

const DAY = 24 * 60 * MINUTE
const REACH = 28 * DAY
/** Before a day that she has named. */
const BEFORE = 3 * DAY
/** As many as there can be of them: what is offered is chosen from all. */
const ALL = 2000

interface OffersWanted {
  readonly now: Instant
  readonly count: number
  /** When she would rather come; else what is nearest to the appointment is offered. */
  readonly around?: Instant
  /** For whoever has not proved to be the client: what else she has is not left out, as it would show. */
  readonly isOutside?: boolean
}

/** Slots with her own therapist that the client could move her appointment to, soonest first. */
export async function findOwnOffers(
  trx: Trx,
  clinicId: string,
  current: Appointment,
  { around, now, count, isOutside = false }: OffersWanted,
): Promise<Slot[]> {
  const { startsAt, therapistId, typeId } = current
  const clientId = isOutside ? null : current.clientId
  const near = around ?? startsAt
  const window = { start: around === undefined ? now : Math.max(now, near - BEFORE), end: Math.max(now, near) + REACH }
  const wanted = { typeId, clientId, therapistIds: [therapistId], window, now }
  const loaded = await readSlotFacts(trx, clinicId, wanted)
  if (!loaded.type) return []
  // What was booked by the desk may be moved by its client, also when the type is not booked online.
  const facts = slotFactsOf(loaded, { ...loaded.type, online: true, active: true })
  const { slots } = findSlots({ ...requestFor(current, facts), window }, facts, now)
  return chooseOffers(slots, near, loaded.clinic.zone, count)
}

/** As the appointment is; a clinic that keeps no rooms moves without. */
function requestFor(current: Appointment, facts: SlotFacts) {
  const { bufferAfterMinutes, bufferBeforeMinutes, endsAt, roomId, startsAt } = current
  return {
    ...{ bufferAfterMinutes, bufferBeforeMinutes, minutes: (endsAt - startsAt) / MINUTE },
    ...{ online: true, order: 'soonest' as const, first: ALL },
    needsRoom: roomId !== null || (facts.type.needsRoom && facts.rooms.length > 0),
    preferRoomId: roomId ?? undefined,
  }
}

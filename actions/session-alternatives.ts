import { inSnapshot } from '../db/connect.ts'
import { listResourceFacts } from '../db/queries/booking-facts.ts'
import { NEAR_DAYS, sessionAlternatives } from '../domain/session-alternatives.ts'
import type { SessionOptions, SessionRequest } from '../domain/session-decision.ts'
import type { ActionContext } from './context.ts'
import { type Slot, toldSlot } from './refuse-booking.ts'

const DAY = 24 * 60 * 60_000

/** A session that cannot be where it was wanted, and what is known of it. */
export interface HomelessSession {
  readonly request: SessionRequest
  readonly options: SessionOptions
}

/** Where it could be instead, looked for once the refused transaction is over and its locks are gone. */
export async function findSessionAlternatives(
  context: ActionContext,
  { request, options }: HomelessSession,
): Promise<Slot[]> {
  const [therapistId] = request.therapistIds
  if (therapistId === undefined) return []
  const reach = (NEAR_DAYS + 2) * DAY
  const window = { start: request.start - reach, end: request.end + reach }
  const { clinicId } = context.caller
  const { clinic, closures, resources, bookable } = await inSnapshot(context.db, clinicId, (snapshot) =>
    listResourceFacts(snapshot, clinicId, { clientId: null, typeId: null, window, now: options.now }),
  )
  const isKnown = [...request.therapistIds, ...(request.roomId ? [request.roomId] : [])].every((id) =>
    resources.has(id),
  )
  if (!isKnown) return []
  const rooms = [...resources.values()].filter((each) => each.kind === 'room').map((each) => each.id)
  return sessionAlternatives(request, options, { ...clinic, closures, resources: bookable }, rooms).map((each) =>
    toldSlot({ start: each.start, end: each.end, therapistId, roomId: each.roomId ?? undefined }, resources),
  )
}

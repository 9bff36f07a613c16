import type { Trx } from '../db/connect.ts'
import { lockBooking } from '../db/queries/appointments.ts'
import type { NamedResource } from '../db/queries/book.ts'
import { getBookingFacts } from '../db/queries/booking-facts.ts'
import type { Instant, Interval } from '../domain/interval.ts'
import type { SessionFacts } from '../domain/session-decision.ts'
import { notFound } from './errors.ts'

/** As long as the longest session, and a day of the clinic to either side. */
const REACH = 36 * 60 * 60_000

export interface WantedSessions {
  readonly therapistIds: readonly string[]
  readonly roomIds: readonly string[]
  /** From the start of the first to the start of the last. */
  readonly span: Interval
}

export interface LoadedSessions {
  readonly facts: SessionFacts
  /** The same without what takes their time: these go into answers, which are kept. */
  readonly resources: ReadonlyMap<string, NamedResource>
}

/** Locks all that the sessions may take or leave and loads what they are decided from, however many they are. */
export async function lockSessionFacts(
  trx: Trx,
  clinicId: string,
  { therapistIds, roomIds, span }: WantedSessions,
  now: Instant,
): Promise<LoadedSessions> {
  const resourceIds = [...new Set([...therapistIds, ...roomIds])]
  const window = { start: span.start - REACH, end: span.end + REACH }
  const [, loaded] = await Promise.all([
    lockBooking(trx, clinicId, resourceIds, [], now),
    getBookingFacts(trx, clinicId, { clientId: null, typeId: null, resourceIds, window, now }),
  ])
  const { clinic, closures, resources, bookable } = loaded
  const isKind = (kind: NamedResource['kind']) => (id: string) => resources.get(id)?.kind === kind
  if (!therapistIds.every(isKind('therapist'))) throw notFound('therapist', ['input', 'facilitatorIds'])
  if (!roomIds.every(isKind('room'))) throw notFound('room', ['input', 'roomId'])
  return { facts: { ...clinic, closures, resources: bookable }, resources }
}

import type { Trx } from '../db/connect.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { type Counted, countPlaces, findAdmitting, getFilling, listAwaited, lockCounted } from '../db/queries/places.ts'
import { findToldSession } from '../db/queries/registrant-messages.ts'
import { listAwaiting, type RegistrationRow, updateStanding } from '../db/queries/registrations.ts'
import { placesLeft } from '../domain/event.ts'
import type { Instant } from '../domain/interval.ts'
import { mayLeave, nextAllowed } from '../domain/leaving-hours.ts'
import { headOfLine, offerEndsAt } from '../domain/place-offer.ts'
import { expirePlaceOffer } from '../jobs/contracts.ts'
import type { SystemContext } from './context.ts'
import { getPlanOptions } from './plan-appointments.ts'
import { placesEntries, registrationEntry } from './registration-log.ts'
import { tellRegistration } from './tell-registrants.ts'

type Filling = Pick<SystemContext, 'jobs' | 'now'>

/** Lets the head of every line of the event come in that there is room for. */
export async function fillLines(
  context: Filling,
  trx: Trx,
  clinicId: string,
  eventId: string,
): Promise<readonly LogEntry[]> {
  const log: LogEntry[] = []
  for (const counted of await listAwaited(trx, clinicId, eventId))
    log.push(...(await fillPlaces(context, trx, clinicId, counted)))
  return log
}

/**
 * Lets the head of the line come in that there is room for, as the event has it: at once, by an offer that ends, or not by
 * itself. To be called in the transaction that freed the places, after it did.
 */
export async function fillPlaces(
  context: Filling,
  trx: Trx,
  clinicId: string,
  { eventId, sessionId }: Counted,
): Promise<readonly LogEntry[]> {
  const counted = { eventId, sessionId }
  await lockCounted(trx, clinicId, counted)
  const now = context.now()
  const filling = await getFilling(trx, clinicId, eventId)
  const line = filling === 'by_hand' ? [] : await listAwaiting(trx, clinicId, counted)
  if (line.length === 0) return []
  const [admitting, session] = await Promise.all([
    findAdmitting(trx, clinicId, counted),
    findToldSession(trx, clinicId, counted, now),
  ])
  const isOn = admitting?.publishStatus === 'published' && admitting.event.publishStatus === 'published'
  if (!isOn || !session || session.startsAt <= now || admitting.event.admission !== 'registration') return []
  const head = headOfLine(line, placesLeft(admitting))
  const until = filling === 'offer' ? await offerEnd(trx, clinicId, session.startsAt, now) : null
  if (head.length === 0 || until === undefined) return []
  return comeIn(context, trx, clinicId, counted, head, until)
}

/** Nobody is asked in the quiet hours, so the time to answer begins when they are over. */
export async function offerEnd(
  trx: Trx,
  clinicId: string,
  startsAt: Instant,
  now: Instant,
): Promise<Instant | undefined> {
  const { policy, zone } = await getPlanOptions(trx, clinicId, now)
  return offerEndsAt(mayLeave(now, policy, zone) ? now : nextAllowed(now, policy, zone), startsAt)
}

/** Counts and writes their places, theirs or, until then, to be taken, and tells each of them. What is counted must be locked. */
export async function comeIn(
  context: Filling,
  trx: Trx,
  clinicId: string,
  counted: Counted,
  whom: readonly RegistrationRow[],
  until: Instant | null,
): Promise<LogEntry[]> {
  const now = context.now()
  const places = whom.reduce((sum, each) => sum + each.places, 0)
  const sessions = await countPlaces(trx, clinicId, counted, places, now)
  if (!sessions) throw new Error('there are fewer places than were counted under the lock')
  const log: LogEntry[] = []
  for (const before of whom) {
    const standing = until === null ? 'registered' : 'offered'
    const after: RegistrationRow = {
      ...{ ...before, status: standing, offerExpiresAt: until, passedAt: null },
      ...{ version: before.version + 1, updatedAt: now },
    }
    await updateStanding(trx, clinicId, after)
    await tellRegistration(context, trx, clinicId, after)
    if (until !== null) await expireLater(context, trx, clinicId, before.id, until)
    log.push(registrationEntry(until === null ? 'give place' : 'offer place', before, after))
  }
  return [...log, ...placesEntries(sessions)]
}

export function expireLater(
  { jobs }: Pick<Filling, 'jobs'>,
  trx: Trx,
  clinicId: string,
  registrationId: string,
  startAfter: Instant,
): Promise<void> {
  return jobs.enqueue(trx, expirePlaceOffer, { clinicId, registrationId }, { startAfter })
}

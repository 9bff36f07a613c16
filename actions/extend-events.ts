import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { listOriginals, type Session } from '../db/queries/event-sessions.ts'
import { type EventRow, lockEventsToExtend, updateEventsExtended } from '../db/queries/events.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { insertSessionClashes, type SessionClashRow } from '../db/queries/session-clashes.ts'
import { insertSessions } from '../db/queries/write-sessions.ts'
import { timeOf } from '../domain/event-change.ts'
import type { Instant } from '../domain/interval.ts'
import { expand } from '../domain/recurrence.ts'
import { decideSessions, type SessionRequest } from '../domain/session-decision.ts'
import { midnightAfterMonths } from '../domain/zone.ts'
import { extendEvents as contract, type JobIds } from '../jobs/contracts.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'
import { sessionClashEntry, sessionEntry } from './event-log.ts'
import { noOverride } from './hold-slot.ts'
import { clashOf, newSession } from './new-session.ts'
import { lockSessionFacts } from './session-facts.ts'

/**
 * Puts into the book what the rules of the clinic's events give up to its horizon, one event after the other, and asks to
 * be called again in a month. A session whose place is taken is kept as a clash of its event: there is nobody to ask.
 */
export async function extendEvents(context: SystemContext, { clinicId }: JobIds<'clinicId'>): Promise<void> {
  let hasMore = true
  while (hasMore)
    await changeUnasked(context, clinicId, async (trx) => {
      const now = context.now()
      const { zone, seriesHorizonMonths } = await getClinic(trx, clinicId)
      const horizon = midnightAfterMonths(now, seriesHorizonMonths, zone)
      const [event] = await lockEventsToExtend(trx, clinicId, horizon, 1)
      hasMore = event !== undefined
      return event ? extendEvent(trx, clinicId, event, { horizon, now }) : []
    })
  await changeUnasked(context, clinicId, async (trx) => {
    await extendEventsLater(trx, context, clinicId)
    return []
  })
}

/** Asks for the events of the clinic to be extended in a month; asked before, it is asked once. */
export async function extendEventsLater(
  trx: Trx,
  { jobs, now }: Pick<SystemContext, 'jobs' | 'now'>,
  clinicId: string,
): Promise<void> {
  await jobs.enqueue(trx, contract, { clinicId }, { startAfter: midnightAfterMonths(now(), 1, 'utc') })
}

async function extendEvent(
  trx: Trx,
  clinicId: string,
  event: EventRow,
  { horizon, now }: { readonly horizon: Instant; readonly now: Instant },
): Promise<LogEntry[]> {
  const requests = await restOf(trx, clinicId, event, horizon)
  await updateEventsExtended(trx, clinicId, [event.id], horizon)
  if (requests.length === 0) return []
  const span = { start: requests[0]!.start, end: requests.at(-1)!.start }
  const wanted = { therapistIds: event.facilitatorIds, roomIds: event.roomId ? [event.roomId] : [], span }
  const { facts, resources } = await lockSessionFacts(trx, clinicId, wanted, now)
  const decisions = decideSessions(requests, { title: event.title, override: new Set(), now }, facts)
  const making = { override: noOverride, resources, now, by: 'job' as const }
  const added: Session[] = []
  const clashes: SessionClashRow[] = []
  for (const each of decisions)
    if (each.place) added.push(newSession(event, each.request, each.place, making))
    else clashes.push(clashOf(event, each))
  await insertSessions(trx, clinicId, added, now)
  await insertSessionClashes(trx, clinicId, clashes, now)
  return [
    ...added.map((each) => sessionEntry('add session', undefined, each)),
    ...clashes.map((each) => sessionClashEntry(event, each)),
  ]
}

/** What the rule gives up to the horizon and is no session yet. A rule that asks for too much by now gives nothing more. */
async function restOf(trx: Trx, clinicId: string, event: EventRow, horizon: Instant): Promise<SessionRequest[]> {
  const { facilitatorIds, roomId, capacity, rrule, lastStartsAt } = event
  const end = lastStartsAt === null ? horizon : Math.min(horizon, lastStartsAt + 1)
  const rest = expand({ ...event, rrule: rrule! }, { start: event.extendedUntil, end })
  if ('problem' in rest) return []
  const there = await listOriginals(trx, clinicId, event.id, event.extendedUntil)
  return rest.occurrences
    .filter(({ at }) => !there.has(at))
    .map(({ at }) => ({ original: at, ...timeOf(at, event), therapistIds: facilitatorIds, roomId, capacity }))
}

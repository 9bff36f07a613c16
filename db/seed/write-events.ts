import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { setSlug } from '../queries/event-slugs.ts'
import { insertEvent } from '../queries/events.ts'
import { insertSessionClashes } from '../queries/session-clashes.ts'
import { insertSessions } from '../queries/write-sessions.ts'
import type { DemoEvents } from './demo-events.ts'

/** Writes events with their sessions and the time these take. */
export async function writeEvents(
  trx: Trx,
  clinicId: string,
  { events, sessions, clashes }: DemoEvents,
  now: Instant,
): Promise<void> {
  for (const event of events) {
    await insertEvent(trx, clinicId, event, event.createdAt)
    await setSlug(trx, clinicId, event.id, event.slug)
  }
  await insertSessions(trx, clinicId, sessions, now)
  await insertSessionClashes(trx, clinicId, clashes, now)
}

import type { LogEntry } from '../db/queries/log.ts'
import type { CountedSession } from '../db/queries/places.ts'
import type { RegistrationRow } from '../db/queries/registrations.ts'

/** What happened to a registration, for both logs. */
export function registrationEntry(
  action: string,
  before: RegistrationRow | undefined,
  after: RegistrationRow,
): LogEntry {
  return { action, kind: 'registration', id: after.id, version: after.version, before, after }
}

/** Every desk that sees the sessions is to see their places; of those who have them it hears nothing here. */
export function placesEntries(sessions: readonly CountedSession[]): LogEntry[] {
  return sessions.map(({ id, version, place, placesTaken, placesVersion }) => ({
    ...{ action: 'count places', kind: 'session', id, version, place, was: place },
    ...{ before: null, after: { placesTaken, placesVersion } },
  }))
}

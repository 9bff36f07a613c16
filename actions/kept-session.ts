import type { Session } from '../db/queries/event-sessions.ts'

/** A session in an answer that tells of many and of their event once: answers are kept, and events have long descriptions. */
export type KeptSession = Omit<Session, 'event'>

export function keptSession({ event: _event, ...session }: Session): KeptSession {
  return session
}

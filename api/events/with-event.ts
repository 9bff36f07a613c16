import type { KeptSession } from '../../actions/kept-session.ts'
import type { EventRow } from '../../db/queries/events.ts'

/** An answer that tells of many sessions, each with the event that the answer names once. */
export function withEvent<Answer extends { readonly kind: string }>(answer: Answer): Answer {
  if ('event' in answer && 'sessions' in answer) {
    const { event, sessions } = answer as unknown as Told
    return {
      ...answer,
      sessions: sessions.map((each) => ({ ...each, session: each.session && { ...each.session, event } })),
    }
  }
  if ('session' in answer && 'sessions' in answer) {
    const { session, sessions } = answer as unknown as Moved
    return { ...answer, sessions: sessions.map((each) => ({ ...each, event: session.event })) }
  }
  return answer
}

interface Told {
  readonly event: EventRow
  readonly sessions: readonly { readonly session: KeptSession | null }[]
}

interface Moved {
  readonly session: { readonly event: EventRow }
  readonly sessions: readonly KeptSession[]
}

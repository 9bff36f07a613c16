import type { Session } from '../db/queries/event-sessions.ts'
import { updateEventRow } from '../db/queries/events.ts'
import { updateSessions } from '../db/queries/write-sessions.ts'
import { sessionsTouched } from '../domain/event-change.ts'
import { cancelledRefusal, changeSession, type ScopedInput, type SessionChange } from './change-session.ts'
import type { ActionContext } from './context.ts'
import { eventEntry, sessionEntry } from './event-log.ts'
import { type KeptSession, keptSession } from './kept-session.ts'
import { checkedText } from './override.ts'
import type { BookingRefused } from './refuse-booking.ts'
import { tellOfSessions } from './tell-registrants.ts'

export interface CancelSessionInput extends ScopedInput {
  /** Why, for those who were to come. */
  readonly note?: string | null
}

export interface SessionCancelled {
  readonly kind: 'session-cancelled'
  readonly session: Session
  readonly sessions: readonly KeptSession[]
}

/** Cancels a session, those from it on or all that are still to come: they take nobody's time any more. */
export function cancelSession(
  context: ActionContext,
  input: CancelSessionInput,
): Promise<SessionCancelled | BookingRefused> {
  const note = checkedText(input.note, 1000, ['input', 'note'])
  return changeSession<SessionCancelled>(context, 'cancelSession', input, async (change) => {
    const { trx, clinicId, event, sessions, session, now } = change
    const cancelled = cancelledRefusal(session)
    if (cancelled) return { refused: cancelled }
    const touched = sessionsTouched(sessions, session, input.scope ?? 'this', now)
    const lastStartsAt = endOf(change, input)
    const isEnded = event.rrule !== null && lastStartsAt !== event.lastStartsAt
    const next = isEnded ? { ...event, lastStartsAt } : event
    const after = isEnded ? { ...next, version: event.version + 1, updatedAt: now } : event
    if (isEnded) await updateEventRow(trx, clinicId, next, now)
    const gone = touched.map(
      (each): Session => ({ ...each, event: after, status: 'cancelled', cancelledAt: now, cancellationNote: note }),
    )
    await updateSessions(trx, clinicId, gone, now)
    await tellOfSessions(context, trx, 'session_cancelled', gone)
    const kept = gone.map((each) => ({ ...each, version: each.version + 1, updatedAt: now }))
    return {
      written: { kind: 'session-cancelled', session: kept[touched.indexOf(session)]!, sessions: kept.map(keptSession) },
      log: [
        ...(isEnded ? [eventEntry('end event', event, after)] : []),
        ...kept.map((each, at) => sessionEntry('cancel session', touched[at], each)),
      ],
    }
  })
}

/** When the event gives its last session from now on: what comes after those that are cancelled to the end is not added. */
function endOf({ event, session, now }: SessionChange, { scope }: CancelSessionInput): number | null {
  if (!scope || scope === 'this') return event.lastStartsAt
  const before = (scope === 'all' ? Math.min(now, session.originalStartsAt) : session.originalStartsAt) - 1
  return event.lastStartsAt === null ? before : Math.min(before, event.lastStartsAt)
}

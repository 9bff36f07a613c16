import type { CalendarChangedSubscription, CalendarChangedSubscriptionVariables } from '../generated/graphql.ts'
import { CalendarChangedDocument, EventsChangedDocument, WaitlistChangedDocument } from '../generated/graphql.ts'
import { confirmSession } from '../session/session.ts'
import { type LiveHandlers, makeLiveConnection } from './make-connection.ts'

export type { LiveStatus } from './make-status.ts'
export type CalendarChangeAnswer = CalendarChangedSubscription['calendarChanged']

const connection = makeLiveConnection({
  url: `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/graphql`,
  onSessionEnded: () => void confirmSession(),
})

window.addEventListener('online', connection.hurry)
window.addEventListener('offline', connection.drop)
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && connection.hurry())

export const liveStatus = connection.status

/**
 * Changes of the calendar from the cursor `after` on. `variables` is asked again whenever the connection comes back:
 * name the cursor of the last change that was applied, and nothing is missed.
 */
export function subscribeCalendar(
  variables: () => CalendarChangedSubscriptionVariables,
  handlers: LiveHandlers<CalendarChangeAnswer>,
): () => void {
  return connection.subscribe(CalendarChangedDocument, variables, {
    next: (data) => handlers.next(data.calendarChanged),
    refused: handlers.refused,
  })
}

/** That something changed of who waits, what is free or what is offered, from the cursor on. */
export function subscribeWaitlist(after: () => string | undefined, handlers: LiveHandlers<string>): () => void {
  return connection.subscribe(WaitlistChangedDocument, () => ({ after: after() ?? null }), {
    next: (data) => handlers.next(data.waitlistChanged.cursor),
    refused: handlers.refused,
  })
}

/** That something changed of events or of who comes to them, from the cursor on. */
export function subscribeEvents(after: () => string | undefined, handlers: LiveHandlers<string>): () => void {
  return connection.subscribe(EventsChangedDocument, () => ({ after: after() ?? null }), {
    next: (data) => handlers.next(data.eventsChanged.cursor),
    refused: handlers.refused,
  })
}

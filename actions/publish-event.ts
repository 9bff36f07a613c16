import type { Session } from '../db/queries/event-sessions.ts'
import { type EventRow, updateEventRow } from '../db/queries/events.ts'
import { updateSessions } from '../db/queries/write-sessions.ts'
import { afterPublishing, type Publishing, type PublishStatus } from '../domain/event.ts'
import { changeEvent, type EventChange } from './change-event.ts'
import type { VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { eventEntry, sessionEntry } from './event-log.ts'
import { checkEventsRight } from './event-rights.ts'
import { fillLines } from './fill-places.ts'
import { type EventRefused, eventProblem, refuseEvent } from './refuse-event.ts'
import { tellOfSessions } from './tell-registrants.ts'

export interface EventStanding<Kind extends string> {
  readonly kind: Kind
  readonly event: EventRow
}

export type EventPublished = EventStanding<'event-published'>
export type EventUnpublished = EventStanding<'event-unpublished'>
export type EventArchived = EventStanding<'event-archived'>

/** Shows an event to the public, with those of its sessions that are not over. */
export function publishEvent(context: ActionContext, input: VersionedInput): Promise<EventPublished | EventRefused> {
  return stepTo(context, input, 'publish', 'event-published')
}

/** Takes an event back to a draft, which the public does not see. */
export function unpublishEvent(
  context: ActionContext,
  input: VersionedInput,
): Promise<EventUnpublished | EventRefused> {
  return stepTo(context, input, 'unpublish', 'event-unpublished')
}

/** Ends an event: the public does not see it, and what is still to come is cancelled and takes nobody's time. */
export function archiveEvent(context: ActionContext, input: VersionedInput): Promise<EventArchived | EventRefused> {
  return stepTo(context, input, 'archive', 'event-archived')
}

function stepTo<Kind extends string>(
  context: ActionContext,
  input: VersionedInput,
  step: Publishing,
  kind: Kind,
): Promise<EventStanding<Kind> | EventRefused> {
  checkEventsRight(context)
  return changeEvent<EventStanding<Kind>>(context, `${step}Event`, input, async (change) => {
    const { trx, clinicId, event, now } = change
    const publishStatus = afterPublishing(event.publishStatus, step)
    if (publishStatus === undefined) return { refused: refuseEvent(impossible(event, step)) }
    const publishedAt = step === 'publish' ? (event.publishedAt ?? now) : event.publishedAt
    const next: EventRow = { ...event, publishStatus, publishedAt }
    const after: EventRow = { ...next, version: event.version + 1, updatedAt: now }
    const sessions = sessionsAfter(change, step)
    await updateEventRow(trx, clinicId, next, now)
    await updateSessions(
      trx,
      clinicId,
      sessions.map(({ next }) => next),
      now,
    )
    if (step === 'archive')
      await tellOfSessions(
        context,
        trx,
        'session_cancelled',
        sessions.map((each) => each.before),
      )
    const written = { kind, event: after }
    const entries = sessions.map(({ before, next }) =>
      sessionEntry(`${step} session`, before, { ...next, version: before.version + 1, updatedAt: now }),
    )
    const filled = step === 'publish' ? await fillLines(context, trx, clinicId, event.id) : []
    return { written, log: [eventEntry(`${step} event`, event, after), ...entries, ...filled] }
  })
}

/** The sessions that go with it: those that are not over and not as they are to be. */
function sessionsAfter({ sessions, now }: EventChange, step: Publishing) {
  const toCome = sessions.filter((each) => each.endsAt > now && each.status !== 'cancelled')
  const nextOf = (before: Session): Session => {
    if (step === 'archive') return { ...before, status: 'cancelled', cancelledAt: now }
    return { ...before, publishStatus: step === 'publish' ? 'published' : 'draft' }
  }
  return toCome
    .map((before) => ({ before, next: nextOf(before) }))
    .filter(({ before, next }) => next.publishStatus !== before.publishStatus || next.status !== before.status)
}

const spoken: Readonly<Record<PublishStatus, string>> = {
  draft: 'a draft',
  published: 'published already',
  archived: 'archived',
}

function impossible({ title, publishStatus }: EventRow, step: Publishing) {
  const isDone = publishStatus === afterPublishing('draft', step)
  const message = isDone
    ? `${title} is ${step === 'archive' ? 'archived' : 'published'} already.`
    : `${title} is ${spoken[publishStatus]}: there is nothing to ${step}.`
  return eventProblem('TERMINAL_STATUS', message)
}

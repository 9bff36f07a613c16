import { mayKeepFeed } from '../domain/feed.ts'
import { type Caller, rightsOfCaller } from './caller.ts'
import type { ActionContext } from './context.ts'
import { forbidden } from './errors.ts'

/** Whose calendars somebody sees who names nobody: undefined for all. */
export function ownCalendarOf(caller: Caller): string | undefined {
  if (rightsOfCaller(caller).has('edit_feeds')) return undefined
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  if (!own) throw forbidden('You have no calendar of your own.')
  return own
}

/** Refuses whoever may not say what stands in the therapist's own calendars. */
export function checkCalendarKeeper({ caller }: Pick<ActionContext, 'caller'>, therapistId: string): void {
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  if (!mayKeepFeed(rightsOfCaller(caller), { kind: 'therapist', resourceId: therapistId }, own))
    throw forbidden('You may keep calendars of your own alone.')
}

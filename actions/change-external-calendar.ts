import { mayKeepFeed } from '../domain/feed.ts'
import { rightsOfCaller } from './caller.ts'
import type { ActionContext } from './context.ts'
import { forbidden } from './errors.ts'

/** Refuses whoever may not say what stands in the therapist's own calendars. */
export function checkCalendarKeeper({ caller }: Pick<ActionContext, 'caller'>, therapistId: string): void {
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  if (!mayKeepFeed(rightsOfCaller(caller), { kind: 'therapist', resourceId: therapistId }, own))
    throw forbidden('You may keep calendars of your own alone.')
}

import { mayChangeEvent } from '../domain/rights.ts'
import { rightsOfCaller } from './caller.ts'
import type { ActionContext } from './context.ts'
import { forbidden } from './errors.ts'

/** Refuses a caller who may not change an event that those people run. */
export function checkEventRight({ caller }: ActionContext, facilitatorIds: readonly string[]): void {
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  if (mayChangeEvent(rightsOfCaller(caller), facilitatorIds, own)) return
  throw forbidden(
    caller.kind === 'partner'
      ? 'This key may only read: changing events asks for the scope `write`.'
      : 'You may change only the events that you run.',
  )
}

/** Refuses a caller who may not make events, nor say whether the public sees them. */
export function checkEventsRight({ caller }: ActionContext): void {
  if (rightsOfCaller(caller).has('edit_events')) return
  throw forbidden(
    caller.kind === 'partner'
      ? 'This key may only read: changing events asks for the scope `write`.'
      : 'You may not make, publish or archive events.',
  )
}

import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql'
import { rightsOfCaller } from '../../actions/caller.ts'
import type { Session } from '../../db/queries/event-sessions.ts'
import type { EventRow } from '../../db/queries/events.ts'
import { maySeeRoster } from '../../domain/rights.ts'
import { type ApiContext, callerOf } from '../context.ts'
import { clientError } from '../graphql/errors.ts'

/**
 * Refuses everybody who may not see who comes to what those people run. A live change is written once for all who watch, so
 * it never tells who comes.
 */
export function checkRoster(context: ApiContext, info: GraphQLResolveInfo, facilitatorIds: readonly string[]): void {
  const caller = callerOf(context)
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  if (!maySeeRoster(rightsOfCaller(caller), facilitatorIds, own))
    throw clientError('FORBIDDEN', 'You may see who comes to what you run yourself.')
  if (info.operation.operation === OperationTypeNode.SUBSCRIPTION)
    throw clientError('FORBIDDEN', 'Who comes is not told live. Ask again when places have changed.')
}

/** Those who run the session, or its event. */
export function facilitatorsOf({ event, facilitatorIds }: Pick<Session, 'facilitatorIds'> & { event: EventRow }) {
  return [...event.facilitatorIds, ...facilitatorIds]
}

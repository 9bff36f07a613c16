import type { ReplyContext } from '../../actions/carry-out-reply.ts'
import type { Services } from '../context.ts'

/** What an action is given that a provider's word brings about. */
export function replying({ db, now, announce, secret, jobs }: Services, requestId: string): ReplyContext {
  return { db, now, announce, secret, jobs, requestId }
}

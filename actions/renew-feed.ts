import { type FeedRow, updateFeedToken } from '../db/queries/feeds.ts'
import { checkMutationId } from './change-clinic.ts'
import { changeFeed } from './change-feed.ts'
import type { RecordRefused, RecordSaved, VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { makeLinkToken } from './one-time-secret.ts'

/** A feed with the only thing its address is made of: told once, as only its hash is kept. */
export interface FeedWithToken extends RecordSaved<FeedRow> {
  readonly token: string
}

/** Gives the feed another address; the one before leads nowhere any more. */
export async function renewFeed(context: ActionContext, input: VersionedInput): Promise<FeedWithToken | RecordRefused> {
  const { token, hash } = makeLinkToken()
  // A repeated request could not tell the address again: it is refused by its version.
  const { clientMutationId, ...once } = input
  checkMutationId(clientMutationId)
  const answer = await changeFeed(context, {
    ...{ action: 'renew feed', operation: 'renewFeed', input: once },
    write: (trx, clinicId, { id }, now) => updateFeedToken(trx, clinicId, id, hash, now),
  })
  return answer.kind === 'refused' ? answer : { ...answer, token }
}

import { type FeedRow, revokeFeedAt } from '../db/queries/feeds.ts'
import { changeFeed } from './change-feed.ts'
import type { RecordRefused, RecordSaved, VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** Ends a feed: whoever has its address has nothing, from the next time on. */
export function revokeFeed(
  context: ActionContext,
  input: VersionedInput,
): Promise<RecordSaved<FeedRow> | RecordRefused> {
  return changeFeed(context, {
    ...{ action: 'revoke feed', operation: 'revokeFeed', input },
    write: (trx, clinicId, { id }, now) => revokeFeedAt(trx, clinicId, id, now),
  })
}

import { type FeedRow, updateFeedRow } from '../db/queries/feeds.ts'
import type { FeedContent, FeedPrivacy } from '../domain/feed.ts'
import { checkFields, given } from '../domain/record.ts'
import { changeFeed, checkedContents, LONGEST_FEED_NAME } from './change-feed.ts'
import type { RecordRefused, RecordSaved, VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** What is left out stays. */
export interface UpdateFeedInput extends VersionedInput {
  readonly name?: string | null
  readonly privacy?: FeedPrivacy | null
  readonly includes?: readonly FeedContent[] | null
}

/** Changes what a feed is called or what it says; its address stays. */
export function updateFeed(
  context: ActionContext,
  input: UpdateFeedInput,
): Promise<RecordSaved<FeedRow> | RecordRefused> {
  const fields = checkFields()
  const changes = given({
    name: fields.line('name', input.name, LONGEST_FEED_NAME),
    privacy: input.privacy ?? undefined,
    includes: input.includes ? checkedContents(fields, input.includes) : undefined,
  })
  return changeFeed(context, {
    ...{ action: 'update feed', operation: 'updateFeed', input, fields },
    write: (trx, clinicId, current, now) => updateFeedRow(trx, clinicId, { ...current, ...changes }, now),
  })
}

import type { Trx } from '../db/connect.ts'
import { type FeedRow, getFeed, lockFeed } from '../db/queries/feeds.ts'
import { type FeedContent, type FeedSubject, feedContents, mayKeepFeed } from '../domain/feed.ts'
import type { Instant } from '../domain/interval.ts'
import type { FieldCheck } from '../domain/record.ts'
import { rightsOfCaller } from './caller.ts'
import {
  changeRecord,
  type RecordRefused,
  type RecordSaved,
  savedRecord,
  staleProblem,
  type VersionedInput,
} from './change-record.ts'
import type { ActionContext } from './context.ts'
import { forbidden, notFound } from './errors.ts'
import { checkId } from './ids.ts'

export const LONGEST_FEED_NAME = 100

/** Refuses whoever may not keep the feed. */
export function checkKeeper({ caller }: ActionContext, subject: FeedSubject): void {
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  if (!mayKeepFeed(rightsOfCaller(caller), subject, own))
    throw forbidden('You may keep feeds of your own calendar alone.')
}

/** Each content once, in one order; refused when there is none. */
export function checkedContents(fields: FieldCheck, includes: readonly FeedContent[]): readonly FeedContent[] {
  if (includes.length === 0) fields.refuse('includes', 'must name at least one')
  return feedContents.filter((each) => includes.includes(each))
}

interface FeedChange {
  readonly action: string
  readonly operation: string
  readonly input: VersionedInput
  readonly fields?: FieldCheck
  readonly write: (trx: Trx, clinicId: string, current: FeedRow, now: Instant) => Promise<void>
}

/** One change of a private feed, seen at the version expected, by somebody who may keep it. */
export function changeFeed(
  context: ActionContext,
  { action, fields, input, operation, write }: FeedChange,
): Promise<RecordSaved<FeedRow> | RecordRefused> {
  return changeRecord(context, {
    ...{ right: 'read_calendar', operation, input, fields },
    work: async (trx, clinicId, now) => {
      checkId(input.id, 'feed', ['input', 'id'])
      const current = await lockFeed(trx, clinicId, input.id)
      if (!current || current.revokedAt !== null || current.kind === 'events') throw notFound('feed', ['input', 'id'])
      checkKeeper(context, current)
      const stale = await staleProblem(trx, clinicId, current, input.expectedVersion)
      if (stale) return { refused: stale }
      await write(trx, clinicId, current, now)
      return savedRecord(action, 'feed', current, await getFeed(trx, clinicId, current.id))
    },
  })
}

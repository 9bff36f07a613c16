import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { lockClient } from '../db/queries/clients.ts'
import { getFeed, insertFeed } from '../db/queries/feeds.ts'
import { findResource } from '../db/queries/resource-changes.ts'
import type { FeedContent, FeedPrivacy, PrivateFeedKind } from '../domain/feed.ts'
import { checkFields } from '../domain/record.ts'
import type { Repeatable } from './change-clinic.ts'
import { checkedContents, checkKeeper, LONGEST_FEED_NAME } from './change-feed.ts'
import { changeRecord, type RecordRefused, savedRecord } from './change-record.ts'
import { type ActionContext, actorOf } from './context.ts'
import { ActionError, badInput, notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { makeLinkToken } from './one-time-secret.ts'
import type { FeedWithToken } from './renew-feed.ts'

export interface CreateFeedInput extends Repeatable {
  readonly kind: PrivateFeedKind
  readonly therapistId?: string | null
  readonly roomId?: string | null
  readonly clientId?: string | null
  readonly name: string
  /** Left out: that time is taken, and no more. */
  readonly privacy?: FeedPrivacy | null
  readonly includes?: readonly FeedContent[] | null
}

/** A feed of one therapist, room or client. Its address is told once: a repeated request cannot tell it again. */
export async function createFeed(
  context: ActionContext,
  input: CreateFeedInput,
): Promise<FeedWithToken | RecordRefused> {
  const id = uuidv7()
  const { token, hash: tokenHash } = makeLinkToken()
  const subject = subjectOf(input)
  const fields = checkFields()
  const name = fields.line('name', input.name, LONGEST_FEED_NAME)
  const includes = checkedContents(fields, input.includes ?? ['appointments', 'sessions'])
  checkKeeper(context, subject)
  const answer = await changeRecord(context, {
    ...{ right: 'read_calendar', operation: 'createFeed', input, fields },
    work: async (trx, clinicId, now) => {
      await checkSubject(trx, clinicId, subject)
      const { name: createdBy } = actorOf(context.caller)
      const feed = { ...subject, id, name, includes, privacy: input.privacy ?? 'busy', tokenHash, createdBy }
      await insertFeed(trx, clinicId, feed, now)
      return savedRecord('create feed', 'feed', undefined, await getFeed(trx, clinicId, id))
    },
  })
  if (answer.kind === 'refused') return answer
  if (answer.record.id !== id)
    throw new ActionError('CONFLICT', 'This feed was made already and its address told. Renew it to have another.')
  return { ...answer, token }
}

interface Subject {
  readonly kind: PrivateFeedKind
  readonly resourceId: string | null
  readonly clientId: string | null
}

const NAMES = { therapist: 'therapistId', room: 'roomId', client: 'clientId' } as const
const subjects = [
  ['therapist', 'therapistId'],
  ['room', 'roomId'],
  ['client', 'clientId'],
] as const

function subjectOf(input: CreateFeedInput): Subject {
  const { kind } = input
  for (const [each, name] of subjects) if (input[name] != null) checkId(input[name], each, ['input', name])
  for (const [each, name] of subjects)
    if ((each === kind) !== (input[name] != null))
      throw badInput(`A feed of a ${kind} needs ${NAMES[kind]} and no other.`, ['input', name])
  const id = input[NAMES[kind]]!
  return kind === 'client' ? { kind, clientId: id, resourceId: null } : { kind, clientId: null, resourceId: id }
}

async function checkSubject(trx: Trx, clinicId: string, { clientId, kind, resourceId }: Subject): Promise<void> {
  const found =
    kind === 'client'
      ? await lockClient(trx, clinicId, clientId!)
      : await findResource(trx, clinicId, kind, resourceId!)
  if (!found) throw notFound(kind, ['input', NAMES[kind]])
}

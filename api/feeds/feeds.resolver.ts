import DataLoader from 'dataloader'
import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { rightsOfCaller } from '../../actions/caller.ts'
import { createFeed } from '../../actions/create-feed.ts'
import { type FeedWithToken, renewFeed } from '../../actions/renew-feed.ts'
import { revokeFeed } from '../../actions/revoke-feed.ts'
import { updateFeed } from '../../actions/update-feed.ts'
import { countChangedSincePulled, type FeedRow, listFeeds } from '../../db/queries/feeds.ts'
import { type ApiContext, acting, callerOf, reading } from '../context.ts'
import { clientError } from '../graphql/errors.ts'
import { recordResult } from '../records/record-results.ts'
import { CreateFeedInput, Feed, RenewFeedInput, RevokeFeedInput, UpdateFeedInput } from './feed.type.ts'

@ObjectType({ description: 'The feed can be subscribed to from now on.' })
class FeedCreated {
  @Field(() => Feed, { name: 'feed', description: 'As kept.' })
  record!: FeedRow

  @Field(() => String, { description: 'Its address: shown this once, as its token is kept only as a hash.' })
  url!: string
}

@ObjectType({ description: 'The feed as it is now.' })
class FeedUpdated {
  @Field(() => Feed, { name: 'feed', description: 'As kept.' })
  record!: FeedRow
}

@ObjectType({ description: 'The feed has another address; the one before leads nowhere.' })
class FeedRenewed {
  @Field(() => Feed, { name: 'feed', description: 'As kept.' })
  record!: FeedRow

  @Field(() => String, { description: 'Its address: shown this once, as its token is kept only as a hash.' })
  url!: string
}

@ObjectType({ description: 'The address leads nowhere any more.' })
class FeedRevoked {
  @Field(() => Feed, { name: 'feed', description: 'As kept.' })
  record!: FeedRow
}

const CreateFeedResult = recordResult('CreateFeedResult', FeedCreated)
const UpdateFeedResult = recordResult('UpdateFeedResult', FeedUpdated)
const RenewFeedResult = recordResult('RenewFeedResult', FeedRenewed)
const RevokeFeedResult = recordResult('RevokeFeedResult', FeedRevoked)

@Resolver(() => Feed)
export class FeedsResolver {
  @Query(() => [Feed], {
    description:
      'Those that lead somewhere: all for the desk and administrators, for a therapist those of her calendar.',
  })
  feeds(@Ctx() context: ApiContext) {
    const own = ownFeedsOf(context)
    return reading(context, 'read_calendar', (trx, clinicId) => listFeeds(trx, clinicId, own))
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many things it shows have changed since a calendar last asked for it; null when none ever did.',
  })
  changesSince(@Root() { id, pulledAt }: FeedRow, @Ctx() context: ApiContext) {
    return pulledAt === null ? null : changesOf(context).load(id)
  }

  @Mutation(() => CreateFeedResult, { description: 'Makes a feed of one therapist, room or client.' })
  createFeed(@Ctx() context: ApiContext, @Arg('input', () => CreateFeedInput) input: CreateFeedInput) {
    return createFeed(acting(context), input).then((answer) => withUrl(context, answer))
  }

  @Mutation(() => UpdateFeedResult, { description: 'Changes what a feed says; its address stays.' })
  updateFeed(@Ctx() context: ApiContext, @Arg('input', () => UpdateFeedInput) input: UpdateFeedInput) {
    return updateFeed(acting(context), input)
  }

  @Mutation(() => RenewFeedResult, { description: 'Gives a feed another address.' })
  renewFeed(@Ctx() context: ApiContext, @Arg('input', () => RenewFeedInput) input: RenewFeedInput) {
    return renewFeed(acting(context), input).then((answer) => withUrl(context, answer))
  }

  @Mutation(() => RevokeFeedResult, { description: 'Ends a feed.' })
  revokeFeed(@Ctx() context: ApiContext, @Arg('input', () => RevokeFeedInput) input: RevokeFeedInput) {
    return revokeFeed(acting(context), input)
  }
}

/** Of whose calendar alone the caller may keep feeds; undefined of everybody's. */
function ownFeedsOf(context: ApiContext): string | undefined {
  const caller = callerOf(context)
  if (rightsOfCaller(caller).has('edit_feeds')) return undefined
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  if (own === undefined) throw clientError('FORBIDDEN', 'You may not see the feeds.')
  return own
}

function withUrl<Other extends { kind: string }>({ services }: ApiContext, answer: FeedWithToken | Other) {
  return 'token' in answer ? { ...answer, url: `${services.publicUrl}/feeds/${answer.token}.ics` } : answer
}

const counts = new WeakMap<ApiContext, DataLoader<string, number>>()

function changesOf(context: ApiContext): DataLoader<string, number> {
  const known = counts.get(context)
  if (known) return known
  const made = new DataLoader(async (ids: readonly string[]) => {
    const found = await reading(context, 'read_calendar', (trx, clinicId) =>
      countChangedSincePulled(trx, clinicId, ids),
    )
    return ids.map((id) => found.get(id) ?? 0)
  })
  counts.set(context, made)
  return made
}

import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { CreateFeedInput as Create } from '../../actions/create-feed.ts'
import type { UpdateFeedInput as Update } from '../../actions/update-feed.ts'
import type {
  FeedContent as Content,
  FeedKind as Kind,
  FeedPrivacy as Privacy,
  PrivateFeedKind as PrivateKind,
} from '../../domain/feed.ts'
import type { Instant } from '../../domain/interval.ts'
import { FeedContent, FeedKind, FeedPrivacy, PrivateFeedKind } from '../graphql/enums.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'

@ObjectType({ description: 'A calendar that other programs subscribe to, as an address of iCalendar text.' })
export class Feed {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change of the feed itself.' })
  version!: number

  @Field(() => FeedKind, { description: 'What it is of.' })
  kind!: Kind

  @Field(() => ID, { nullable: true, description: 'The therapist or room it is of.' })
  resourceId!: string | null

  @Field(() => ID, { nullable: true, description: 'The client it is of.' })
  clientId!: string | null

  @Field(() => String, { nullable: true, description: 'The name of the therapist, room or client it is of.' })
  subject!: string | null

  @Field(() => String, { description: 'How calendars call it.' })
  name!: string

  @Field(() => FeedPrivacy, { description: 'How much it says.' })
  privacy!: Privacy

  @Field(() => [FeedContent], { description: 'What it shows.' })
  includes!: Content[]

  @Field(() => DateTime, { nullable: true, description: 'When a calendar last asked for it; null for never.' })
  pulledAt!: Instant | null

  @Field(() => String, { description: 'Who made it.' })
  createdBy!: string

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Instant
}

@InputType({ description: 'A feed of one therapist, room or client.' })
export class CreateFeedInput extends Repeatable implements Create {
  @Field(() => PrivateFeedKind, { description: 'What it is of.' })
  kind!: PrivateKind

  @Field(() => ID, { nullable: true, description: 'Whose, for a feed of a therapist.' })
  therapistId?: string | null

  @Field(() => ID, { nullable: true, description: 'Of which room, for a feed of a room.' })
  roomId?: string | null

  @Field(() => ID, { nullable: true, description: 'Whose, for a feed of a client.' })
  clientId?: string | null

  @Field(() => String, { description: 'How calendars call it, at most 100 characters.' })
  name!: string

  @Field(() => FeedPrivacy, { nullable: true, description: 'How much it says: BUSY when left out.' })
  privacy?: Privacy | null

  @Field(() => [FeedContent], {
    nullable: true,
    description: 'What it shows, at least one: appointments and sessions when left out.',
  })
  includes?: Content[] | null
}

@InputType({ description: 'Another name or other contents; what is left out stays.' })
export class UpdateFeedInput extends Versioned implements Update {
  @Field(() => String, { nullable: true, description: 'How calendars call it, at most 100 characters.' })
  name?: string | null

  @Field(() => FeedPrivacy, { nullable: true, description: 'How much it says.' })
  privacy?: Privacy | null

  @Field(() => [FeedContent], { nullable: true, description: 'What it shows, at least one.' })
  includes?: Content[] | null
}

@InputType({ description: 'The end of a feed.' })
export class RevokeFeedInput extends Versioned {}

@InputType({ description: 'Another address for a feed.' })
export class RenewFeedInput extends Versioned {}

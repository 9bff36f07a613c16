import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import {
  MessageAudience,
  MessageChannel,
  MessageKind,
  MessageProvider,
  MessageStatus,
  Reply,
} from '../graphql/enums.ts'
import { DateTime } from '../graphql/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'What a provider takes for a message.' })
export class MessageCost {
  @Field(() => Float, { description: 'In units of the currency.' })
  amount!: number

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string
}

@ObjectType({ simpleResolvers: true, description: 'Something that comes with a mail.' })
export class MessageAttachment {
  @Field(() => String, { description: 'As a file is named.' })
  name!: string

  @Field(() => String, { description: 'Its media type.' })
  contentType!: string

  @Field(() => String, { description: 'All of it.' })
  content!: string
}

@ObjectType({ simpleResolvers: true, description: 'A message as its reader sees or hears it.' })
export class MessageContent {
  @Field(() => String, { nullable: true, description: 'Of a mail, or of a message in the portal.' })
  subject!: string | null

  @Field(() => String, { description: 'All of a text or call; of a mail, its part for those who read plain text.' })
  text!: string

  @Field(() => String, { nullable: true, description: 'Of a mail: a whole page.' })
  html!: string | null

  @Field(() => [MessageAttachment], { description: 'The calendar file of a mail.' })
  attachments!: MessageAttachment[]
}

@ObjectType({ simpleResolvers: true, description: 'An e-mail, text or call, from being due to being answered.' })
export class Message {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number

  @Field(() => MessageKind, { description: 'What it says.' })
  kind!: string

  @Field(() => MessageChannel, { description: 'Where it is read or heard.' })
  channel!: string

  @Field(() => MessageAudience, { description: 'Whom it is for.' })
  audience!: string

  @Field(() => String, { description: 'The address or number.' })
  recipient!: string

  @Field(() => String, { description: 'ISO 639-1.' })
  language!: string

  @Field(() => MessageStatus, { description: 'How far it is.' })
  status!: string

  @Field(() => DateTime, { description: 'When it is to leave, or was.' })
  dueAt!: Instant

  @Field(() => DateTime, { nullable: true, description: 'When a provider took it.' })
  sentAt!: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'When it arrived.' })
  deliveredAt!: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'When it failed, came back, or was called off.' })
  endedAt!: Instant | null

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number

  @Field(() => String, { nullable: true, description: 'What went wrong, for people.' })
  failure!: string | null

  @Field(() => String, { nullable: true, description: 'The same as the provider numbers it.' })
  failureCode!: string | null

  @Field(() => MessageProvider, { nullable: true, description: 'Who took it; null before it was tried.' })
  provider!: string | null

  @Field(() => Reply, { nullable: true, description: 'What its reader made of it.' })
  reply!: string | null

  @Field(() => DateTime, { nullable: true, description: 'When.' })
  repliedAt!: Instant | null
}

import { Field, InputType, Int } from 'type-graphql'
import type { TemplateInput } from '../../../actions/change-message-template.ts'
import type { SendTestMessageInput as SendTest } from '../../../actions/send-test-message.ts'
import type { UpdateMessageTemplateInput as Update } from '../../../actions/update-message-template.ts'
import type { MessageChannel as Channel, MessageKind as Kind } from '../../../domain/message.ts'
import { MessageChannel, MessageKind } from '../../graphql/enums.ts'
import { Repeatable } from '../../graphql/repeatable.ts'

@InputType()
abstract class TemplateKey extends Repeatable {
  @Field(() => MessageKind, { description: 'What the message says.' })
  kind!: Kind

  @Field(() => MessageChannel, { description: 'Where it is read or heard.' })
  channel!: Channel

  @Field(() => String, { description: 'ISO 639-1.' })
  language!: string
}

@InputType({ description: 'Gives up the clinic’s own words for Daybook’s.' })
export class ResetMessageTemplateInput extends TemplateKey implements TemplateInput {
  @Field(() => Int, { description: 'The version the caller saw; 0 for Daybook’s own words.' })
  expectedVersion!: number
}

@InputType({ description: 'The clinic’s own words.' })
export class UpdateMessageTemplateInput extends ResetMessageTemplateInput implements Update {
  @Field(() => String, {
    nullable: true,
    description: 'At most 200 characters; asked for where the channel has subjects.',
  })
  subject?: string | null

  @Field(() => String, {
    description: 'Plain text with variables: at most 10,000 characters, or 1,000 where it is texted or said.',
  })
  body!: string
}

@InputType({ description: 'Words that somebody is typing. Nothing is kept.' })
export class PreviewMessageInput {
  @Field(() => MessageKind, { description: 'What the message says.' })
  kind!: Kind

  @Field(() => MessageChannel, { description: 'Where it is read or heard.' })
  channel!: Channel

  @Field(() => String, { description: 'ISO 639-1.' })
  language!: string

  @Field(() => String, { nullable: true, description: 'As typed so far.' })
  subject?: string | null

  @Field(() => String, { description: 'As typed so far.' })
  body!: string
}

@InputType({ description: 'Shows somebody the words as they are kept, about an appointment that might be.' })
export class SendTestMessageInput extends TemplateKey implements SendTest {
  @Field(() => String, { description: 'An e-mail address, or a telephone number with its country.' })
  to!: string
}

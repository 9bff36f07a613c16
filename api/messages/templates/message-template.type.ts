import { Field, Int, ObjectType } from 'type-graphql'
import type { MessageTemplate as Template } from '../../../jobs/templates/editable-templates.ts'
import type { Preview } from '../../../jobs/templates/preview.ts'
import { MessageChannel, MessageKind } from '../../graphql/enums.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'The words of one kind of message, in one channel and language: the clinic’s own, or Daybook’s.',
})
export class MessageTemplate implements Template {
  @Field(() => MessageKind, { description: 'What the message says.' })
  kind!: Template['kind']

  @Field(() => MessageChannel, { description: 'Where it is read or heard.' })
  channel!: Template['channel']

  @Field(() => String, { description: 'ISO 639-1.' })
  language!: string

  @Field(() => String, { nullable: true, description: 'With variables; null where the channel has no subjects.' })
  subject!: string | null

  @Field(() => String, { description: 'Plain text with variables; empty lines part paragraphs.' })
  body!: string

  @Field(() => Int, {
    description: 'Rises with every change; sent back as expectedVersion. 0 while the words are Daybook’s.',
  })
  version!: number

  @Field(() => Boolean, { description: 'Whether the words are the clinic’s own.' })
  custom!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'Something a template may say, in double braces.' })
export class MessageVariable {
  @Field(() => String, {
    description: 'Written {{name}}; one that starts with has is a condition, {{#name}} around words {{/name}}.',
  })
  name!: string

  @Field(() => String, { description: 'What it stands for.' })
  description!: string

  @Field(() => String, { description: 'What it would say in a message, in English.' })
  example!: string
}

@ObjectType({ simpleResolvers: true, description: 'What typed words would become, with an appointment that might be.' })
export class MessagePreview implements Preview {
  @Field(() => String, { nullable: true, description: 'Of a mail, or of a message in the portal.' })
  subject!: string | null

  @Field(() => String, { description: 'All of a text or call; of a mail, its part for those who read plain text.' })
  text!: string

  @Field(() => String, { nullable: true, description: 'Of a mail: a whole page.' })
  html!: string | null

  @Field(() => Int, { nullable: true, description: 'How many text messages it takes; 3 is the most.' })
  segments!: number | null

  @Field(() => Int, { description: 'How long it is.' })
  characters!: number

  @Field(() => String, {
    nullable: true,
    description: 'Of a text: GSM-7 has room for 160 characters, UCS-2 for 70.',
  })
  encoding!: string | null

  @Field(() => [String], { description: 'Why the words cannot be kept, for people; none when they can.' })
  problems!: string[]
}

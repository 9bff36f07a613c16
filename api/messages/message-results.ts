import { Field, ObjectType } from 'type-graphql'
import { recordResult } from '../records/record-results.ts'
import { Message } from './message.type.ts'

@ObjectType({ description: 'It leaves as soon as it may.' })
export class MessageScheduled {
  @Field(() => Message, { name: 'message', description: 'As it waits.' })
  record!: Message
}

export const ResendMessageResult = recordResult('ResendMessageResult', MessageScheduled)

import { Field, ID, InputType, ObjectType } from 'type-graphql'
import type { MarkConversationReadInput as MarkRead } from '../../actions/mark-conversation-read.ts'
import type { SendAppointmentMessageInput as Send } from '../../actions/send-appointment-message.ts'
import type { Instant } from '../../domain/interval.ts'
import { ActorKind, ReplyIntent } from '../graphql/enums.ts'
import { Repeatable } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'Who wrote: somebody of the clinic or a program of it, or the client.',
})
export class AppointmentMessageAuthor {
  @Field(() => ActorKind, { description: 'MEMBER for the clinic, its programs among it, or CLIENT.' })
  kind!: string

  @Field(() => String, { description: 'As the person, or the key, was called then.' })
  name!: string
}

@ObjectType({ simpleResolvers: true, description: 'What was written between the clinic and the client.' })
export class AppointmentMessage {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => AppointmentMessageAuthor, { description: 'Who wrote it.' })
  author!: AppointmentMessageAuthor

  @Field(() => String, { description: 'Several lines of plain text.' })
  text!: string

  @Field(() => DateTime, { description: 'When it was written.' })
  writtenAt!: Instant

  @Field(() => DateTime, { nullable: true, description: 'When the other side read it; null while it has not.' })
  readAt!: Instant | null
}

@ObjectType({ simpleResolvers: true, description: 'A text or a pressed key that came from a client’s telephone.' })
export class ReceivedReply {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => String, { description: 'As it was typed; of a call, the key.' })
  text!: string

  @Field(() => ReplyIntent, { description: 'As what it was understood.' })
  intent!: string

  @Field(() => DateTime, { description: 'When it came.' })
  receivedAt!: Instant

  @Field(() => String, { nullable: true, description: 'What was answered; null when nothing was.' })
  answer!: string | null
}

@InputType({ description: 'A message to the client about her appointment.' })
export class SendAppointmentMessageInput extends Repeatable implements Send {
  @Field(() => ID, { description: 'Which appointment it is about.' })
  appointmentId!: string

  @Field(() => String, { description: 'At most 4,000 characters; she is told by e-mail that it is there, without it.' })
  text!: string
}

@InputType({ description: 'What the client wrote has been read.' })
export class MarkConversationReadInput extends Repeatable implements MarkRead {
  @Field(() => ID, { description: 'Which appointment it is about.' })
  appointmentId!: string
}

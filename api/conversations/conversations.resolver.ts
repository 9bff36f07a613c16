import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { markConversationRead } from '../../actions/mark-conversation-read.ts'
import { sendAppointmentMessage } from '../../actions/send-appointment-message.ts'
import type { Appointment as AppointmentData } from '../../db/queries/book.ts'
import { Appointment } from '../appointments/appointment.type.ts'
import { type ApiContext, acting } from '../context.ts'
import { recordResult } from '../records/record-results.ts'
import {
  AppointmentMessage,
  MarkConversationReadInput,
  ReceivedReply,
  SendAppointmentMessageInput,
} from './conversation.type.ts'
import { loadersOf, mayRead } from './conversation-loaders.ts'

@ObjectType({ description: 'The message stands in the conversation.' })
class AppointmentMessageSent {
  @Field(() => AppointmentMessage, { name: 'message', description: 'As the client reads it.' })
  record!: AppointmentMessage
}

@ObjectType({ simpleResolvers: true, description: 'Of which appointment the conversation is read.' })
class ConversationOf {
  @Field(() => ID, { description: 'The appointment.' })
  id!: string
}

@ObjectType({ description: 'Nothing the client wrote is unread.' })
class ConversationRead {
  @Field(() => ConversationOf, { name: 'appointment', description: 'Which one.' })
  record!: ConversationOf
}

const SendAppointmentMessageResult = recordResult('SendAppointmentMessageResult', AppointmentMessageSent)
const MarkConversationReadResult = recordResult('MarkConversationReadResult', ConversationRead)

@Resolver(() => Appointment)
export class ConversationsResolver {
  @FieldResolver(() => [AppointmentMessage], {
    description:
      'Between the clinic and the client, the oldest first; none for who may not write there, as a key without WRITE.',
  })
  async conversation(@Ctx() context: ApiContext, @Root() appointment: Pick<AppointmentData, 'id' | 'therapistId'>) {
    return mayRead(context, appointment) ? loadersOf(context).conversations.load(appointment.id) : []
  }

  @FieldResolver(() => [ReceivedReply], {
    description:
      'What came from the client’s telephone, the oldest first; none for who may not write to her, as a key without WRITE.',
  })
  async replies(@Ctx() context: ApiContext, @Root() appointment: Pick<AppointmentData, 'id' | 'therapistId'>) {
    return mayRead(context, appointment) ? loadersOf(context).replies.load(appointment.id) : []
  }

  @Mutation(() => SendAppointmentMessageResult, {
    description: 'Writes to the client about her appointment. A key needs WRITE; it is named as who wrote.',
  })
  sendAppointmentMessage(
    @Ctx() context: ApiContext,
    @Arg('input', () => SendAppointmentMessageInput) input: SendAppointmentMessageInput,
  ) {
    return sendAppointmentMessage(acting(context), input)
  }

  @Mutation(() => MarkConversationReadResult, { description: 'Says that what the client wrote has been read.' })
  markConversationRead(
    @Ctx() context: ApiContext,
    @Arg('input', () => MarkConversationReadInput) input: MarkConversationReadInput,
  ) {
    return markConversationRead(acting(context), input)
  }
}

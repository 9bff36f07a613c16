import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { validate } from 'uuid'
import { resendMessage } from '../../actions/resend-message.ts'
import { findMessage, listMessages, type MessageRow, type MessageOrder as Order } from '../../db/queries/messages.ts'
import { findOutboxItem } from '../../db/queries/outbox.ts'
import { makeComposer } from '../../jobs/send/compose.ts'
import { Appointment } from '../appointments/appointment.type.ts'
import { Client } from '../clients/client.type.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import { mayRead } from '../conversations/conversation-loaders.ts'
import { badCursor, cursorOf, partsOf } from '../graphql/cursor.ts'
import { MessageOrder } from '../graphql/enums.ts'
import { checkFirst, connectionOf, pageOf } from '../graphql/page.ts'
import { MessageFilter, ResendMessageInput } from './message.inputs.ts'
import { Message, MessageContent, MessageCost } from './message.type.ts'
import { loadersOf } from './message-loaders.ts'
import { ResendMessageResult } from './message-results.ts'
import { withoutLinks } from './without-links.ts'

const MessageConnection = connectionOf('Message', Message)

@Resolver(() => Message)
export class MessagesResolver {
  @Query(() => MessageConnection, {
    description: 'What is to leave and what has left, the latest due first unless asked otherwise.',
  })
  async messages(
    @Ctx() context: ApiContext,
    @Arg('first', () => Int) first: number,
    @Arg('filter', () => MessageFilter, { nullable: true }) filter?: MessageFilter | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('order', () => MessageOrder, { nullable: true }) order: Order | null = null,
  ) {
    checkFirst(first)
    const place = placeOf(after)
    const isNobodys = [filter?.appointmentId, filter?.clientId].some((id) => id != null && !validate(id))
    const rows = await reading(context, 'read_calendar', async (trx, clinicId) =>
      isNobodys
        ? []
        : listMessages(trx, clinicId, filter ?? {}, { first: first + 1, after: place, order: order ?? undefined }),
    )
    return pageOf(rows, first, (each) => cursorOf(each.dueAt, each.id))
  }

  @Query(() => Message, { nullable: true, description: 'One message; null when there is none.' })
  message(@Ctx() context: ApiContext, @Arg('id', () => ID) id: string) {
    return reading(context, 'read_calendar', async (trx, clinicId) =>
      validate(id) ? ((await findMessage(trx, clinicId, id)) ?? null) : null,
    )
  }

  @FieldResolver(() => MessageCost, { nullable: true, description: 'What it cost, once the provider says so.' })
  cost(@Root() { costAmount: amount, costCurrency: currency }: MessageRow): MessageCost | null {
    return amount === null || currency === null ? null : { amount, currency }
  }

  @FieldResolver(() => Appointment, { nullable: true, description: 'What it is about.' })
  appointment(@Ctx() context: ApiContext, @Root() { appointmentId }: MessageRow) {
    return appointmentId && loadersOf(context).appointment.load(appointmentId)
  }

  @FieldResolver(() => Client, { nullable: true, description: 'Whose appointment it is about.' })
  client(@Ctx() context: ApiContext, @Root() { clientId }: MessageRow) {
    return clientId && loadersOf(context).client.load(clientId)
  }

  @FieldResolver(() => MessageContent, {
    description:
      'As its reader sees it: as it was kept, or else as it would be written now. Its links open for those who may write to her.',
  })
  async content(@Ctx() context: ApiContext, @Root() message: MessageRow): Promise<MessageContent> {
    const { db, jobs, publicUrl } = context.services
    const kept = await reading(context, 'read_calendar', (trx, clinicId) => findOutboxItem(trx, clinicId, message.id))
    if (kept) return (await this.mayFollowLinks(context, message)) ? kept : withoutLinks(kept)
    const { clinicId } = acting(context).caller
    const written = await makeComposer({ jobs, publicUrl, mailFrom: undefined }).recall(db, clinicId, message)
    return {
      ...written,
      subject: written.subject ?? null,
      html: written.html ?? null,
      attachments: [...written.attachments],
    }
  }

  private async mayFollowLinks(context: ApiContext, { appointmentId }: MessageRow): Promise<boolean> {
    const appointment = appointmentId === null ? null : await loadersOf(context).appointment.load(appointmentId)
    return appointment !== null && mayRead(context, appointment)
  }

  @Mutation(() => ResendMessageResult, {
    description: 'Sends a message about an appointment once more, as things stand. A key needs WRITE.',
  })
  resendMessage(@Ctx() context: ApiContext, @Arg('input', () => ResendMessageInput) input: ResendMessageInput) {
    return resendMessage(acting(context), input)
  }
}

function placeOf(cursor: string | null | undefined) {
  if (!cursor) return undefined
  const [dueAt, id] = partsOf(cursor)
  if (typeof dueAt !== 'number' || Number.isNaN(new Date(dueAt).getTime()) || typeof id !== 'string' || !validate(id))
    throw badCursor()
  return { dueAt, id }
}

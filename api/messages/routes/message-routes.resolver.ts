import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql'
import { messageChannels } from '../../../domain/message.ts'
import { type ApiContext, callerWith } from '../../context.ts'
import { MessageChannel, MessageProvider } from '../../graphql/enums.ts'

@ObjectType({ simpleResolvers: true, description: 'How messages of a channel leave the building.' })
class MessageRoute {
  @Field(() => MessageChannel, { description: 'Where they are read or heard.' })
  channel!: string

  @Field(() => MessageProvider, { description: 'Who takes them; OUTBOX where no provider is set up.' })
  provider!: string
}

@Resolver()
export class MessageRoutesResolver {
  @Query(() => [MessageRoute], { description: 'Who takes messages to their readers, channel by channel.' })
  messageRoutes(@Ctx() context: ApiContext): MessageRoute[] {
    callerWith(context, 'read_calendar')
    const { routes } = context.services
    return messageChannels.map((channel) => ({ channel, provider: routes[channel] }))
  }
}

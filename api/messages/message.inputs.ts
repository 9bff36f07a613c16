import { Field, ID, InputType } from 'type-graphql'
import type { MessageFilter as Filter } from '../../db/queries/messages.ts'
import type { Instant } from '../../domain/interval.ts'
import { MessageChannel, MessageKind, MessageStatus } from '../graphql/enums.ts'
import { Repeatable } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'

@InputType({ description: 'Which messages; what is left out does not matter.' })
export class MessageFilter implements Filter {
  @Field(() => ID, { nullable: true, description: 'Those about this appointment.' })
  appointmentId?: string | null

  @Field(() => ID, { nullable: true, description: 'Those about appointments of this client.' })
  clientId?: string | null

  @Field(() => MessageStatus, { nullable: true, description: 'Those that are so far.' })
  status?: Filter['status']

  @Field(() => MessageKind, { nullable: true, description: 'Those that say this.' })
  kind?: Filter['kind']

  @Field(() => MessageChannel, { nullable: true, description: 'Those that are read or heard there.' })
  channel?: Filter['channel']

  @Field(() => DateTime, { nullable: true, description: 'Those due then or later.' })
  dueFrom?: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'Those due before then.' })
  dueTo?: Instant | null
}

@InputType({ description: 'The same once more, as things stand now.' })
export class ResendMessageInput extends Repeatable {
  @Field(() => ID, { description: 'Which message.' })
  id!: string
}

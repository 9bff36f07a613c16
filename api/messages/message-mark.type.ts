import { Field, Int, ObjectType } from 'type-graphql'
import type { MarkRow } from '../../db/queries/book.ts'
import type { Instant } from '../../domain/interval.ts'
import { MarkState, Reply } from '../graphql/enums.ts'
import { DateTime } from '../graphql/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'What a card shows of the messages about its appointment.' })
export class MessageMark implements MarkRow {
  @Field(() => Int, {
    description:
      'Rises whenever the mark changes, while the appointment keeps its version; of two, the higher is newer.',
  })
  version!: number

  @Field(() => MarkState, { nullable: true, description: 'How far the last message to the client is; null for none.' })
  state!: MarkRow['state']

  @Field(() => Reply, { nullable: true, description: 'What the client last answered.' })
  reply!: MarkRow['reply']

  @Field(() => DateTime, { nullable: true, description: 'When.' })
  repliedAt!: Instant | null

  @Field(() => Int, { nullable: true, description: 'How many minutes late the client says to be.' })
  lateMinutes!: number | null

  @Field(() => Int, { description: 'How many messages of the conversation the client wrote and nobody has read.' })
  unread!: number
}

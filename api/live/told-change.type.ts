import { Field, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { Actor } from '../calendar/actor.type.ts'
import { DateTime } from '../graphql/scalars.ts'

/** What every change says that is told live: its number, when and who. */
@ObjectType({ simpleResolvers: true })
export abstract class ToldChange {
  @Field(() => String, { description: 'The number of the change; to resume after it.' })
  cursor!: string

  @Field(() => DateTime, { description: 'When it was made.' })
  at!: Instant

  @Field(() => Actor, { description: 'Who made it.' })
  actor!: Actor

  @Field(() => String, {
    nullable: true,
    description: 'The id its maker gave it: so that a client knows its own echo.',
  })
  clientMutationId!: string | null
}

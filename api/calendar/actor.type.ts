import { Field, ObjectType } from 'type-graphql'
import { ActorKind } from '../graphql/enums.ts'

@ObjectType({ simpleResolvers: true, description: 'Who made a change.' })
export class Actor {
  @Field(() => ActorKind, { description: 'A member, a partner’s program, a client, or Daybook itself.' })
  kind!: string

  @Field(() => String, { description: 'The name to show.' })
  name!: string
}

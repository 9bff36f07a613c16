import { Field, ID, InputType, Int } from 'type-graphql'

@InputType()
export abstract class Repeatable {
  @Field(() => String, {
    nullable: true,
    description:
      'Made by the caller: the same id and input within 24 hours returns the first answer and does nothing twice.',
  })
  clientMutationId?: string | null
}

@InputType()
export abstract class Versioned extends Repeatable {
  @Field(() => ID, { description: 'Which one.' })
  id!: string

  @Field(() => Int, { description: 'The version the caller saw.' })
  expectedVersion!: number
}

import { Field, ID, Int, ObjectType } from 'type-graphql'

@ObjectType({ simpleResolvers: true, description: 'Where the clinic works: a house with rooms.' })
export class Location {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => String, { description: 'As people call it.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'Street and town, on one line.' })
  address!: string | null

  @Field(() => Boolean, { description: 'False once archived.' })
  active!: boolean

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number
}

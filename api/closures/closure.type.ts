import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { CreateClosureInput as Create } from '../../actions/create-closure.ts'
import type { UpdateClosureInput as Update } from '../../actions/update-closure.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { LocalDate, LocalTime } from '../graphql/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'Days on which the whole clinic is shut, or some hours of each.' })
export class Closure {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => String, { description: 'Why: Thanksgiving Day …' })
  name!: string

  @Field(() => LocalDate, { description: 'The first of the days.' })
  startsOn!: string

  @Field(() => LocalDate, { description: 'The last of the days.' })
  endsOn!: string

  @Field(() => LocalTime, { description: 'From when on each of them.' })
  startTime!: string

  endTime!: string

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number
}

@InputType({ description: 'Days on which the whole clinic is shut.' })
export class CreateClosureInput extends Repeatable implements Create {
  @Field(() => String, { description: 'Why, at most 200 characters.' })
  name!: string

  @Field(() => LocalDate, { description: 'The first of the days.' })
  startsOn!: string

  @Field(() => LocalDate, { nullable: true, description: 'The last of the days; the first when left out.' })
  endsOn?: string | null

  @Field(() => LocalTime, { nullable: true, description: 'From when on each of them; all day when left out.' })
  startTime?: string | null

  @Field(() => LocalTime, { nullable: true, description: 'Until when; 00:00 is the midnight that ends the day.' })
  endTime?: string | null
}

@InputType({ description: 'What is left out stays.' })
export class UpdateClosureInput extends Versioned implements Update {
  @Field(() => String, { nullable: true, description: 'Why, at most 200 characters.' })
  name?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'The first of the days.' })
  startsOn?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'The last of the days.' })
  endsOn?: string | null

  @Field(() => LocalTime, { nullable: true, description: 'From when on each of them.' })
  startTime?: string | null

  @Field(() => LocalTime, { nullable: true, description: 'Until when; 00:00 is the midnight that ends the day.' })
  endTime?: string | null
}

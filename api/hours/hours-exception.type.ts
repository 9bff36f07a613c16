import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { SetHoursExceptionInput as SetException } from '../../actions/set-hours-exception.ts'
import { HoursExceptionKind } from '../graphql/enums.ts'
import { Repeatable } from '../graphql/repeatable.ts'
import { LocalDate, LocalTime } from '../graphql/scalars.ts'

@ObjectType({ description: 'A date on which a resource keeps other hours than in the week.' })
export class HoursException {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => LocalDate, { name: 'on', description: 'Which date.' })
  date!: string

  @Field(() => HoursExceptionKind, { description: 'Closed where the week is open, or open where it is closed.' })
  kind!: string

  @Field(() => LocalTime, { description: 'The first minute.' })
  startTime!: string

  endTime!: string

  @Field(() => String, { nullable: true, description: 'More about it.' })
  note!: string | null

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number
}

@InputType({ description: 'Another exception; or, with its id, one that is replaced.' })
export class SetHoursExceptionInput extends Repeatable implements SetException {
  @Field(() => ID, { nullable: true, description: 'Which one to replace; another one when left out.' })
  id?: string | null

  @Field(() => Int, { nullable: true, description: 'The version the caller saw of the one to replace.' })
  expectedVersion?: number | null

  @Field(() => ID, { description: 'Whose hours: a therapist or a room.' })
  resourceId!: string

  @Field(() => LocalDate, { description: 'On which date.' })
  on!: string

  @Field(() => HoursExceptionKind, { description: 'Closed then, or open.' })
  kind!: 'open' | 'closed'

  @Field(() => LocalTime, { nullable: true, description: 'From when; all day when left out.' })
  startTime?: string | null

  @Field(() => LocalTime, { nullable: true, description: 'Until when; 00:00 is the midnight that ends the day.' })
  endTime?: string | null

  @Field(() => String, { nullable: true, description: 'More about it, at most 1000 characters.' })
  note?: string | null
}

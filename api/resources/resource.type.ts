import { Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql'
import { ResourceKind } from '../graphql/enums.ts'
import { LocalDate, LocalTime } from '../graphql/scalars.ts'
import { Location } from '../locations/location.type.ts'

@ObjectType({ simpleResolvers: true, description: 'Hours kept every week, on the wall clock of the clinic.' })
export class WeeklyHours {
  @Field(() => Int, { description: 'ISO 8601: 1 is Monday, 7 is Sunday.' })
  weekday!: number

  @Field(() => LocalTime, { description: 'The first minute.' })
  startTime!: string

  endTime!: string

  @Field(() => LocalDate, { nullable: true, description: 'The first date on which they are kept.' })
  effectiveFrom!: string | null

  @Field(() => LocalDate, { nullable: true, description: 'The last date on which they are kept.' })
  effectiveUntil!: string | null

  @Field(() => Location, { nullable: true, description: 'Where; not said when it does not matter.' })
  location!: Location | null

  @Field(() => Boolean, { description: 'Only for appointments of types that need no room.' })
  telehealth!: boolean

  @Field(() => Int, { nullable: true, description: 'How many appointments may begin in the block; as many as fit.' })
  mostAppointments!: number | null
}

@InterfaceType({
  description: 'Something bookable: a therapist or a room.',
  resolveType: (value: { kind: string }) => (value.kind === 'room' ? 'Room' : 'Therapist'),
})
export abstract class Resource {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => ResourceKind, { description: 'Therapist or room.' })
  kind!: string

  @Field(() => String, { description: 'As shown on the column.' })
  name!: string

  @Field(() => Boolean, { description: 'False once archived: no new appointments.' })
  active!: boolean

  @Field(() => Int, { description: 'Order among the columns.' })
  position!: number

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number

  /** Of a resource that was read for itself, not for what names it. */
  weeklyHours?: WeeklyHours[]
}

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'Somebody who sees clients.' })
export class Therapist extends Resource {
  @Field(() => String, { nullable: true, description: 'Psychologist, LCSW …' })
  title!: string | null

  @Field(() => [String], { description: 'What she is known for.' })
  specialties!: string[]

  @Field(() => [String], { description: 'What she may do, in lower-case words; types ask for them.' })
  skills!: string[]
}

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'Where appointments take place.' })
export class Room extends Resource {
  @Field(() => Int, { description: 'How many people it holds.' })
  capacity!: number

  @Field(() => [String], { description: 'What it has, in lower-case words: quiet, wheelchair …' })
  features!: string[]

  @Field(() => Location, { nullable: true, description: 'Where it is.' })
  location!: Location | null
}

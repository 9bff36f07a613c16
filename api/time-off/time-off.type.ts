import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { TimeOffReason, TimeOffStatus } from '../graphql/enums.ts'
import { DateTime } from '../graphql/scalars.ts'
import { Resource, Therapist } from '../resources/resource.type.ts'

@ObjectType({ simpleResolvers: true, description: 'Absence of a therapist, or a room out of use.' })
export class TimeOff {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number

  @Field(() => Resource, { description: 'Who or what is away.' })
  resource!: Resource

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Instant

  @Field(() => TimeOffReason, { description: 'Why.' })
  reason!: string

  @Field(() => String, { nullable: true, description: 'More about it.' })
  note!: string | null

  @Field(() => TimeOffStatus, { description: 'Where the request stands.' })
  status!: string

  @Field(() => Therapist, { nullable: true, description: 'Who sees the clients meanwhile.' })
  coverTherapist!: Therapist | null

  @Field(() => String, { nullable: true, description: 'Who asked for it.' })
  requestedBy!: string | null

  @Field(() => String, { nullable: true, description: 'Who approved or denied it; null while nobody has.' })
  decidedBy!: string | null

  @Field(() => DateTime, { nullable: true, description: 'When it was approved or denied.' })
  decidedAt!: Instant | null

  @Field(() => String, { nullable: true, description: 'What was said with the decision.' })
  decisionNote!: string | null
}

import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { AppointmentType } from '../appointment-types/appointment-type.type.ts'
import { Actor } from '../calendar/actor.type.ts'
import { DateTime } from '../graphql/scalars.ts'
import { Room, Therapist } from '../resources/resource.type.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'A slot kept for somebody for some minutes (FHIR Slot busy-tentative).',
})
export class SlotHold {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number

  @Field(() => DateTime, { description: 'When what is held begins.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Instant

  @Field(() => DateTime, { description: 'When the hold is over, unless it is extended or ends before.' })
  expiresAt!: Instant

  @Field(() => Boolean, { description: 'Whether it was extended, which is done once.' })
  extended!: boolean

  @Field(() => Therapist, { description: 'With whom.' })
  therapist!: Therapist

  @Field(() => Room, { nullable: true, description: 'Where; null for none.' })
  room!: Room | null

  @Field(() => AppointmentType, { description: 'What for.' })
  type!: AppointmentType

  @Field(() => Actor, { description: 'Who holds it.' })
  heldBy!: Actor
}

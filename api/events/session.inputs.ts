import { Field, ID, InputType, Int } from 'type-graphql'
import type { AddSessionInput as Add } from '../../actions/add-session.ts'
import type { CancelSessionInput as Cancel } from '../../actions/cancel-session.ts'
import type { MoveSessionInput as Move } from '../../actions/move-session.ts'
import type { RestoreSessionInput as Restore } from '../../actions/restore-session.ts'
import type { UpdateSessionInput as Update } from '../../actions/update-session.ts'
import type { Instant } from '../../domain/interval.ts'
import { Placing } from '../appointments/appointment.inputs.ts'
import { PublishStatus, SeriesScope, SessionStatus } from '../graphql/enums.ts'
import { Versioned } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'

@InputType()
abstract class ChangingSession extends Placing {
  @Field(() => ID, { description: 'Which session.' })
  id!: string

  @Field(() => Int, { description: 'The version the caller saw.' })
  expectedVersion!: number
}

@InputType({ description: 'Another time, other facilitators or another room, in one gesture; what is left out stays.' })
export class MoveSessionInput extends ChangingSession implements Move {
  @Field(() => SeriesScope, {
    nullable: true,
    description: 'For it alone when left out, for it and those after it, or for all that are still to come.',
  })
  scope?: Move['scope']

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it begins; the others shift by as much on the wall clock, but for those with a time of their own.',
  })
  startsAt?: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'When it ends; as long as before when left out.' })
  endsAt?: Instant | null

  @Field(() => [ID], { nullable: true, description: 'Who runs it.' })
  facilitatorIds?: string[] | null

  @Field(() => ID, { nullable: true, description: 'Left out keeps the room, null takes none.' })
  roomId?: string | null
}

@InputType({ description: 'What one session says otherwise than its event; what is left out stays.' })
export class UpdateSessionInput extends ChangingSession implements Update {
  @Field(() => String, { nullable: true, description: 'At most 200 characters; null to be called like its event.' })
  title?: string | null

  @Field(() => Int, { nullable: true, description: 'How many places there are; null for as many as its event has.' })
  capacity?: number | null

  @Field(() => String, { nullable: true, description: 'Where it takes place online; null for where its event does.' })
  onlineUrl?: string | null

  @Field(() => PublishStatus, { nullable: true, description: 'DRAFT or PUBLISHED.' })
  publishStatus?: Update['publishStatus']

  @Field(() => SessionStatus, {
    nullable: true,
    description: 'SCHEDULED, POSTPONED or MOVED_ONLINE, which leaves its room.',
  })
  status?: Update['status']
}

@InputType({ description: 'Which session does not take place.' })
export class CancelSessionInput extends Versioned implements Cancel {
  @Field(() => String, { nullable: true, description: 'Why, for those who were to come; at most 1,000 characters.' })
  note?: string | null

  @Field(() => SeriesScope, {
    nullable: true,
    description: 'It alone when left out; with those after it, or all to come, the event ends.',
  })
  scope?: Cancel['scope']

  @Field(() => Boolean, { nullable: true, description: 'Decide and answer, but write nothing.' })
  validateOnly?: boolean | null
}

@InputType({ description: 'Which session takes place after all.' })
export class RestoreSessionInput extends ChangingSession implements Restore {}

@InputType({ description: 'A session besides those of the rule; what is left out is as the event says.' })
export class AddSessionInput extends Placing implements Add {
  @Field(() => ID, { description: 'Of which event.' })
  eventId!: string

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Instant

  @Field(() => DateTime, { nullable: true, description: 'When it ends; as long as the others when left out.' })
  endsAt?: Instant | null

  @Field(() => [ID], { nullable: true, description: 'Who runs it.' })
  facilitatorIds?: string[] | null

  @Field(() => ID, { nullable: true, description: 'Where; null for none.' })
  roomId?: string | null
}

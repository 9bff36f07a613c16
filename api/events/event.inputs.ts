import { Field, ID, InputType, Int } from 'type-graphql'
import type { CreateEventInput as Create } from '../../actions/create-event.ts'
import type { UpdateEventInput as Update } from '../../actions/update-event.ts'
import type { UploadImageInput as Upload } from '../../actions/upload-image.ts'
import type { Instant } from '../../domain/interval.ts'
import { Placing } from '../appointments/appointment.inputs.ts'
import { EventAdmission, EventFilling, EventKind, NewSessions, PublishStatus, RegistersFor } from '../graphql/enums.ts'
import { Repeatable, Versioned } from '../graphql/repeatable.ts'
import { DateTime } from '../graphql/scalars.ts'

@InputType()
export abstract class EventTexts extends Placing {
  @Field(() => String, { nullable: true, description: 'In Markdown, at most 20,000 characters.' })
  description?: string | null

  @Field(() => [String], { nullable: true, description: 'At most 30 of 60 characters; kept in lower case.' })
  tags?: string[] | null

  @Field(() => String, {
    nullable: true,
    description: 'Small letters, digits and hyphens, at most 80; made of the title when left out.',
  })
  slug?: string | null

  @Field(() => Int, { nullable: true, description: 'How many places there are, 1 to 1,000; null for no limit.' })
  capacity?: number | null

  @Field(() => [ID], { nullable: true, description: 'The therapists who run it, at most 20.' })
  facilitatorIds?: string[] | null

  @Field(() => ID, { nullable: true, description: 'Where; null for none.' })
  roomId?: string | null

  @Field(() => String, { nullable: true, description: 'Where it takes place online: an address with https.' })
  onlineUrl?: string | null

  @Field(() => ID, { nullable: true, description: 'Its picture; null for none.' })
  imageId?: string | null

  @Field(() => Int, { nullable: true, description: 'What a session costs, in cents; null to say nothing.' })
  priceCents?: number | null

  @Field(() => EventAdmission, { nullable: true, description: 'REGISTRATION when left out of a new one.' })
  admission?: Create['admission']

  @Field(() => RegistersFor, {
    nullable: true,
    description: 'SESSION when left out of a new one; whoever enrols does so for the EVENT.',
  })
  registersFor?: Create['registersFor']

  @Field(() => Boolean, { nullable: true, description: 'Whether people may register; a new one is open.' })
  isOpen?: boolean | null

  @Field(() => NewSessions, { nullable: true, description: 'INHERIT when left out of a new one.' })
  newSessions?: Create['newSessions']

  @Field(() => EventFilling, { nullable: true, description: 'OFFER when left out of a new one.' })
  filling?: Create['filling']

  @Field(() => String, {
    nullable: true,
    description: "An RRULE of RFC 5545 on the clinic's wall clock: FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331T235959Z.",
  })
  rrule?: string | null

  @Field(() => [DateTime], {
    nullable: true,
    description: 'Occurrences of the rule that do not take place, at most 1,000.',
  })
  except?: Instant[] | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to go without the sessions that cannot take place; refused otherwise.',
  })
  skipClashes?: boolean | null
}

@InputType({ description: 'What takes place, when and where. startsAt is the first occurrence of the rule.' })
export class CreateEventInput extends EventTexts implements Create {
  @Field(() => String, { description: 'At most 200 characters.' })
  title!: string

  @Field(() => EventKind, { description: 'What it is.' })
  kind!: Create['kind']

  @Field(() => DateTime, { description: 'When it begins the first time.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends then, at most 12 hours later.' })
  endsAt!: Instant
}

@InputType({ description: 'Which event, at the version seen.' })
abstract class EventVersion extends Versioned {
  @Field(() => Boolean, { nullable: true, description: 'Decide and answer, but write nothing.' })
  validateOnly?: boolean | null
}

@InputType({ description: 'Which event the public is to see.' })
export class PublishEventInput extends EventVersion {}

@InputType({ description: 'Which event is to be a draft again.' })
export class UnpublishEventInput extends EventVersion {}

@InputType({ description: 'Which event ends; what is still to come of it is cancelled.' })
export class ArchiveEventInput extends EventVersion {}

@InputType({ description: 'Which events to list; all that the caller may see when left out.' })
export class EventFilter {
  @Field(() => [PublishStatus], {
    nullable: true,
    description: 'In one of these; what is archived only when asked for.',
  })
  publishStatus?: ('draft' | 'published' | 'archived')[] | null

  @Field(() => [EventKind], { nullable: true, description: 'Of one of these kinds.' })
  kind?: Create['kind'][] | null

  @Field(() => String, { nullable: true, description: 'With this tag.' })
  tag?: string | null

  @Field(() => DateTime, { nullable: true, description: 'With a session that is not over by then.' })
  from?: Instant | null

  @Field(() => DateTime, { nullable: true, description: 'With a session that has begun by then.' })
  to?: Instant | null

  @Field(() => String, { nullable: true, description: 'With these words in the title or the description.' })
  search?: string | null

  @Field(() => ID, { nullable: true, description: 'Run by this therapist.' })
  facilitatorId?: string | null
}

@InputType({ description: 'What is left out stays; what concerns sessions is for those to come.' })
export class UpdateEventInput extends EventTexts implements Update {
  @Field(() => ID, { description: 'Which event.' })
  id!: string

  @Field(() => Int, { description: 'The version the caller saw.' })
  expectedVersion!: number

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  title?: string

  @Field(() => EventKind, { nullable: true, description: 'What it is.' })
  kind?: Create['kind']

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its first session is to begin; those to come shift by as much on the wall clock.',
  })
  startsAt?: Instant

  @Field(() => DateTime, { nullable: true, description: 'When that one is to end; as long as before when left out.' })
  endsAt?: Instant
}

@InputType({ description: 'A picture of at most 512 KiB: PNG, JPEG or WebP.' })
export class UploadImageInput extends Repeatable implements Upload {
  @Field(() => String, { description: 'Its bytes in base64.' })
  base64!: string

  @Field(() => String, { nullable: true, description: 'What it shows, for those who do not see it; 300 characters.' })
  alt?: string | null
}

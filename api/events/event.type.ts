import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { BookingProblem } from '../appointments/booking-results.ts'
import {
  EventAdmission,
  EventFilling,
  EventKind,
  NewSessions,
  OccurrenceOutcome,
  PublishStatus,
  RegistersFor,
  SessionStatus,
} from '../graphql/enums.ts'
import { DateTime, TimeZone } from '../graphql/scalars.ts'
import { Room, Therapist } from '../resources/resource.type.ts'

@ObjectType({ simpleResolvers: true, description: 'A picture that a clinic shows.' })
export class Image {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'In pixels.' })
  width!: number

  @Field(() => Int, { description: 'In pixels.' })
  height!: number

  @Field(() => String, { description: 'What it shows, for those who do not see it.' })
  alt!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'A group, workshop or class that can be published; its occurrences are sessions.',
})
export class Event {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change; sent back as expectedVersion.' })
  version!: number

  @Field(() => EventKind, { description: 'What it is.' })
  kind!: string

  @Field(() => String, { description: 'What it is called.' })
  title!: string

  @Field(() => String, { description: 'What it is about, in Markdown.' })
  description!: string

  @Field(() => [String], { description: 'In lower case, by which it is found.' })
  tags!: string[]

  @Field(() => String, {
    description: 'Its part of its public address, unique in the clinic; kept when the title changes.',
  })
  slug!: string

  @Field(() => [String], { description: 'Those it had before; they lead to it.' })
  oldSlugs!: string[]

  @Field(() => PublishStatus, { description: 'Whether the public sees it.' })
  publishStatus!: string

  @Field(() => EventAdmission, { description: 'How one comes to it.' })
  admission!: string

  @Field(() => RegistersFor, { description: 'What one registers for.' })
  registersFor!: string

  @Field(() => Boolean, { description: 'Whether people may register, or ask to join.' })
  isOpen!: boolean

  @Field(() => Int, {
    nullable: true,
    description: 'How many places there are, in each session or in all; null for no limit.',
  })
  capacity!: number | null

  @Field(() => Int, {
    description: 'How many places are taken where one registers for the whole event; 0 where for each session.',
  })
  placesTaken!: number

  @Field(() => Int, { nullable: true, description: 'What a session costs, in cents; null where nothing is said.' })
  priceCents!: number | null

  @Field(() => String, { nullable: true, description: 'Where it takes place online.' })
  onlineUrl!: string | null

  @Field(() => String, { nullable: true, description: 'An RRULE of RFC 5545; null for what takes place once.' })
  rrule!: string | null

  @Field(() => TimeZone, { description: 'On whose wall clock it takes place.' })
  zone!: string

  @Field(() => Int, { description: 'How long a session lasts.' })
  minutes!: number

  @Field(() => NewSessions, { description: 'What becomes of sessions that are added as time goes on.' })
  newSessions!: string

  @Field(() => EventFilling, { description: 'How places that are freed go to those who wait.' })
  filling!: string

  @Field(() => DateTime, { description: 'Every occurrence before it is a session or was told as a clash.' })
  extendedUntil!: Instant

  @Field(() => DateTime, { nullable: true, description: 'When it was first published.' })
  publishedAt!: Instant | null

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Instant

  @Field(() => DateTime, { description: 'When it was changed last.' })
  updatedAt!: Instant
}

@ObjectType({ simpleResolvers: true, description: 'What takes place of an event at one time.' })
export class Session {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string

  @Field(() => Int, { description: 'Rises with every change but a registration; sent back as expectedVersion.' })
  version!: number

  @Field(() => DateTime, { description: 'The start that its event gave it; kept when it is moved (RECURRENCE-ID).' })
  originalStartsAt!: Instant

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Instant

  @Field(() => String, { description: 'What it is called: by itself, or like its event.' })
  title!: string

  @Field(() => [Therapist], { description: 'Who runs it.' })
  facilitators!: Therapist[]

  @Field(() => Room, { nullable: true, description: 'Where; null for none.' })
  room!: Room | null

  @Field(() => String, { nullable: true, description: 'Where it takes place online.' })
  onlineUrl!: string | null

  @Field(() => Event, { description: 'What it is a session of.' })
  event!: Event

  @Field(() => Int, {
    description: 'Rises with every place that is taken or freed.',
  })
  placesVersion!: number

  @Field(() => PublishStatus, { description: 'Whether the public sees it, once its event is published.' })
  publishStatus!: string

  @Field(() => SessionStatus, { description: 'Where it stands.' })
  status!: string

  @Field(() => String, { nullable: true, description: 'Why it does not take place, for those who were to come.' })
  cancellationNote!: string | null

  @Field(() => DateTime, { nullable: true, description: 'When it was cancelled.' })
  cancelledAt!: Instant | null

  @Field(() => DateTime, { description: 'When it was changed last.' })
  updatedAt!: Instant
}

@ObjectType({ description: 'An occurrence of an event that found its place taken.' })
export class SessionClash {
  @Field(() => DateTime, { description: 'When it was to begin.' })
  originalStartsAt!: Instant

  @Field(() => DateTime, { description: 'When it was to end.' })
  endsAt!: Instant

  @Field(() => [BookingProblem], { description: 'What stood in its way.' })
  problems!: BookingProblem[]
}

@ObjectType({ description: 'One occurrence of an event, and what became of it.' })
export class SessionOccurrence {
  @Field(() => DateTime, { description: 'The start that the event gives it.' })
  originalStartsAt!: Instant

  @Field(() => DateTime, { description: 'When it begins, or was to begin.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends, or was to end.' })
  endsAt!: Instant

  @Field(() => OccurrenceOutcome, {
    description:
      'BOOKED where it stands now; SKIPPED, or CLASH in a refusal, where it cannot; KEPT as it was; CANCELLED.',
  })
  outcome!: string

  @Field(() => [BookingProblem], { description: 'Why it cannot take place there.' })
  problems!: BookingProblem[]

  @Field(() => Session, { nullable: true, description: 'As it stands in the book.' })
  session!: Session | null
}

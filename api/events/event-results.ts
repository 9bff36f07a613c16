import { type ClassType, createUnionType, Field, ObjectType } from 'type-graphql'
import { BookingProblem, BookingRefused, Slot } from '../appointments/booking-results.ts'
import { recordResult } from '../records/record-results.ts'
import { Event, Image, Session, SessionOccurrence } from './event.type.ts'

@ObjectType({ description: 'Nothing was written: why, and what would become of each session.' })
export class EventRefused {
  @Field(() => [BookingProblem], { description: 'At least one; of every session that cannot take place, its own.' })
  problems!: BookingProblem[]

  @Field(() => [Slot], { description: 'Where it could be instead, for what takes place once.' })
  alternatives!: Slot[]

  @Field(() => [SessionOccurrence], { description: 'All of them, where the refusal is about sessions.' })
  sessions!: SessionOccurrence[]
}

@ObjectType({ description: 'The event is drafted, and its sessions stand in the book.' })
export class EventCreated {
  @Field(() => Event, { description: 'As a draft.' })
  event!: Event

  @Field(() => [SessionOccurrence], { description: "Every occurrence up to the clinic's horizon." })
  sessions!: SessionOccurrence[]
}

@ObjectType({ description: 'The event is kept as changed.' })
export class EventUpdated {
  @Field(() => Event, { description: 'As kept now.' })
  event!: Event

  @Field(() => [SessionOccurrence], { description: 'Every session that the change was for.' })
  sessions!: SessionOccurrence[]
}

@ObjectType({ description: 'The public sees the event.' })
export class EventPublished {
  @Field(() => Event, { description: 'As it stands now.' })
  event!: Event
}

@ObjectType({ description: 'The event is a draft again.' })
export class EventUnpublished {
  @Field(() => Event, { description: 'As it stands now.' })
  event!: Event
}

@ObjectType({ description: 'The event has ended.' })
export class EventArchived {
  @Field(() => Event, { description: 'As it stands now.' })
  event!: Event
}

@ObjectType({ description: 'The session stands in its new place.' })
export class SessionMoved {
  @Field(() => Session, { description: 'As it stands now.' })
  session!: Session

  @Field(() => [Session], { description: 'All that the change was for.' })
  sessions!: Session[]
}

@ObjectType({ description: 'The session is kept as changed.' })
export class SessionUpdated {
  @Field(() => Session, { description: 'As it stands now.' })
  session!: Session
}

@ObjectType({ description: 'The session has left the calendar.' })
export class SessionCancelled {
  @Field(() => Session, { description: 'As it is kept.' })
  session!: Session

  @Field(() => [Session], { description: 'All that the change was for.' })
  sessions!: Session[]
}

@ObjectType({ description: 'The session takes place after all.' })
export class SessionRestored {
  @Field(() => Session, { description: 'As it stands now.' })
  session!: Session
}

@ObjectType({ description: 'The event has another session.' })
export class SessionAdded {
  @Field(() => Session, { description: 'As it stands in the book.' })
  session!: Session
}

@ObjectType({ description: 'The image is kept.' })
export class ImageUploaded {
  @Field(() => Image, { name: 'image', description: 'As it is kept.' })
  record!: Image
}

const nameOfKind: Readonly<Record<string, string>> = {
  refused: 'BookingRefused',
  'event-refused': 'EventRefused',
  'event-created': 'EventCreated',
  'event-updated': 'EventUpdated',
  'event-published': 'EventPublished',
  'event-unpublished': 'EventUnpublished',
  'event-archived': 'EventArchived',
  'session-moved': 'SessionMoved',
  'session-updated': 'SessionUpdated',
  'session-cancelled': 'SessionCancelled',
  'session-restored': 'SessionRestored',
  'session-added': 'SessionAdded',
}

function resultOf(name: string, success: ClassType<object>, refused: ClassType<object>) {
  return createUnionType({
    name,
    types: () => [success, refused] as const,
    resolveType: (value) => nameOfKind[(value as { kind: string }).kind],
  })
}

export const CreateEventResult = resultOf('CreateEventResult', EventCreated, EventRefused)
export const UpdateEventResult = resultOf('UpdateEventResult', EventUpdated, EventRefused)
export const PublishEventResult = resultOf('PublishEventResult', EventPublished, EventRefused)
export const UnpublishEventResult = resultOf('UnpublishEventResult', EventUnpublished, EventRefused)
export const ArchiveEventResult = resultOf('ArchiveEventResult', EventArchived, EventRefused)
export const MoveSessionResult = resultOf('MoveSessionResult', SessionMoved, BookingRefused)
export const UpdateSessionResult = resultOf('UpdateSessionResult', SessionUpdated, BookingRefused)
export const CancelSessionResult = resultOf('CancelSessionResult', SessionCancelled, BookingRefused)
export const RestoreSessionResult = resultOf('RestoreSessionResult', SessionRestored, BookingRefused)
export const AddSessionResult = resultOf('AddSessionResult', SessionAdded, BookingRefused)
export const UploadImageResult = recordResult('UploadImageResult', ImageUploaded)

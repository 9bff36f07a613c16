import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql'
import type { Instant } from '../../domain/interval.ts'
import { Appointment } from '../appointments/appointment.type.ts'
import { Session } from '../events/event.type.ts'
import { DateTime, TimeZone } from '../graphql/scalars.ts'
import { SlotHold } from '../holds/hold.type.ts'
import { ToldChange } from '../live/told-change.type.ts'
import { TimeOff } from '../time-off/time-off.type.ts'
import { Actor } from './actor.type.ts'

@ObjectType({ simpleResolvers: true, description: 'An interval in which a resource is open.' })
export class OpenInterval {
  @Field(() => ID, { description: 'Which therapist or room.' })
  resourceId!: string

  @Field(() => DateTime, { description: 'When it opens.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it closes.' })
  endsAt!: Instant
}

@ObjectType({ simpleResolvers: true, description: 'The clinic is shut: a closure on one day.' })
export class Closed {
  @Field(() => String, { description: 'Why.' })
  name!: string

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Instant
}

@ObjectType({
  simpleResolvers: true,
  description: 'Something stands then in a therapist’s own calendar, which was imported; nobody is told what.',
})
export class ExternalBusy {
  @Field(() => ID, { description: 'Which therapist.' })
  therapistId!: string

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Instant

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Instant
}

@ObjectType({ simpleResolvers: true, description: 'Part of the book as it stood at one moment.' })
export class Calendar {
  @Field(() => String, { description: 'Give it to calendarChanged(after:) to hear of everything since.' })
  cursor!: string

  @Field(() => TimeZone, { description: "The clinic's zone." })
  zone!: string

  @Field(() => [Appointment], { description: 'Those in the window that are not cancelled, by their start.' })
  appointments!: Appointment[]

  @Field(() => [Session], {
    description: 'Sessions of events in the window that are not cancelled, by their start; drafts too.',
  })
  sessions!: Session[]

  @Field(() => [SlotHold], { description: 'Those in the window that stand, by their start.' })
  holds!: SlotHold[]

  @Field(() => [OpenInterval], {
    description:
      'When each resource is open, exceptions and closures taken out; a room that keeps no hours of its own has none.',
  })
  openHours!: OpenInterval[]

  @Field(() => [Closed], { description: 'When the whole clinic is shut, day by day.' })
  closures!: Closed[]

  @Field(() => [TimeOff], { description: 'Approved time off in the window.' })
  timeOff!: TimeOff[]

  @Field(() => [ExternalBusy], {
    description: 'What therapists’ own calendars take, which were imported, by its start; what overlaps is one.',
  })
  externalBusy!: ExternalBusy[]
}

export const CalendarItem = createUnionType({
  name: 'CalendarItem',
  description: 'What can stand in the calendar.',
  types: () => [Appointment, Session, SlotHold, TimeOff] as const,
  resolveType: (value) => {
    if ('placesVersion' in value) return 'Session'
    if ('expiresAt' in value) return 'SlotHold'
    return 'therapist' in value ? 'Appointment' : 'TimeOff'
  },
})

@ObjectType({
  simpleResolvers: true,
  description: 'One of three: an upsert, a removal, or snapshotRequired (read calendar again).',
})
export class CalendarChange extends ToldChange {
  @Field(() => CalendarItem, { nullable: true, description: 'The item as it stands now.' })
  upserted!: Appointment | Session | SlotHold | TimeOff | null

  @Field(() => ID, { nullable: true, description: 'What is no longer in the window.' })
  removedId!: string | null

  @Field(() => Boolean, {
    description: 'The log does not tell everything since `after`, or the columns themselves changed.',
  })
  snapshotRequired!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Something changed of an event, its sessions or who comes to them: which, not how. Read again what is shown.',
})
export class EventsChange extends ToldChange {
  @Field(() => String, {
    nullable: true,
    description: 'event, session, registration, group_member or attendance; null where the log tells no more.',
  })
  itemKind!: string | null

  @Field(() => ID, { nullable: true, description: 'Which one.' })
  itemId!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'An entry of the clinic’s numbered log.' })
export class Change {
  @Field(() => String, { description: 'Its number.' })
  cursor!: string

  @Field(() => DateTime, { description: 'When it was made.' })
  at!: Instant

  @Field(() => Actor, { description: 'Who made it.' })
  actor!: Actor

  @Field(() => String, { nullable: true, description: 'The id its maker gave it.' })
  clientMutationId!: string | null

  @Field(() => String, { description: 'Verb and noun: "move appointment".' })
  action!: string

  @Field(() => String, { description: 'What kind of thing: appointment, client, room …' })
  itemKind!: string

  @Field(() => ID, { description: 'Which one.' })
  itemId!: string

  @Field(() => Int, { description: 'Its version after the change.' })
  itemVersion!: number

  @Field(() => CalendarItem, { nullable: true, description: 'The item as it stands now, when it is in the calendar.' })
  upserted!: Appointment | Session | SlotHold | TimeOff | null

  @Field(() => ID, { nullable: true, description: 'The item that left the calendar.' })
  removedId!: string | null
}

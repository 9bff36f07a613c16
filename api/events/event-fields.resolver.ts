import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { listSessionsOfEvent } from '../../db/queries/event-sessions.ts'
import type { EventRow } from '../../db/queries/events.ts'
import { countWaitlisted } from '../../db/queries/places.ts'
import { placesLeft } from '../../domain/event.ts'
import { type Instant, MINUTE } from '../../domain/interval.ts'
import { instantOfFloating } from '../../domain/zone.ts'
import type { ApiContext } from '../context.ts'
import { cursorOf } from '../graphql/cursor.ts'
import { checkFirst, connectionOf, pageOf } from '../graphql/page.ts'
import { DateTime } from '../graphql/scalars.ts'
import { Room, Therapist } from '../resources/resource.type.ts'
import { forStaff, readingEvents } from './audience.ts'
import { Event, Image, Session, SessionClash } from './event.type.ts'
import { loadersOf, shownSession } from './event-loaders.ts'
import { placeOfCursor } from './event-search.ts'
import { htmlOf } from './markdown.ts'

const SessionConnection = connectionOf('Session', Session)

@Resolver(() => Event)
export class EventFieldsResolver {
  @FieldResolver(() => String, { description: 'What it is about, as HTML in which nothing can do harm.' })
  descriptionHtml(@Root() event: EventRow): string {
    return htmlOf(event.description)
  }

  @FieldResolver(() => String, { description: 'Its public page.' })
  async url(@Ctx() context: ApiContext, @Root() event: EventRow): Promise<string> {
    return `${await loadersOf(context).pages.load('pages')}/events/${event.slug}`
  }

  @FieldResolver(() => DateTime, { description: 'When its first session begins by its rule, as it goes on now.' })
  startsAt(@Root() event: EventRow): Instant {
    return instantOfFloating(event.start + event.shiftMinutes * MINUTE, event.zone)
  }

  @FieldResolver(() => DateTime, { description: 'When that one ends.' })
  endsAt(@Root() event: EventRow): Instant {
    return this.startsAt(event) + event.minutes * MINUTE
  }

  @FieldResolver(() => String, { description: 'startsAt on the wall clock of the zone, `2026-03-10T16:00`.' })
  localStart(@Root() event: EventRow): string {
    return new Date(event.start + event.shiftMinutes * MINUTE).toISOString().slice(0, 16)
  }

  @FieldResolver(() => [DateTime], { description: 'Occurrences of the rule that do not take place.' })
  excepted(@Root() event: EventRow): Instant[] {
    return event.excepted.map((each) => instantOfFloating(each, event.zone))
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When the rule gives its last; null without an end.' })
  until(@Root() event: EventRow): Instant | null {
    return event.lastStartsAt
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many places are left where one registers for the whole event; null for no limit.',
  })
  placesLeft(@Root() event: EventRow): number | null {
    return event.registersFor === 'event' ? placesLeft(event) : event.capacity
  }

  @FieldResolver(() => Int, { description: 'How many wait for a place, in any of its sessions.' })
  waitlisted(@Ctx() context: ApiContext, @Root() event: EventRow): Promise<number> {
    return readingEvents(context, (trx, { clinicId }) => countWaitlisted(trx, clinicId, event.id))
  }

  @FieldResolver(() => [Therapist], { description: 'Who runs its new sessions.' })
  facilitators(@Ctx() context: ApiContext, @Root() event: EventRow) {
    return loadersOf(context).resource.loadMany(event.facilitatorIds)
  }

  @FieldResolver(() => Room, { nullable: true, description: 'Where its new sessions take place; null for no room.' })
  room(@Ctx() context: ApiContext, @Root() event: EventRow) {
    return event.roomId && loadersOf(context).resource.load(event.roomId)
  }

  @FieldResolver(() => Image, { nullable: true, description: 'Its picture.' })
  image(@Ctx() context: ApiContext, @Root() event: EventRow) {
    return event.imageId && loadersOf(context).image.load(event.imageId)
  }

  @FieldResolver(() => Session, { nullable: true, description: 'The one that takes place now, or next.' })
  nextSession(@Ctx() context: ApiContext, @Root() event: EventRow) {
    return loadersOf(context).nextSession.load(event.id)
  }

  @FieldResolver(() => SessionConnection, { description: 'By their start, 1 to 100 a page, cancelled ones too.' })
  async sessions(
    @Ctx() context: ApiContext,
    @Root() event: EventRow,
    @Arg('first', () => Int) first: number,
    @Arg('from', () => DateTime, { nullable: true }) from?: Instant | null,
    @Arg('to', () => DateTime, { nullable: true }) to?: Instant | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    checkFirst(first)
    const search = { from: from ?? null, to: to ?? null, after: placeOfCursor(after), limit: first + 1 }
    const rows = await readingEvents(context, async (trx, audience) => {
      const wanted = { ...search, publicOnly: audience.isPublic }
      const found = await listSessionsOfEvent(trx, audience.clinicId, event.id, wanted)
      return found.map((each) => shownSession(each, audience))
    })
    return pageOf(rows, first, (each) => cursorOf(each.startsAt, each.id))
  }

  @FieldResolver(() => [SessionClash], {
    description: 'Occurrences that are no sessions because something stood in their way. For the staff.',
  })
  async clashes(@Ctx() context: ApiContext, @Root() event: EventRow) {
    await forStaff(context)
    return loadersOf(context).clashes.load(event.id)
  }
}

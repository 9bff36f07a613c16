import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { validate } from 'uuid'
import { auditMissed } from '../../actions/audit-missed.ts'
import { createEvent } from '../../actions/create-event.ts'
import { archiveEvent, publishEvent, unpublishEvent } from '../../actions/publish-event.ts'
import { updateEvent } from '../../actions/update-event.ts'
import type { Trx } from '../../db/connect.ts'
import { searchEvents } from '../../db/queries/event-search.ts'
import { findSession } from '../../db/queries/event-sessions.ts'
import { findEventOfSlug } from '../../db/queries/event-slugs.ts'
import { type EventRow, findEvent } from '../../db/queries/events.ts'
import { isShown } from '../../domain/event.ts'
import { type ApiContext, acting } from '../context.ts'
import { cursorOf } from '../graphql/cursor.ts'
import { clientError } from '../graphql/errors.ts'
import { checkFirst, connectionOf, pageOf } from '../graphql/page.ts'
import { type Audience, audienceOf, readingEvents } from './audience.ts'
import {
  ArchiveEventInput,
  CreateEventInput,
  EventFilter,
  PublishEventInput,
  UnpublishEventInput,
  UpdateEventInput,
} from './event.inputs.ts'
import { Event, Session } from './event.type.ts'
import { shownSession } from './event-loaders.ts'
import {
  ArchiveEventResult,
  CreateEventResult,
  PublishEventResult,
  UnpublishEventResult,
  UpdateEventResult,
} from './event-results.ts'
import { eventPlaceOf, searchOf } from './event-search.ts'
import { withEvent } from './with-event.ts'

const EventConnection = connectionOf('Event', Event)

@Resolver()
export class EventsResolver {
  @Query(() => EventConnection, {
    description:
      'Those whose next session is soonest first, 1 to 100 a page. Whoever is not of the clinic, signed in or with a key, sees what is published; the header X-Daybook-Clinic says of which clinic, else the Host name does.',
  })
  async events(
    @Ctx() context: ApiContext,
    @Arg('first', () => Int) first: number,
    @Arg('filter', () => EventFilter, { nullable: true }) filter?: EventFilter | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    checkFirst(first)
    const place = eventPlaceOf(after)
    const now = context.services.now()
    const rows = await readingEvents(context, async (trx, audience) => {
      const search = searchOf(filter, audience, now)
      return search ? searchEvents(trx, audience.clinicId, { ...search, after: place, limit: first + 1 }) : []
    })
    return pageOf(rows, first, (each) => cursorOf(each.nextAt, each.id))
  }

  @Query(() => Event, {
    nullable: true,
    description:
      'One event by its id, or by a slug that it has or had; null when there is none that the caller may see.',
  })
  async event(
    @Ctx() context: ApiContext,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('slug', () => String, { nullable: true }) slug?: string | null,
  ) {
    if ((id == null) === (slug == null)) throw clientError('BAD_USER_INPUT', 'Name the event by its id or by its slug.')
    const found = await readingEvents(context, async (trx, audience) => {
      const event = await eventOf(trx, audience, id, slug)
      return event && (!audience.isPublic || event.publishStatus === 'published') ? event : undefined
    })
    if (!found && id != null) await noteMissed(context, 'event', id)
    return found ?? null
  }

  @Query(() => Session, {
    nullable: true,
    description: 'One session; null when there is none that the caller may see.',
  })
  async session(@Ctx() context: ApiContext, @Arg('id', () => ID) id: string) {
    const found = await readingEvents(context, async (trx, audience) => {
      const session = validate(id) ? await findSession(trx, audience.clinicId, id) : undefined
      return session && (!audience.isPublic || isShown(session)) ? shownSession(session, audience) : undefined
    })
    if (!found) await noteMissed(context, 'session', id)
    return found ?? null
  }

  @Mutation(() => CreateEventResult, {
    description:
      "Drafts an event and puts its sessions into the book up to the clinic's horizon, or says of each why not. A rule that is none of RFC 5545, or of which startsAt is not the first occurrence, is BAD_USER_INPUT.",
  })
  async createEvent(@Ctx() context: ApiContext, @Arg('input', () => CreateEventInput) input: CreateEventInput) {
    return withEvent(await createEvent(acting(context), input))
  }

  @Mutation(() => UpdateEventResult, {
    description:
      'Changes what an event says, and with it the sessions to come that say nothing else by themselves. Another rule adds sessions and takes away those it gives no more: what the public never saw is gone, the rest cancelled.',
  })
  async updateEvent(@Ctx() context: ApiContext, @Arg('input', () => UpdateEventInput) input: UpdateEventInput) {
    return withEvent(await updateEvent(acting(context), input))
  }

  @Mutation(() => PublishEventResult, { description: 'Shows a draft to the public, with the sessions to come.' })
  publishEvent(@Ctx() context: ApiContext, @Arg('input', () => PublishEventInput) input: PublishEventInput) {
    return publishEvent(acting(context), input)
  }

  @Mutation(() => UnpublishEventResult, { description: 'Makes a draft again of what is published or archived.' })
  unpublishEvent(@Ctx() context: ApiContext, @Arg('input', () => UnpublishEventInput) input: UnpublishEventInput) {
    return unpublishEvent(acting(context), input)
  }

  @Mutation(() => ArchiveEventResult, {
    description: 'Ends an event: the public does not see it any more, and what is still to come of it is cancelled.',
  })
  archiveEvent(@Ctx() context: ApiContext, @Arg('input', () => ArchiveEventInput) input: ArchiveEventInput) {
    return archiveEvent(acting(context), input)
  }
}

async function eventOf(
  trx: Trx,
  { clinicId }: Audience,
  id: string | null | undefined,
  slug: string | null | undefined,
): Promise<EventRow | undefined> {
  const wanted = slug == null ? id : await findEventOfSlug(trx, clinicId, slug.toLowerCase())
  return wanted && validate(wanted) ? findEvent(trx, clinicId, wanted) : undefined
}

/** What a member or a key looks for and does not find is noted, as everywhere; the public looks as it likes. */
async function noteMissed(context: ApiContext, what: 'event' | 'session', id: string): Promise<void> {
  const { isPublic } = await audienceOf(context)
  if (!isPublic) await auditMissed(acting(context), what, what, id)
}

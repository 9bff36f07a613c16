import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql'
import { getLogReach, listChanges } from '../../db/queries/log.ts'
import type { Instant } from '../../domain/interval.ts'
import { CalendarChange, Change, EventsChange } from '../calendar/calendar.type.ts'
import { resourceIdsOf, windowOf } from '../calendar/window.ts'
import { type ApiContext, callerWith, reading } from '../context.ts'
import { clientError } from '../graphql/errors.ts'
import { checkFirst, connectionOf, pageOf } from '../graphql/page.ts'
import { DateTime } from '../graphql/scalars.ts'
import { calendarKinds, type LiveChange, loadItems, type Watched } from './live-change.ts'
import { isLive } from './live-context.ts'

@ObjectType({ description: 'A page of the clinic’s numbered log.' })
class ChangeConnection extends connectionOf('Change', Change) {
  @Field(() => Boolean, { description: 'The log no longer reaches back to `after`: read everything again.' })
  snapshotRequired!: boolean
}

interface CalendarChangedArgs {
  from: Instant
  to: Instant
  resourceIds?: string[] | null
  after?: string | null
}

@Resolver()
export class LiveResolver {
  @Query(() => ChangeConnection, { description: 'Everything that happened after that number, oldest first.' })
  async changes(
    @Ctx() context: ApiContext,
    @Arg('after', () => String) after: string,
    @Arg('first', () => Int) first: number,
  ) {
    checkFirst(first)
    const seq = seqOf(after)
    return reading(context, 'read_calendar', async (trx, clinicId) => {
      const reach = await getLogReach(trx, clinicId)
      if (seq < reach.oldest - 1 || seq > reach.head)
        return { ...pageOf<LiveChange>([], first, cursorOf), snapshotRequired: true }
      const rows = await loadItems(trx, clinicId, await listChanges(trx, clinicId, seq, first + 1))
      return { ...pageOf(rows.map(changeOf), first, cursorOf), snapshotRequired: false }
    })
  }

  @Subscription(() => CalendarChange, {
    description: 'Every change of that part of the calendar. With `after`, nothing since that cursor is left out.',
    subscribe: ({ args, context }) =>
      subscribeToCalendar(args as unknown as CalendarChangedArgs, context as ApiContext),
  })
  calendarChanged(
    @Root() change: CalendarChange,
    @Arg('from', () => DateTime) _from: Instant,
    @Arg('to', () => DateTime) _to: Instant,
    @Arg('resourceIds', () => [ID], { nullable: true }) _resourceIds?: string[],
    @Arg('after', () => String, { nullable: true }) _after?: string,
  ): CalendarChange {
    return change
  }

  @Subscription(() => EventsChange, {
    description:
      'That something changed of events, their sessions or who comes to them, who never is told here. With `after`, nothing since that cursor is left out.',
    subscribe: ({ args, context }) => subscribeToEvents(args as { after?: string | null }, context as ApiContext),
  })
  eventsChanged(
    @Root() change: EventsChange,
    @Arg('after', () => String, { nullable: true }) _after?: string,
  ): EventsChange {
    return change
  }
}

function subscribeToCalendar(args: CalendarChangedArgs, context: ApiContext): AsyncIterable<unknown> {
  callerWith(context, 'read_calendar')
  const ids = resourceIdsOf(args.resourceIds)
  const watched = { window: windowOf(args.from, args.to), resourceIds: ids && new Set(ids) }
  return follow(context, watched, args.after)
}

function subscribeToEvents({ after }: { after?: string | null }, context: ApiContext): AsyncIterable<unknown> {
  return follow(context, 'events', after)
}

/** Whoever may read the calendar hears of changes of that, over a socket, from the cursor on. */
export function follow(
  context: ApiContext,
  watched: Watched,
  cursor: string | null | undefined,
): AsyncIterable<unknown> {
  const { clinicId } = callerWith(context, 'read_calendar')
  if (!isLive(context)) throw clientError('BAD_USER_INPUT', 'Subscriptions need a WebSocket.')
  const after = cursor == null ? undefined : seqOf(cursor)
  return context.live.follow((operation) => context.live.hub.subscribe(clinicId, watched, after, operation))
}

function changeOf(change: LiveChange) {
  return {
    cursor: String(change.seq),
    at: change.at,
    actor: change.actor,
    clientMutationId: change.clientMutationId ?? null,
    action: change.action,
    itemKind: change.kind,
    itemId: change.id,
    itemVersion: change.version,
    upserted: change.item ?? null,
    removedId: calendarKinds.has(change.kind) && change.removed ? change.id : null,
  }
}

function cursorOf(change: { cursor: string } | LiveChange): string {
  return 'cursor' in change ? change.cursor : String(change.seq)
}

function seqOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw clientError('BAD_USER_INPUT', 'That is not a cursor of this log.')
  return Number(cursor)
}

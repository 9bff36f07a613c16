import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { type Book, type ResourceRow, readBookWindow } from '../../db/queries/book.ts'
import { openIntervals } from '../../domain/availability.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import { type ApiContext, reading } from '../context.ts'
import { DateTime } from '../graphql/scalars.ts'
import { Calendar } from './calendar.type.ts'
import { resourceIdsOf, windowOf } from './window.ts'

@Resolver()
export class CalendarResolver {
  @Query(() => Calendar, { description: 'What stands in the book in a window of at most 62 days.' })
  async calendar(
    @Ctx() context: ApiContext,
    @Arg('from', () => DateTime) from: Instant,
    @Arg('to', () => DateTime) to: Instant,
    @Arg('resourceIds', () => [ID], { nullable: true }) resourceIds?: string[],
  ) {
    const window = windowOf(from, to)
    const ids = resourceIdsOf(resourceIds)
    const book = await reading(context, 'read_calendar', (trx, clinicId) => readBookWindow(trx, clinicId, window, ids))
    return calendarOf(book, window, ids)
  }
}

function calendarOf(book: Book, window: Interval, ids: readonly string[] | undefined) {
  const byId = new Map(book.resources.map((each) => [each.id, each]))
  const shown = ids ? book.resources.filter((each) => ids.includes(each.id)) : book.resources
  return {
    cursor: String(book.head),
    zone: book.zone,
    appointments: book.appointments,
    openHours: shown.flatMap((resource) => openHoursOf(resource, window, book.zone)),
    timeOff: book.timeOff.map((each) => ({ ...each, resource: byId.get(each.resourceId) })),
  }
}

function openHoursOf(resource: ResourceRow, window: Interval, zone: string) {
  return openIntervals({ weekly: resource.weeklyHours, exceptions: [] }, [], window, zone).map(({ start, end }) => ({
    resourceId: resource.id,
    startsAt: start,
    endsAt: end,
  }))
}

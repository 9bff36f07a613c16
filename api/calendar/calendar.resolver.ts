import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql'
import { type Book, type BookWindow, type ResourceName, readBookWindow } from '../../db/queries/book-window.ts'
import { listSessionsWithin } from '../../db/queries/event-sessions.ts'
import { type BusyTime, listExternalBusy } from '../../db/queries/external-busy.ts'
import { listHoldsWithin } from '../../db/queries/holds.ts'
import type { ExceptionRow } from '../../db/queries/hours-exceptions.ts'
import { closedIntervals, keepsClinicHours, openTime } from '../../domain/availability.ts'
import { type Instant, type Interval, merge } from '../../domain/interval.ts'
import { isOnTimeOff } from '../../domain/time-off.ts'
import { type ApiContext, reading } from '../context.ts'
import { fieldsAsked } from '../graphql/asked.ts'
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
    @Info() info: GraphQLResolveInfo,
    @Arg('resourceIds', () => [ID], { nullable: true }) resourceIds?: string[],
  ) {
    const window = windowOf(from, to)
    const ids = resourceIdsOf(resourceIds)
    const now = context.services.now()
    const isAsked = fieldsAsked(info).has('externalBusy')
    const [book, holds, sessions, busy] = await reading(context, 'read_calendar', (trx, clinicId) =>
      Promise.all([
        readBookWindow(trx, clinicId, { window, resourceIds: ids, whole: wholeOf(info) }),
        listHoldsWithin(trx, clinicId, { window, now, resourceIds: ids }),
        listSessionsWithin(trx, clinicId, window, ids),
        isAsked ? listExternalBusy(trx, clinicId, window, ids) : [],
      ]),
    )
    const calendar = { ...calendarOf(book, window, ids), holds, sessions, externalBusy: mergedBusy(busy) }
    return fieldsAsked(info, 'appointments').has('onTimeOff') ? { ...calendar, appointments: flagged(book) } : calendar
  }
}

const nameFields: ReadonlySet<string> = new Set(['__typename', 'id', 'kind', 'name', 'active', 'position', 'version'])
const clientNameFields: ReadonlySet<string> = new Set(['__typename', 'id', 'name'])
const rareFields = ['cancellation', 'overrideReason', 'createdAt', 'updatedAt']

/** What the query wants to know more of than most do. */
function wholeOf(info: GraphQLResolveInfo): BookWindow['whole'] {
  const resources = [
    fieldsAsked(info, 'appointments', 'therapist'),
    fieldsAsked(info, 'appointments', 'room'),
    fieldsAsked(info, 'timeOff', 'resource'),
    fieldsAsked(info, 'timeOff', 'coverTherapist'),
  ]
  const appointment = fieldsAsked(info, 'appointments')
  return {
    appointments: rareFields.some((each) => appointment.has(each)),
    clients: !isWithin(fieldsAsked(info, 'appointments', 'client'), clientNameFields),
    resources: resources.some((each) => !isWithin(each, nameFields)),
  }
}

function isWithin(asked: ReadonlySet<string>, known: ReadonlySet<string>): boolean {
  return [...asked].every((each) => known.has(each))
}

function calendarOf(book: Book, window: Interval, ids: readonly string[] | undefined) {
  const exceptions = Map.groupBy(book.exceptions, (each) => each.resourceId)
  const byId = new Map(book.resources.map((each) => [each.id, each]))
  const shown = ids ? book.resources.filter((each) => ids.includes(each.id)) : book.resources
  return {
    cursor: String(book.head),
    zone: book.zone,
    appointments: book.appointments,
    openHours: shown.flatMap((each) => openHoursOf(each, exceptions.get(each.id) ?? [], book, window)),
    closures: closedOf(book, window),
    timeOff: book.timeOff.map((each) => ({
      ...each,
      resource: byId.get(each.resourceId),
      coverTherapist: each.coverTherapistId && byId.get(each.coverTherapistId),
    })),
  }
}

/** Two of a therapist's entries at one time take it once. */
function mergedBusy(busy: readonly BusyTime[]) {
  return [...Map.groupBy(busy, (each) => each.therapistId)].flatMap(([therapistId, taken]) =>
    merge(taken).map(({ start, end }) => ({ therapistId, startsAt: start, endsAt: end })),
  )
}

/** The appointments, each with whether it still stands where its therapist or room is away. */
function flagged({ appointments, timeOff }: Book) {
  const intervals = timeOff.map((each) => ({ resourceId: each.resourceId, start: each.startsAt, end: each.endsAt }))
  const away = Map.groupBy(intervals, (each) => each.resourceId)
  return appointments.map((each) => {
    const { startsAt: start, endsAt: end, therapistId, roomId, overriddenRules } = each
    return { ...each, onTimeOff: isOnTimeOff({ start, end, therapistId, roomId, overriddenRules }, away) }
  })
}

function openHoursOf(resource: ResourceName, exceptions: readonly ExceptionRow[], book: Book, window: Interval) {
  const keeper = { kind: resource.kind, schedule: { weekly: resource.weeklyHours, exceptions } }
  if (keepsClinicHours(keeper) && exceptions.length === 0) return []
  return openTime(keeper, book.closures, window, book.zone).map(({ start, end }) => ({
    resourceId: resource.id,
    startsAt: start,
    endsAt: end,
  }))
}

function closedOf({ closures, zone }: Book, window: Interval) {
  return closedIntervals(closures, window, zone).map(({ name, start, end }) => ({ name, startsAt: start, endsAt: end }))
}

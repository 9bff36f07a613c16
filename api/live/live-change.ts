import type { Trx } from '../../db/connect.ts'
import { type Appointment, listAppointments } from '../../db/queries/book.ts'
import { listSessions, type Session } from '../../db/queries/event-sessions.ts'
import { type Hold, listHolds } from '../../db/queries/holds.ts'
import type { ChangeRow, Place } from '../../db/queries/log.ts'
import { listTimeOff, type TimeOff } from '../../db/queries/time-off.ts'
import { resourceIdsOf } from '../../db/queries/write-sessions.ts'
import type { Interval } from '../../domain/interval.ts'

/** A change with the item it is about, loaded once for everybody who may see it. */
export interface LiveChange extends ChangeRow {
  readonly item: Appointment | Session | Hold | TimeOff | undefined
}

/** What a subscriber to part of the calendar must do about a change. */
export type Effect = 'upsert' | 'remove' | 'snapshot' | 'told' | 'none'

export interface CalendarPart {
  readonly window: Interval
  /** All when left out. */
  readonly resourceIds: ReadonlySet<string> | undefined
}

/** Part of the calendar, or the pages of events or the board of the waitlist, which only hear that something changed. */
export type Watched = CalendarPart | keyof typeof toldKinds

/** Loads what the changes are about, in as few statements as kinds. */
export async function loadItems(trx: Trx, clinicId: string, changes: readonly ChangeRow[]): Promise<LiveChange[]> {
  const idsOf = (kind: ChangeRow['kind']) => [
    ...new Set(changes.filter((each) => each.kind === kind && !each.removed).map((each) => each.id)),
  ]
  const appointments = await listAppointments(trx, clinicId, idsOf('appointment'))
  const items = new Map<string, LiveChange['item']>(appointments.map((each) => [each.id, each]))
  for (const timeOff of await listTimeOff(trx, clinicId, idsOf('time_off'))) items.set(timeOff.id, timeOff)
  for (const hold of await listHolds(trx, clinicId, idsOf('hold'))) if (hold.status === 'held') items.set(hold.id, hold)
  for (const session of await listSessions(trx, clinicId, idsOf('session')))
    if (session.status !== 'cancelled') items.set(session.id, session)
  return changes.map((change) => ({ ...change, item: items.get(change.id) }))
}

/**
 * What the change means for somebody who watches that. The item is judged as it stands now, which may be later than the
 * change: then the changes in between come after this one and say the same.
 */
export function effectOn(change: LiveChange, watched: Watched): Effect {
  if (typeof watched === 'string') return toldKinds[watched].has(change.kind) ? 'told' : 'none'
  // What a calendar from elsewhere takes is no item: it is read again where it shows.
  if (change.kind === 'external_calendar') return change.place && isWatched(change.place, watched) ? 'snapshot' : 'none'
  if (!calendarKinds.has(change.kind)) return redraws(change) ? 'snapshot' : 'none'
  const now = change.item && placeOf(change.item)
  if (now && isWatched(now, watched)) return 'upsert'
  return [change.was, change.place].some((place) => place && isWatched(place, watched)) ? 'remove' : 'none'
}

/** Where the item stands; undefined when it is not in the calendar. */
function placeOf(item: NonNullable<LiveChange['item']>): Place | undefined {
  if ('placesVersion' in item) return { ...item, resourceIds: resourceIdsOf(item) }
  if ('resourceId' in item) return item.status === 'approved' ? { ...item, resourceIds: [item.resourceId] } : undefined
  if (item.status === 'cancelled' || item.status === 'entered_in_error') return undefined
  return { ...item, resourceIds: item.roomId ? [item.therapistId, item.roomId] : [item.therapistId] }
}

/** What stands in the calendar by itself. */
export const calendarKinds: ReadonlySet<ChangeRow['kind']> = new Set(['appointment', 'session', 'time_off', 'hold'])

const toldKinds = {
  events: new Set<string>(['event', 'session', 'registration', 'group_member', 'attendance']),
  waitlist: new Set<string>(['waitlist_entry', 'waitlist_offer', 'freed_slot']),
} as const

/** A change of the columns themselves, or of the name on many cards, is not told item by item. */
function redraws({ kind, action }: ChangeRow): boolean {
  return redrawing.has(kind) || action === 'rename client' || action === 'rename event'
}

const redrawing: ReadonlySet<string> = new Set([
  'therapist',
  'room',
  'appointment_type',
  'clinic',
  'hours_exception',
  'closure',
])

function isWatched(place: Place, { window, resourceIds }: CalendarPart): boolean {
  if (place.startsAt >= window.end || place.endsAt <= window.start) return false
  return resourceIds === undefined || place.resourceIds.some((id) => resourceIds.has(id))
}

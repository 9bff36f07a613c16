import type { Instant, Interval } from '../../../domain/interval.ts'
import type { AppointmentStatus } from '../../../domain/status.ts'
import type { CardMark } from './mark.ts'
import type { SessionDetails } from './session.ts'

/**
 * Terminology. A card is an appointment, or a session of an event, as the grid shows it. A column is a resource on one day. A place is what a move
 * can change of a card: its time, its therapist, its room. A hold keeps a place for somebody for some minutes. The book is
 * the server's truth as far as we have heard it.
 */
export interface Place {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly therapistId: string
  /** Who runs a session beside the first. */
  readonly otherTherapistIds?: readonly string[]
  readonly roomId: string | null
}

export interface Card extends Place {
  readonly id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly clientId: string
  readonly clientName: string
  readonly typeId: string
  readonly typeName: string
  /** Degrees on the OKLCH colour wheel. */
  readonly hue: number
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly overbooked: boolean
  /** Put there on purpose, though somebody was away. */
  readonly isMeantOnLeave?: boolean
  readonly confirmedAt: Instant | null
  /** One of a series. */
  readonly repeats: boolean
  readonly notes: string | null
  readonly mark: CardMark
  /** Somebody from the waitlist who is being put on the day: not in the book yet. */
  readonly newcomer?: Newcomer | undefined
  /** What a session of an event says besides; its title then stands for the client, its kind for the type. */
  readonly session?: SessionDetails
}

export interface Newcomer {
  /** The appointment that makes room for this one, where there is one. */
  readonly givesUpId: string | undefined
}

export type ResourceKind = 'therapist' | 'room'

/** In the place of the therapist where nobody runs a session. */
export const NOBODY = ''

/** A resource that can stand at the head of a column. */
export interface Column {
  readonly id: string
  readonly kind: ResourceKind
  readonly name: string
  readonly detail: string
  readonly active: boolean
}

export interface TimeOff extends Interval {
  readonly id: string
  readonly version: number
  readonly resourceId: string
  readonly reason: string
  /** One that is only asked for closes nothing. */
  readonly approved: boolean
}

/** The whole clinic is shut then. */
export interface Closed extends Interval {
  readonly name: string
}

export interface Hold extends Place {
  readonly id: string
  readonly version: number
  readonly expiresAt: Instant
  /** Once is all it can be. */
  readonly extended: boolean
  readonly typeId: string
  readonly typeName: string
  readonly heldBy: string
}

export interface Snapshot {
  readonly cursor: string
  readonly cards: readonly Card[]
  readonly holds: readonly Hold[]
  readonly timeOff: readonly TimeOff[]
  readonly openHours: ReadonlyMap<string, readonly Interval[]>
  readonly closures: readonly Closed[]
  readonly resources: readonly Column[]
  /** By therapist, what calendars of their own take that were imported. */
  readonly elsewhere?: ReadonlyMap<string, readonly Interval[]>
}

/** How far along the log we have heard of one item, and whether it is gone. */
export interface Heard {
  readonly cursor: string
  readonly gone: boolean
  /** The last version we knew; 0 when we had never seen it. */
  readonly version: number
}

export interface Book {
  readonly cursor: string
  readonly resources: ReadonlyMap<string, Column>
  readonly cards: ReadonlyMap<string, Card>
  /** Cards of a therapist or a room, sorted by start, then id; a resource untouched by a change keeps its array. */
  readonly byResource: ReadonlyMap<string, readonly Card[]>
  readonly holds: ReadonlyMap<string, Hold>
  readonly holdsByResource: ReadonlyMap<string, readonly Hold[]>
  readonly timeOff: ReadonlyMap<string, TimeOff>
  readonly timeOffByResource: ReadonlyMap<string, readonly TimeOff[]>
  readonly openHours: ReadonlyMap<string, readonly Interval[]>
  readonly closures: readonly Closed[]
  /** By therapist, what calendars of their own take. Read with the snapshot, for it is no item of the log. */
  readonly elsewhere: ReadonlyMap<string, readonly Interval[]>
  /** The cursor of the snapshot: what is in the log up to here is in the snapshot too. */
  readonly baseline: string
  readonly heard: ReadonlyMap<string, Heard>
}

/** Whether the card belongs on the grid: a no-show stays to be seen, though it takes nobody's time. */
export function isShown(card: Card): boolean {
  return card.status !== 'cancelled' && card.status !== 'entered_in_error'
}

export function therapistsOf({ therapistId, otherTherapistIds }: Place): readonly string[] {
  if (otherTherapistIds === undefined) return [therapistId]
  return therapistId === NOBODY ? otherTherapistIds : [therapistId, ...otherTherapistIds]
}

export function resourcesOf(place: Place): readonly string[] {
  const { therapistId, otherTherapistIds, roomId } = place
  if (otherTherapistIds !== undefined) return [...therapistsOf(place), ...(roomId === null ? [] : [roomId])]
  return roomId === null ? [therapistId] : [therapistId, roomId]
}

export function byStart(a: Place & { id: string }, b: Place & { id: string }): number {
  return a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1)
}

export function makeBook(snapshot: Snapshot): Book {
  const cards = snapshot.cards.filter(isShown).sort(byStart)
  return {
    cursor: snapshot.cursor,
    resources: new Map(snapshot.resources.map((each) => [each.id, each])),
    cards: new Map(cards.map((card) => [card.id, card])),
    byResource: group(cards, resourcesOf),
    holds: new Map(snapshot.holds.map((each) => [each.id, each])),
    holdsByResource: group(snapshot.holds, resourcesOf),
    timeOff: new Map(snapshot.timeOff.map((each) => [each.id, each])),
    timeOffByResource: group(
      snapshot.timeOff.filter((each) => each.approved),
      (each) => [each.resourceId],
    ),
    openHours: snapshot.openHours,
    closures: snapshot.closures,
    elsewhere: snapshot.elsewhere ?? new Map(),
    baseline: snapshot.cursor,
    heard: new Map(),
  }
}

export function group<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

/** When the resource is open; undefined where none are kept: such a room is open whenever the clinic is. */
export function openHoursOf(book: Book, resource: Column): readonly Interval[] | undefined {
  return book.openHours.get(resource.id) ?? (resource.kind === 'room' ? undefined : [])
}

export function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

import { type Instant, MINUTE } from '../../domain/interval.ts'
import { instantOf, type LocalDate, type LocalTime, wallClock } from '../../domain/zone.ts'
import type { Place } from '../calendar/store/book.ts'
import type { Repeat } from '../repeat/repeat.ts'

export interface ChosenClient {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
}

/** Somebody who is not in the book yet, as entered. */
export interface NewClient {
  readonly name: string
  readonly phone: string
  readonly email: string
}

/** An appointment before it is booked, as entered: times on the clinic's clock. */
export interface Draft {
  readonly client: ChosenClient | undefined
  readonly newClient: NewClient | undefined
  readonly typeId: string
  readonly date: LocalDate
  readonly time: LocalTime
  readonly minutes: string
  /** Undefined: whoever is free. */
  readonly therapistId: string | undefined
  /** Undefined: a room that fits; null: none. */
  readonly roomId: string | null | undefined
  readonly notes: string
  readonly repeat: Repeat
}

export type DraftField =
  | 'client'
  | 'name'
  | 'phone'
  | 'email'
  | 'type'
  | 'start'
  | 'minutes'
  | 'therapist'
  | 'room'
  | 'repeat'

export interface Span {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** When it would be; undefined while the entries name no time. */
export function spanOf(draft: Pick<Draft, 'date' | 'time' | 'minutes'>, zone: string): Span | undefined {
  const startsAt = instantAt(draft.date, draft.time, zone)
  const minutes = Number(draft.minutes)
  if (startsAt === undefined || !Number.isInteger(minutes) || minutes < 1 || minutes > 24 * 60) return undefined
  return { startsAt, endsAt: startsAt + minutes * MINUTE }
}

/** What a date field and a time field say together; undefined while one of them is empty or half-written. */
export function instantAt(date: LocalDate, time: LocalTime, zone: string): Instant | undefined {
  const isWhole = /^\d{4}-\d{2}-\d{2}$/.test(date) && /^\d{2}:\d{2}$/.test(time)
  // A year that is still being typed has leading zeros.
  return isWhole && date >= '1900' ? instantOf(date, time, zone) : undefined
}

/** What a place is as it would be entered. */
export function entriesOf(
  place: Place,
  zone: string,
): Pick<Draft, 'date' | 'time' | 'minutes' | 'therapistId' | 'roomId'> {
  const { date, time } = wallClock(place.startsAt, zone)
  const minutes = String((place.endsAt - place.startsAt) / MINUTE)
  return { date, time, minutes, therapistId: place.therapistId, roomId: place.roomId }
}

const fieldsOfPaths: Readonly<Record<string, DraftField>> = {
  clientId: 'client',
  name: 'name',
  phone: 'phone',
  email: 'email',
  typeId: 'type',
  startsAt: 'start',
  endsAt: 'minutes',
  therapistId: 'therapist',
  roomId: 'room',
  rrule: 'repeat',
}

/** The field that an input's path belongs to. */
export function fieldOf(path: readonly string[] | null | undefined): DraftField | undefined {
  const last = path?.at(-1)
  return last === undefined ? undefined : fieldsOfPaths[last]
}

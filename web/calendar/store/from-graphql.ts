import type { Interval } from '../../../domain/interval.ts'
import type { AppointmentStatus } from '../../../domain/status.ts'
import type { Actor, LoggedChange } from './apply-change.ts'
import type { Card, Column, Hold, Snapshot, TimeOff } from './book.ts'
import { type MarkFields, toMark } from './mark.ts'
import { type SessionFields, toSessionCard } from './session.ts'

/** The fields the grid asks of the API, by shape: a generated type that has them fits. */
export interface AppointmentFields {
  readonly __typename?: 'Appointment'
  readonly id: string
  readonly version: number
  readonly status: Uppercase<AppointmentStatus>
  readonly startsAt: string
  readonly endsAt: string
  readonly client: { readonly id: string; readonly name: string }
  readonly therapist: { readonly id: string }
  readonly room?: { readonly id: string } | null
  readonly type: { readonly id: string; readonly name: string; readonly hue: number }
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly overbooked: boolean
  readonly overriddenRules?: readonly string[]
  readonly confirmedAt?: string | null
  readonly originalStartsAt?: string | null
  readonly notes?: string | null
  readonly mark: MarkFields
}

export interface TimeOffFields {
  readonly __typename?: 'TimeOff'
  readonly id: string
  readonly version: number
  readonly resource: { readonly id: string }
  readonly startsAt: string
  readonly endsAt: string
  readonly reason: string
  readonly status: string
}

export interface HoldFields {
  readonly __typename?: 'SlotHold'
  readonly id: string
  readonly version: number
  readonly startsAt: string
  readonly endsAt: string
  readonly expiresAt: string
  readonly extended: boolean
  readonly therapist: { readonly id: string }
  readonly room?: { readonly id: string } | null
  readonly type: { readonly id: string; readonly name: string }
  readonly heldBy: { readonly name: string }
}

export interface CalendarFields {
  readonly cursor: string
  readonly appointments: readonly AppointmentFields[]
  readonly sessions: readonly SessionFields[]
  readonly holds: readonly HoldFields[]
  readonly openHours: readonly { readonly resourceId: string; readonly startsAt: string; readonly endsAt: string }[]
  readonly closures: readonly { readonly name: string; readonly startsAt: string; readonly endsAt: string }[]
  readonly timeOff: readonly TimeOffFields[]
  readonly externalBusy: readonly {
    readonly therapistId: string
    readonly startsAt: string
    readonly endsAt: string
  }[]
}

export interface CalendarChangeFields {
  readonly cursor: string
  readonly actor: Actor
  readonly clientMutationId?: string | null
  readonly upserted?: AppointmentFields | SessionFields | TimeOffFields | HoldFields | null
  readonly removedId?: string | null
  readonly snapshotRequired: boolean
}

export function toCard(fields: AppointmentFields): Card {
  return {
    id: fields.id,
    version: fields.version,
    status: fields.status.toLowerCase() as AppointmentStatus,
    startsAt: Date.parse(fields.startsAt),
    endsAt: Date.parse(fields.endsAt),
    therapistId: fields.therapist.id,
    roomId: fields.room?.id ?? null,
    clientId: fields.client.id,
    clientName: fields.client.name,
    typeId: fields.type.id,
    typeName: fields.type.name,
    hue: fields.type.hue,
    bufferBeforeMinutes: fields.bufferBeforeMinutes,
    bufferAfterMinutes: fields.bufferAfterMinutes,
    overbooked: fields.overbooked,
    isMeantOnLeave: fields.overriddenRules?.includes('ON_TIME_OFF') ?? false,
    confirmedAt: fields.confirmedAt ? Date.parse(fields.confirmedAt) : null,
    repeats: fields.originalStartsAt != null,
    notes: fields.notes ?? null,
    mark: toMark(fields.mark),
  }
}

export function toTimeOff(fields: TimeOffFields): TimeOff {
  return {
    id: fields.id,
    version: fields.version,
    resourceId: fields.resource.id,
    start: Date.parse(fields.startsAt),
    end: Date.parse(fields.endsAt),
    reason: fields.reason.toLowerCase(),
    approved: fields.status === 'APPROVED',
  }
}

export function toHold(fields: HoldFields): Hold {
  return {
    id: fields.id,
    version: fields.version,
    startsAt: Date.parse(fields.startsAt),
    endsAt: Date.parse(fields.endsAt),
    therapistId: fields.therapist.id,
    roomId: fields.room?.id ?? null,
    expiresAt: Date.parse(fields.expiresAt),
    extended: fields.extended,
    typeId: fields.type.id,
    typeName: fields.type.name,
    heldBy: fields.heldBy.name,
  }
}

export function toSnapshot(fields: CalendarFields, resources: readonly Column[]): Snapshot {
  const openHours = byResource(fields.openHours, (open) => open.resourceId)
  return {
    cursor: fields.cursor,
    cards: [...fields.appointments.map(toCard), ...fields.sessions.map(toSessionCard)],
    holds: fields.holds.map(toHold),
    timeOff: fields.timeOff.map(toTimeOff),
    openHours,
    closures: fields.closures.map(({ name, startsAt, endsAt }) => ({
      name,
      start: Date.parse(startsAt),
      end: Date.parse(endsAt),
    })),
    elsewhere: byResource(fields.externalBusy, (busy) => busy.therapistId),
    resources,
  }
}

function byResource<Item extends { readonly startsAt: string; readonly endsAt: string }>(
  items: readonly Item[],
  resourceOf: (item: Item) => string,
): Map<string, Interval[]> {
  const intervals = new Map<string, Interval[]>()
  for (const item of items) {
    const interval = { start: Date.parse(item.startsAt), end: Date.parse(item.endsAt) }
    intervals.set(resourceOf(item), [...(intervals.get(resourceOf(item)) ?? []), interval])
  }
  return intervals
}

/** Undefined when the change cannot be applied (the log no longer reaches back): the calendar has to be read again. */
export function toChange(fields: CalendarChangeFields): LoggedChange | undefined {
  const logged = { cursor: fields.cursor, actor: fields.actor, clientMutationId: fields.clientMutationId ?? null }
  if (fields.removedId) return { kind: 'removal', id: fields.removedId, ...logged }
  if (fields.snapshotRequired || !fields.upserted) return undefined
  if ('client' in fields.upserted) return { kind: 'card', card: toCard(fields.upserted), ...logged }
  if ('placesTaken' in fields.upserted) return { kind: 'card', card: toSessionCard(fields.upserted), ...logged }
  return 'expiresAt' in fields.upserted
    ? { kind: 'hold', hold: toHold(fields.upserted), ...logged }
    : { kind: 'timeOff', timeOff: toTimeOff(fields.upserted), ...logged }
}

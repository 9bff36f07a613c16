import { instantOf } from '../../../domain/zone.ts'
import type { Actor, LoggedChange } from '../../../web/calendar/store/apply-change.ts'
import {
  type Book,
  type Card,
  type Column,
  type Hold,
  makeBook,
  type Snapshot,
} from '../../../web/calendar/store/book.ts'
import { unmarked } from '../../../web/calendar/store/mark.ts'

export const zone = 'America/New_York'
export const date = '2027-03-03'
export const step = { minutes: 15, zone }

export const actor: Actor = { kind: 'MEMBER', name: 'Rosa Lind' }

export const chen: Column = { id: 'chen', kind: 'therapist', name: 'Dr. Chen', detail: 'Psychologist', active: true }
export const okafor: Column = { id: 'okafor', kind: 'therapist', name: 'Dr. Okafor', detail: '', active: true }
export const room1: Column = { id: 'room-1', kind: 'room', name: 'Room 1', detail: '2 seats', active: true }
export const room2: Column = { id: 'room-2', kind: 'room', name: 'Room 2', detail: '4 seats', active: true }

/** The instant at which the clinic's clocks show that time on the day of the samples. */
export function at(time: string): number {
  return instantOf(date, time, zone)
}

export function makeCard(id: string, start: string, end: string, more: Partial<Card> = {}): Card {
  return {
    id,
    version: 1,
    status: 'booked',
    startsAt: at(start),
    endsAt: at(end),
    therapistId: 'chen',
    roomId: null,
    clientId: `client of ${id}`,
    clientName: 'Maya Thompson',
    typeId: 'therapy',
    typeName: 'Therapy',
    hue: 160,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    overbooked: false,
    confirmedAt: null,
    repeats: false,
    notes: null,
    mark: unmarked,
    ...more,
  }
}

/** A group that Dr. Chen and Dr. Okafor run in Room 2, six of its eight places taken. */
export function makeSession(id: string, start: string, end: string, more: Partial<Card> = {}): Card {
  const counted = { capacity: 8, placesTaken: 6, placesVersion: 3 }
  const session = { eventId: 'dbt', eventTherapistIds: ['chen'], standing: 'scheduled', isDraft: false } as const
  return makeCard(id, start, end, {
    ...{ therapistId: 'chen', otherTherapistIds: ['okafor'], roomId: 'room-2' },
    ...{ clientId: '', clientName: 'Teen DBT', typeId: '', typeName: 'Group therapy', hue: 280 },
    session: { ...session, ...counted },
    ...more,
  })
}

/** Held by Rosa Lind until 08:05. */
export function makeHold(id: string, start: string, end: string, more: Partial<Hold> = {}): Hold {
  return {
    id,
    version: 1,
    startsAt: at(start),
    endsAt: at(end),
    therapistId: 'chen',
    roomId: null,
    expiresAt: at('08:05'),
    extended: false,
    typeId: 'therapy',
    typeName: 'Therapy',
    heldBy: 'Rosa Lind',
    ...more,
  }
}

export function bookOf(cards: readonly Card[], more: Partial<Snapshot> = {}): Book {
  const resources = [chen, okafor, room1, room2]
  return makeBook({
    cursor: '100',
    cards,
    timeOff: [],
    holds: [],
    openHours: new Map(),
    closures: [],
    resources,
    ...more,
  })
}

export function upsert(cursor: string, card: Card): LoggedChange {
  return { kind: 'card', cursor, card, actor, clientMutationId: null }
}

export function removal(cursor: string, id: string): LoggedChange {
  return { kind: 'removal', cursor, id, actor, clientMutationId: null }
}

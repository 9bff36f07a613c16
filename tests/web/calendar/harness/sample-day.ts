import { type Interval, MINUTE } from '../../../../domain/interval.ts'
import { instantOf } from '../../../../domain/zone.ts'
import type { Card, Column, Snapshot, TimeOff } from '../../../../web/calendar/store/book.ts'
import { type CardMark, unmarked } from '../../../../web/calendar/store/mark.ts'

export interface SampleDay {
  readonly therapists: number
  readonly rooms: number
  readonly perTherapist: number
  readonly date: string
  readonly zone: string
}

const NAMES = [
  'Chen',
  'Okafor',
  'Lindqvist',
  'Haddad',
  'Marsh',
  'Petrova',
  'Delgado',
  'Iyer',
  'Novak',
  'Abara',
  'Weiss',
]
const GIVEN = ['Maya', 'Lee', 'Theodora', 'Sam', 'Ingrid', 'Noor', 'Pablo', 'Wen', 'Alexandria', 'Jo', 'Farah', 'Tom']
const FAMILY = ['Thompson', 'Park', 'Vandenberg', 'Osei', 'Holm', 'Rahman', 'Castillo', 'Li', 'Papadopoulos', 'Reed']
const TITLES = ['Psychologist', 'Counsellor', 'Physiotherapist', 'Speech therapist']
const TYPES = [
  { typeName: 'Individual therapy', hue: 250, minutes: 50, bufferAfterMinutes: 10 },
  { typeName: 'Initial consultation', hue: 155, minutes: 80, bufferAfterMinutes: 10 },
  { typeName: 'Follow-up', hue: 75, minutes: 20, bufferAfterMinutes: 0 },
  { typeName: 'Couples session', hue: 330, minutes: 75, bufferAfterMinutes: 15 },
  { typeName: 'Physiotherapy', hue: 200, minutes: 30, bufferAfterMinutes: 0 },
  { typeName: 'Assessment', hue: 25, minutes: 45, bufferAfterMinutes: 0 },
]
const STATUSES = ['booked', 'booked', 'booked', 'booked', 'pending', 'booked', 'noshow', 'booked'] as const

const MARKS: readonly Partial<CardMark>[] = [
  { state: 'delivered' },
  { state: 'delivered' },
  { state: 'sent' },
  { state: 'delivered', reply: 'confirmed' },
  {},
  { state: 'delivered', lateMinutes: 15 },
  { state: 'failed' },
  { state: 'delivered', reply: 'reschedule_requested' },
  { state: 'delivered', unread: 2 },
  { state: 'delivered', reply: 'unrecognised' },
  { state: 'delivered', reply: 'confirmed' },
]

/** A clinic's day, the same every time: enough of everything to look at. */
export function sampleDay(day: SampleDay): Snapshot {
  const therapists = Array.from({ length: day.therapists }, (_, index) => therapist(index))
  const rooms = Array.from({ length: day.rooms }, (_, index) => room(index))
  const at = (time: string) => instantOf(day.date, time, day.zone)
  const cards = therapists.flatMap((each, index) => cardsOf(each, index, day, rooms.length, at('08:30')))
  return {
    cursor: '100',
    cards,
    timeOff: leave(therapists, at),
    holds: [],
    closures: [],
    openHours: new Map(therapists.map((each, index) => [each.id, hours(index, at)])),
    resources: [...therapists, ...rooms],
  }
}

function markOf(seed: number): CardMark {
  return { ...unmarked, version: 1, ...MARKS[seed % MARKS.length] }
}

function therapist(index: number): Column {
  const name = `Dr. ${NAMES[index % NAMES.length]}${index >= NAMES.length ? ` ${Math.floor(index / NAMES.length) + 1}` : ''}`
  return { id: `t${index}`, kind: 'therapist', name, detail: TITLES[index % TITLES.length]!, active: true }
}

function room(index: number): Column {
  return { id: `r${index}`, kind: 'room', name: `Room ${index + 1}`, detail: `${2 + (index % 3)} seats`, active: true }
}

function hours(index: number, at: (time: string) => number): Interval[] {
  if (index % 5 === 4) return [{ start: at('11:00'), end: at('19:00') }]
  return [
    { start: at('08:00'), end: at('12:30') },
    { start: at('13:00'), end: at('17:30') },
  ]
}

function leave(therapists: readonly Column[], at: (time: string) => number): TimeOff[] {
  return therapists
    .filter((_, index) => index % 7 === 2)
    .map(({ id }) => ({
      id: `leave of ${id}`,
      version: 1,
      resourceId: id,
      start: at('14:00'),
      end: at('19:00'),
      reason: 'conference',
      approved: true,
    }))
}

function cardsOf(each: Column, index: number, day: SampleDay, rooms: number, opening: number): Card[] {
  const cards: Card[] = []
  let start = opening + (index % 3) * 30 * MINUTE
  for (let number = 0; number < day.perTherapist; number++) {
    const seed = index * 31 + number * 7
    const { minutes, ...type } = TYPES[(index + number * 5) % TYPES.length]!
    const end = start + minutes * MINUTE
    const shared = rooms > 0 && index < rooms
    cards.push({
      id: `c${index}-${number}`,
      version: 1,
      status: number === 0 ? 'fulfilled' : number === 1 ? 'arrived' : STATUSES[seed % STATUSES.length]!,
      startsAt: start,
      endsAt: end,
      therapistId: each.id,
      roomId: shared ? `r${index}` : null,
      clientId: `client ${seed}`,
      clientName: `${GIVEN[seed % GIVEN.length]} ${FAMILY[(seed * 3) % FAMILY.length]}`,
      typeId: type.typeName,
      bufferBeforeMinutes: 0,
      overbooked: seed % 23 === 5,
      repeats: false,
      confirmedAt: seed % 3 === 0 ? opening : null,
      notes: null,
      mark: markOf(seed),
      ...type,
    })
    start = Math.ceil((end + type.bufferAfterMinutes * MINUTE) / (15 * MINUTE)) * 15 * MINUTE + (seed % 4) * 15 * MINUTE
  }
  return cards
}

import ics, { type EventAttributes } from 'ics'
import { type CalendarEntry, writeCalendar } from '../../domain/ics/calendar.ts'
import { type EventInCalendar, eventEntries } from '../../domain/ics/session-entries.ts'
import { instantOf } from '../../domain/zone.ts'
import { readers } from '../../tests/support/calendar-readers.ts'
import { installPeers, peerPath } from '../peers.ts'

export const sessionCount = 1000
const eventCount = 20
const zone = 'America/New_York'
const WEEK = 7 * 24 * 60 * 60_000
const from = Date.UTC(2026, 0, 6)
const description =
  'A weekly group for teenagers: mindfulness, distress tolerance, emotion regulation.\nBring a notebook; come ten minutes early.'

/** Twenty weekly groups of fifty sessions each, none of which was changed. */
export function twentyGroups(): EventInCalendar[] {
  return Array.from({ length: eventCount }, (_, number) => {
    const start = from + (number % 5) * 24 * 60 * 60_000 + (9 + Math.floor(number / 5)) * 60 * 60_000
    const told = { summary: `Skills group ${number + 1}`, description, location: 'Downtown, 12 Pier Street, Willow' }
    const dates = { createdAt: from, updatedAt: from }
    const sessions = Array.from({ length: sessionCount / eventCount }, (_, week) => {
      const wall = new Date(start + week * WEEK).toISOString()
      const startsAt = instantOf(wall.slice(0, 10), wall.slice(11, 16), zone)
      const times = { originalStartsAt: startsAt, startsAt, endsAt: startsAt + 90 * 60_000 }
      return { id: `${number}-${week}`, ...times, ...dates, status: 'CONFIRMED' as const, told }
    })
    const event = { id: String(number), sequence: 3, ...dates, rrule: 'FREQ=WEEKLY', start, zone, minutes: 90, told }
    return { ...event, sessions }
  })
}

/** What all three can say: every session by itself. */
export function everySession(): CalendarEntry[] {
  return twentyGroups().flatMap((group) => eventEntries({ ...group, rrule: 'FREQ=DAILY;BYHOUR=1,2' }))
}

export interface Contender {
  readonly who: string
  readonly build: () => string
}

const covers = { start: from, end: from + 52 * WEEK }
const write = (entries: readonly CalendarEntry[]) =>
  writeCalendar({ name: 'Harbor Clinic', zone, covers, refreshMinutes: 60, entries })

interface IcalGenerator {
  default(options: object): { createEvent(options: object): unknown; toString(): string }
}

/** The three with the same sessions one by one; ours as feeds are really written besides. */
export async function contenders(): Promise<Contender[]> {
  installPeers()
  const peer = (await import(`${peerPath('ical-generator')}/dist/index.mjs`)) as IcalGenerator
  const entries = everySession()
  const groups = twentyGroups()
  return [
    { who: 'ics 3.12.0 alone', build: () => byPackage(entries) },
    { who: 'ical-generator 11.1.2', build: () => byGenerator(peer, entries) },
    { who: 'ours, one by one', build: () => write(entries) },
    { who: 'ours, as rules', build: () => write(groups.flatMap(eventEntries)) },
  ]
}

function byPackage(entries: readonly CalendarEntry[]): string {
  const events = entries.map((entry): EventAttributes & { timestamp: number } => ({
    ...{ uid: entry.uid, sequence: entry.sequence, timestamp: entry.updatedAt, created: entry.createdAt },
    ...{ lastModified: entry.updatedAt, start: entry.startsAt, end: entry.endsAt, title: entry.summary },
    ...{ description: entry.description, location: entry.location, status: 'CONFIRMED', transp: 'OPAQUE' },
    classification: 'PUBLIC',
  }))
  const { error, value } = ics.createEvents(events, { calName: 'Harbor Clinic' })
  if (!value) throw error
  return value
}

function byGenerator(peer: IcalGenerator, entries: readonly CalendarEntry[]): string {
  const calendar = peer.default({ name: 'Harbor Clinic', ttl: 3600 })
  for (const entry of entries)
    calendar.createEvent({
      ...{
        id: entry.uid,
        sequence: entry.sequence,
        stamp: new Date(entry.updatedAt),
        created: new Date(entry.createdAt),
      },
      ...{ lastModified: new Date(entry.updatedAt), start: new Date(entry.startsAt), end: new Date(entry.endsAt) },
      ...{ summary: entry.summary, description: entry.description, location: entry.location, status: 'CONFIRMED' },
      ...{ transparency: 'OPAQUE', class: 'PUBLIC' },
    })
  return calendar.toString()
}

/** Throws unless two readers find the same thousand instants in each of the calendars. */
export function checkEqual(all: readonly Contender[]): void {
  const wanted = startsOf(twentyGroups().flatMap((group) => group.sessions.map((each) => ({ start: each.startsAt }))))
  for (const { build, who } of all)
    for (const [name, read] of readers)
      if (startsOf(read(build())) !== wanted) throw new Error(`${name} reads other sessions in that of ${who}`)
}

function startsOf(shown: readonly { readonly start: number }[]): string {
  return shown
    .map((each) => each.start)
    .sort((a, b) => a - b)
    .join()
}

import { describe, expect, test } from 'vitest'
import { writeCalendar } from '../../../domain/ics/calendar.ts'
import { type EventInCalendar, eventEntries } from '../../../domain/ics/session-entries.ts'
import { type Reader, readers } from '../../support/calendar-readers.ts'
import { chanceOfTest } from '../../support/chance.ts'
import { randomEvent } from './random-events.ts'

const EVENTS = 500

interface Entry {
  readonly start: number
  readonly end: number
  readonly summary: string
}

describe('random events', () => {
  test.each(readers)(
    `are read again by %s as they are, ${EVENTS} of them in six zones`,
    (_, read) => {
      const chance = chanceOfTest()
      for (let made = 0; made < EVENTS; made++) {
        const event = randomEvent(chance, made)
        const [shown, wanted] = [readAgain(event, read), wantedOf(event)]
        if (shown.join() !== wanted.join()) expect({ event, shown }).toEqual({ event, shown: wanted })
      }
    },
    120_000,
  )
})

function readAgain(event: EventInCalendar, read: Reader): string[] {
  const covers = { start: event.start, end: event.start }
  const entries = eventEntries(event)
  return linesOf(read(writeCalendar({ name: 'All', zone: event.zone, covers, refreshMinutes: 60, entries })))
}

function wantedOf({ sessions }: EventInCalendar): string[] {
  const kept = sessions.filter((each) => each.status !== 'CANCELLED')
  return linesOf(kept.map(({ endsAt, startsAt, told }) => ({ start: startsAt, end: endsAt, summary: told.summary })))
}

function linesOf(entries: readonly Entry[]): string[] {
  return entries.map(({ end, start, summary }) => `${start} ${end} ${summary.replace(/\r\n?/g, '\n').trim()}`).sort()
}

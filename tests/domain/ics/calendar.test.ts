import { describe, expect, test } from 'vitest'
import { type CalendarEntry, writeCalendar } from '../../../domain/ics/calendar.ts'
import { unfoldLines } from '../../../domain/ics/lines.ts'
import { type EventInCalendar, eventEntries, type SessionInCalendar } from '../../../domain/ics/session-entries.ts'
import { instantOf } from '../../../domain/zone.ts'
import { readers } from '../../support/calendar-readers.ts'
import { at } from '../../support/series-desk.ts'
import { floating } from '../recurrence/floating.ts'

const NEW_YORK = 'America/New_York'
const WEEK = 7 * 24 * 60 * 60_000
const covers = { start: at('2026-06-01T00:00:00Z'), end: at('2026-06-02T00:00:00Z') }
const write = (entries: readonly CalendarEntry[], zone = NEW_YORK) =>
  writeCalendar({ name: 'Harbor, Groups', zone, covers, refreshMinutes: 60, entries })

const told = { summary: 'Teen skills', location: 'Willow' }

/** Tuesdays at 16:00 for 90 minutes, from 3 March 2026. */
function group(dates: readonly string[], zone = NEW_YORK): EventInCalendar {
  const sessions = dates.map((date, index): SessionInCalendar => {
    const startsAt = instantOf(date, '16:00', zone)
    const times = { originalStartsAt: startsAt, startsAt, endsAt: startsAt + 90 * 60_000 }
    return { id: `s${index}`, ...times, createdAt: 0, updatedAt: 1000, status: 'CONFIRMED', told }
  })
  return {
    ...{ id: 'e', sequence: 7, createdAt: 0, updatedAt: 2000, rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=50', zone, told },
    ...{ start: floating('20260303T160000'), minutes: 90, sessions },
  }
}

function linesOf(event: EventInCalendar, name: RegExp): string[] {
  return unfoldLines(write(eventEntries(event), event.zone)).filter((line) => name.test(line))
}

describe('a calendar', () => {
  test('says who wrote it, what it is called, and how often it is worth asking for', () => {
    expect(unfoldLines(write([])).slice(0, 10)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Daybook//Daybook//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Harbor\\, Groups',
      'X-WR-CALNAME:Harbor\\, Groups',
      'X-WR-TIMEZONE:America/New_York',
      'REFRESH-INTERVAL;VALUE=DURATION:PT60M',
      'X-PUBLISHED-TTL:PT60M',
    ])
  })

  test('tells when the clocks of its zone change, as they showed it until then', () => {
    const zone = unfoldLines(write([])).join('\n')
    // 8 March 2026, 02:00, and 1 November 2026, 02:00.
    expect(zone).toContain(
      'BEGIN:DAYLIGHT\nDTSTART:20260308T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT',
    )
    expect(zone).toContain(
      'BEGIN:STANDARD\nDTSTART:20261101T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD',
    )
  })

  test.each([
    ['Asia/Kolkata', 'STANDARD', '+0530'],
    ['UTC', 'STANDARD', '+0000'],
  ])('of %s, whose clocks never change, has one line for it', (zone, kind, offset) => {
    const lines = unfoldLines(write([], zone))
    expect(lines.filter((line) => line === `BEGIN:${kind}`)).toHaveLength(1)
    expect(lines).toContain(`TZOFFSETTO:${offset}`)
  })
})

describe('an event that repeats', () => {
  const acrossSpring = ['2026-03-03', '2026-03-10', '2026-03-17']
  const acrossAutumn = ['2026-10-27', '2026-11-03', '2026-11-10']

  test('is one entry up to its last session, in the time of its zone', () => {
    expect(linesOf(group(acrossSpring), /^(UID|DTSTART;|DTEND|RRULE|EXDATE|SEQUENCE|DTSTAMP|SUMMARY)/)).toEqual([
      'UID:event-e@daybook',
      'SEQUENCE:7',
      'DTSTAMP:19700101T000002Z',
      'DTSTART;TZID=America/New_York:20260303T160000',
      'DTEND;TZID=America/New_York:20260303T173000',
      'RRULE:FREQ=WEEKLY;UNTIL=20260317T200000Z;BYDAY=TU',
      'SUMMARY:Teen skills',
    ])
  })

  test.each(readers)('is read by %s a week apart on the wall, on both days that the clocks change', (_, read) => {
    for (const [dates, changed] of [
      [acrossSpring, -1],
      [acrossAutumn, 1],
    ] as const) {
      const starts = read(write(eventEntries(group(dates)))).map((each) => each.start)
      expect(starts).toEqual(dates.map((date) => instantOf(date, '16:00', NEW_YORK)))
      expect(starts[1]! - starts[0]!).toBe(WEEK + changed * 60 * 60_000)
    }
  })

  test('leaves out the occurrences that are no session', () => {
    const event = group(['2026-03-10', '2026-03-31'])
    expect(linesOf(event, /^(DTSTART;|EXDATE)/)).toEqual([
      'DTSTART;TZID=America/New_York:20260310T160000',
      'EXDATE;TZID=America/New_York:20260317T160000,20260324T160000',
    ])
  })

  test('has an entry instead of a session that was moved, renamed or cancelled', () => {
    const event = group(['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24'])
    const [first, second, third, fourth] = event.sessions as [
      SessionInCalendar,
      SessionInCalendar,
      SessionInCalendar,
      SessionInCalendar,
    ]
    const changed = [
      { ...first, startsAt: first.startsAt + 60 * 60_000, endsAt: first.endsAt + 60 * 60_000 },
      { ...second, told: { ...told, summary: 'Parents’ evening' } },
      { ...third, status: 'CANCELLED' as const, updatedAt: 5000 },
      fourth,
    ]
    const lines = linesOf({ ...event, sessions: changed }, /^(RECURRENCE|DTSTART;|SUMMARY|STATUS|LAST|TRANSP)/)
    expect(lines.slice(5)).toEqual([
      ...['LAST-MODIFIED:19700101T000002Z', 'RECURRENCE-ID;TZID=America/New_York:20260303T160000'],
      ...['DTSTART;TZID=America/New_York:20260303T170000', 'SUMMARY:Teen skills', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE'],
      ...['LAST-MODIFIED:19700101T000002Z', 'RECURRENCE-ID;TZID=America/New_York:20260310T160000'],
      ...[
        'DTSTART;TZID=America/New_York:20260310T160000',
        'SUMMARY:Parents’ evening',
        'STATUS:CONFIRMED',
        'TRANSP:OPAQUE',
      ],
      ...['LAST-MODIFIED:19700101T000005Z', 'RECURRENCE-ID;TZID=America/New_York:20260317T160000'],
      ...[
        'DTSTART;TZID=America/New_York:20260317T160000',
        'SUMMARY:Teen skills',
        'STATUS:CANCELLED',
        'TRANSP:TRANSPARENT',
      ],
    ])
  })

  test('is told later where most of its sessions were moved on the same day', () => {
    const event = group(['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24'])
    const later = (each: SessionInCalendar) => ({
      ...each,
      startsAt: each.startsAt + 60 * 60_000,
      endsAt: each.endsAt + 60 * 60_000,
    })
    const sessions = event.sessions.map((each, index) => (index > 0 ? later(each) : each))
    expect(linesOf({ ...event, sessions }, /^(DTSTART;|RRULE|EXDATE|RECURRENCE)/)).toEqual([
      ...['DTSTART;TZID=America/New_York:20260303T170000', 'RRULE:FREQ=WEEKLY;UNTIL=20260324T210000Z;BYDAY=TU'],
      ...['RECURRENCE-ID;TZID=America/New_York:20260303T170000', 'DTSTART;TZID=America/New_York:20260303T160000'],
    ])
  })

  test('has an entry of its own for a session that the rule does not give', () => {
    const event = group(['2026-03-03', '2026-03-12', '2026-03-17'])
    expect(linesOf(event, /^(UID|RRULE|EXDATE)/)).toEqual([
      'UID:event-e@daybook',
      'RRULE:FREQ=WEEKLY;UNTIL=20260317T200000Z;BYDAY=TU',
      'EXDATE;TZID=America/New_York:20260310T160000',
      'UID:session-s1@daybook',
    ])
  })

  test.each([
    ['a rule that calendars read differently', 'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,2', '20260303T160000'],
    ['a time that the clocks skip', 'FREQ=DAILY', '20260303T023000'],
  ])('is told session by session where it has %s', (_, rrule, start) => {
    const event = { ...group([]), rrule, start: floating(start) }
    const starts = [3, 5, 10].map((day) => at(`2026-03-${String(day).padStart(2, '0')}T21:00:00Z`))
    const sessions = starts.map((startsAt, index) => ({
      ...group(['2026-03-03']).sessions[0]!,
      ...{ id: `s${index}`, originalStartsAt: startsAt, startsAt, endsAt: startsAt + 90 * 60_000 },
    }))
    const entries = eventEntries({ ...event, sessions })
    expect(entries.every((each) => !each.repeats)).toBe(true)
    for (const [, read] of readers) expect(read(write(entries)).map((each) => each.start)).toEqual(starts)
  })
})

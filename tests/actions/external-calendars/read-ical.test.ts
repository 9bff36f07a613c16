import { expect, test } from 'vitest'
import { readIcal } from '../../../actions/read-ical.ts'
import { busyOf, importWindow } from '../../../domain/imported-calendar.ts'
import { calendarText } from '../../support/imported-calendar.ts'

/** Monday 19 October 2026, 08:00 in New York. */
const OCTOBER = Date.parse('2026-10-19T12:00:00Z')
const NEW_YORK = 'America/New_York'

/** Start and end of what takes time, and how many entries were skipped. */
function read(text: string, mayGoOn = () => true) {
  const told = readIcal(text, NEW_YORK)
  if ('problem' in told) return told
  const found = busyOf(told.entries, importWindow(OCTOBER), mayGoOn)
  if ('problem' in found) return found
  const spell = (instant: number) => new Date(instant).toISOString().slice(0, 16)
  const busy = found.busy.map((each) => `${spell(each.start)} ${spell(each.end)}`).sort()
  return { busy, skipped: told.skipped + found.skipped }
}

test('reads times of a zone, of UTC and of no zone, and whole days on the clinic’s clock', () => {
  const text = calendarText(
    'UID:1\nDTSTART;TZID=Europe/Berlin:20261020T150000\nDTEND;TZID=Europe/Berlin:20261020T160000',
    'UID:2\nDTSTART:20261021T150000Z\nDURATION:PT30M',
    'UID:3\nDTSTART:20261022T090000\nDTEND:20261022T100000',
    'UID:4\nDTSTART;VALUE=DATE:20261101',
    'UID:5\nDTSTART;VALUE=DATE:20261110\nDTEND;VALUE=DATE:20261112',
  )
  expect(read(text)).toEqual({
    busy: [
      '2026-10-20T13:00 2026-10-20T14:00',
      '2026-10-21T15:00 2026-10-21T15:30',
      '2026-10-22T13:00 2026-10-22T14:00',
      '2026-11-01T04:00 2026-11-02T05:00',
      '2026-11-10T05:00 2026-11-12T05:00',
    ],
    skipped: 0,
  })
})

test('reads lines however they end', () => {
  const text = calendarText('UID:1\nDTSTART:20261021T15\n 0000Z\nDURATION:PT1H')
  const told = { busy: ['2026-10-21T15:00 2026-10-21T16:00'], skipped: 0 }
  expect(read(text)).toEqual(told)
  expect(read(`\uFEFF${text.replaceAll('\r\n', '\n')}`)).toEqual(told)
})

test('what is cancelled, free, our own, without length or outside the window takes no time', () => {
  const hour = 'DTSTART:20261021T150000Z\nDTEND:20261021T160000Z'
  const text = calendarText(
    `UID:1\n${hour}\nSTATUS:CANCELLED`,
    `UID:2\n${hour}\nTRANSP:TRANSPARENT`,
    `UID:3\n${hour}\nX-MICROSOFT-CDO-BUSYSTATUS:FREE`,
    'UID:4\nDTSTART:20261021T150000Z',
    'UID:5\nDTSTART:20260901T150000Z\nDURATION:PT1H',
    'UID:6\nDTSTART:20281021T150000Z\nDURATION:PT1H',
    `UID:0199aaaa-0000-7000-8000-000000000000@daybook\n${hour}`,
  )
  expect(read(text)).toEqual({ busy: [], skipped: 0 })
})

test('a weekly entry stays at its hour when the clocks change, but for what is excepted, moved or cancelled', () => {
  const weekly = 'DTSTART;TZID=America/New_York:20261020T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=6'
  const text = calendarText(
    `UID:1\n${weekly}\nEXDATE;TZID=America/New_York:20261027T090000\nEXDATE:20261103T140000Z`,
    'UID:1\nRECURRENCE-ID;TZID=America/New_York:20261110T090000\nDTSTART:20261111T200000Z\nDTEND:20261111T210000Z',
    'UID:1\nRECURRENCE-ID:20261117T140000Z\nDTSTART:20261117T140000Z\nDTEND:20261117T150000Z\nSTATUS:CANCELLED',
  )
  expect(read(text)).toEqual({
    busy: [
      '2026-10-20T13:00 2026-10-20T14:00',
      '2026-11-11T20:00 2026-11-11T21:00',
      '2026-11-24T14:00 2026-11-24T15:00',
    ],
    skipped: 0,
  })
})

test('a rule ends with its last instant, whatever zone that is told in, and days are excepted as a whole', () => {
  const daily = 'DTSTART;TZID=Asia/Tokyo:20261020T080000\nDURATION:PT1H'
  const text = calendarText(`UID:1\n${daily}\nRRULE:FREQ=DAILY;UNTIL=20261022T230000Z\nEXDATE;VALUE=DATE:20261022`)
  expect(read(text)).toEqual({
    busy: ['2026-10-19T23:00', '2026-10-20T23:00', '2026-10-22T23:00'].map((start) => {
      const end = new Date(Date.parse(`${start}Z`) + 3_600_000).toISOString().slice(0, 16)
      return `${start} ${end}`
    }),
    skipped: 0,
  })
})

test('a zone that only the calendar itself describes is understood', () => {
  const rules = [
    'STANDARD\nDTSTART:16010101T020000\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500',
  ]
  rules.push(
    'DAYLIGHT\nDTSTART:16010101T020000\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400',
  )
  const changes = rules.map((each) => `BEGIN:${each}\nEND:${each.split('\n')[0]}`).join('\n')
  const zone = `BEGIN:VTIMEZONE\nTZID:Eastern Standard Time\n${changes}\nEND:VTIMEZONE\n`
  const weekly = 'DTSTART;TZID=Eastern Standard Time:20261027T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2'
  const text = calendarText(`UID:1\n${weekly}`).replace('BEGIN:VEVENT', `${zone}BEGIN:VEVENT`)
  expect(read(text)).toEqual({
    busy: ['2026-10-27T13:00 2026-10-27T14:00', '2026-11-03T14:00 2026-11-03T15:00'],
    skipped: 0,
  })
  const endless = text.replaceAll('FREQ=YEARLY;BYDAY=1SU;BYMONTH=11', 'FREQ=SECONDLY')
  expect(read(endless)).toEqual({ busy: [], skipped: 1 })
})

test('entries that make no sense are skipped, the others read', () => {
  const start = 'DTSTART:20261021T150000Z\nDURATION:PT1H'
  const text = calendarText(
    'DTSTART:20261021T150000Z',
    'UID:2',
    'UID:3\nDTSTART:nonsense',
    `UID:4\n${start}\nRRULE:FREQ=SECONDLY`,
    `UID:5\n${start}\nRRULE:FREQ=HOURLY;COUNT=100000`,
    'UID:6\nDTSTART;TZID=Nowhere/Land:20261021T150000\nDURATION:PT1H',
    `UID:${'7'.repeat(1001)}\n${start}`,
    'UID:8\nDTSTART:20261021T150000Z\nDURATION:P9000D',
    `UID:9\n${start}`,
  )
  expect(read(text)).toEqual({ busy: ['2026-10-21T15:00 2026-10-21T16:00'], skipped: 8 })
})

test.each([
  ['nothing', ''],
  ['a page', '<!doctype html><title>Sign in</title>'],
  ['a person', 'BEGIN:VCARD\r\nFN:Maya\r\nEND:VCARD\r\n'],
  ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'],
])('refuses what is no calendar: %s', (_name, text) => {
  expect(read(text)).toEqual({ problem: 'is no iCalendar text' })
})

test('refuses what is too much, or takes too long', () => {
  const daily = (uid: number) => `UID:${uid}\nDTSTART:20261020T150000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY`
  const many = calendarText(...Array.from({ length: 60 }, (_each, index) => daily(index)))
  expect(read(many)).toEqual({ problem: 'must have at most 20000 entries in the next 400 days' })
  const long = calendarText(`${daily(1)}\nEXDATE:${'20261020T150000Z,'.repeat(2000)}20261021T150000Z`)
  expect(read(long)).toEqual({ problem: 'has a line that is too long' })
  expect(read(calendarText(daily(1)), () => false)).toEqual({ problem: 'takes too long to read' })
})

import ICAL from 'ical.js'
import { unfoldLines } from '../domain/ics/lines.ts'
import { type CalendarClock, type ImportedEntry, MOST_IMPORTED } from '../domain/imported-calendar.ts'
import { textProblem } from '../domain/text.ts'
import { type Floating, floatingOf, instantOfFloating, isZone } from '../domain/zone.ts'

export interface CalendarText {
  readonly entries: readonly ImportedEntry[]
  /** How many could not be understood. */
  readonly skipped: number
}

/** What is read of an iCalendar text, or what is wrong with it. Times without a zone are the clinic's. */
export function readIcal(text: string, zone: string): CalendarText | { readonly problem: string } {
  const lines = unfoldLines(text.replace(/^\uFEFF/, '').replace(/\r\n?|\n/g, '\r\n')).filter((line) =>
    WANTED.test(line),
  )
  if (lines.some((line) => line.length > LONGEST_LINE)) return { problem: 'has a line that is too long' }
  const calendars = calendarsOf(lines.join('\r\n'))
  if (!calendars) return { problem: 'is no iCalendar text' }
  const entries: ImportedEntry[] = []
  let skipped = 0
  for (const calendar of calendars) {
    const events = eventsOf(calendar)
    if (entries.length + events.length > MOST_IMPORTED) return { problem: `must have at most ${MOST_IMPORTED} entries` }
    const clockOf = clocksOf(calendar, zone)
    for (const event of events) {
      if (isOurs(event)) continue
      const entry = readable(() => entryOf(event, clockOf))
      if (entry) entries.push(entry)
      else skipped++
    }
  }
  return { entries, skipped }
}

/** What is not asked about is not even read: titles, people and notes among it. */
const WANTED =
  /^(BEGIN|END|UID|DTSTART|DTEND|DURATION|RRULE|EXDATE|RDATE|RECURRENCE-ID|STATUS|TRANSP|X-MICROSOFT-CDO-BUSYSTATUS|TZID|TZOFFSETFROM|TZOFFSETTO)[;:]/i
const LONGEST_LINE = 20_000

/** Each on its own: beside the others, the library would look for its zone among all of them. */
function eventsOf(calendar: ICAL.Component): ICAL.Component[] {
  const inside = calendar.jCal[2] as unknown[][]
  return inside.filter(([name]) => name === 'vevent').map((each) => new ICAL.Component(each))
}

function calendarsOf(text: string): ICAL.Component[] | undefined {
  const parsed: unknown[] = readable(() => ICAL.parse(text)) ?? []
  const all = (Array.isArray(parsed[0]) ? parsed : [parsed]) as unknown[][]
  const calendars = all.filter(([name]) => name === 'vcalendar').map((each) => new ICAL.Component(each))
  return calendars.length > 0 ? calendars : undefined
}

/** The library throws for everything it cannot read; what it says quotes the text, which is nobody's to see. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

/** A calendar that shows a feed of ours tells us nothing new. */
function isOurs(event: ICAL.Component): boolean {
  return String(event.getFirstPropertyValue('uid')).endsWith('@daybook')
}

type ClockOf = (time: ICAL.Time, tzid: unknown) => CalendarClock | undefined

const utc: CalendarClock = { toInstant: (floating) => floating, toFloating: (instant) => instant }

function clockIn(zone: string): CalendarClock {
  return {
    toInstant: (floating) => instantOfFloating(floating, zone),
    toFloating: (instant) => floatingOf(instant, zone),
  }
}

/** By the zone's name where the world knows it, else by what the calendar itself says of it. */
function clocksOf(calendar: ICAL.Component, zone: string): ClockOf {
  const described = new Map(
    calendar.getAllSubcomponents('vtimezone').map((each) => [each.getFirstPropertyValue('tzid'), each]),
  )
  const known = new Map<unknown, CalendarClock | undefined>()
  const named = (tzid: string) => {
    if (isZone(tzid)) return clockIn(tzid)
    const component = described.get(tzid)
    return component && isPlainZone(component) ? clockBy(new ICAL.Timezone(component)) : undefined
  }
  const own = clockIn(zone)
  return (time, tzid) => {
    if (time.isDate) return own
    if (time.zone === ICAL.Timezone.utcTimezone) return utc
    if (typeof tzid !== 'string') return own
    if (!known.has(tzid)) known.set(tzid, named(tzid))
    return known.get(tzid)
  }
}

const PLAIN_CHANGE =
  /^(FREQ=YEARLY|BYMONTH=\d{1,2}|BYDAY=[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)|WKST=..|INTERVAL=1|UNTIL=[\dTZ]+)$/

/** Changing its clocks at most twice a year, as every zone does that people live in: nothing that could take for ever. */
function isPlainZone(zone: ICAL.Component): boolean {
  const parts = zone.getAllSubcomponents()
  const rules = parts.flatMap((each) => each.getAllProperties('rrule').map((rule) => String(rule.getFirstValue())))
  return parts.length <= 300 && rules.every((rule) => rule.split(';').every((part) => PLAIN_CHANGE.test(part)))
}

function clockBy(zone: ICAL.Timezone): CalendarClock {
  const offsetAt = (floating: Floating) => zone.utcOffset(timeAt(floating)) * 1000
  return {
    toInstant: (floating) => floating - offsetAt(floating),
    toFloating: (instant) => instant + offsetAt(instant + offsetAt(instant)),
  }
}

function timeAt(floating: Floating): ICAL.Time {
  const date = new Date(floating)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone)
}

const DAY = 24 * 60 * 60_000

/** The entry; undefined when it makes no sense. */
function entryOf(event: ICAL.Component, clockOf: ClockOf): ImportedEntry | undefined {
  const uid = event.getFirstPropertyValue('uid')
  const begins = timesOf(event, 'dtstart', clockOf)?.[0]
  if (typeof uid !== 'string' || uid === '' || textProblem(uid, 1000) || !begins) return undefined
  const length = lengthOf(event, begins, clockOf)
  const [original, left, added] = ['recurrence-id', 'exdate', 'rdate'].map((name) => timesOf(event, name, clockOf))
  const rule = ruleOf(event, begins)
  if (!length || !original || !left || !added || rule === undefined) return undefined
  const { clock } = begins
  const onClock = (each: Moment) => clock.toFloating(each.clock.toInstant(each.floating))
  const isDay = (each: Moment) => each.isDate && !begins.isDate
  return {
    ...{ uid, start: begins.floating, clock, length, takesTime: takesTime(event) },
    ...(rule === null ? {} : { rrule: rule }),
    added: added.map(onClock),
    excepted: left.filter((each) => !isDay(each)).map(onClock),
    exceptedDays: left.filter(isDay).map((each) => each.floating),
    ...(original[0] ? { original: original[0].clock.toInstant(original[0].floating) } : {}),
  }
}

interface Moment {
  readonly floating: Floating
  readonly clock: CalendarClock
  readonly isDate: boolean
}

/** All times of the properties of that name; undefined when one of them is none, or in a zone that nobody knows. */
function timesOf(event: ICAL.Component, name: string, clockOf: ClockOf): Moment[] | undefined {
  const moments = event.getAllProperties(name).flatMap((property) =>
    property.getValues().map((value: unknown) => {
      const time = value instanceof ICAL.Period ? value.start : value
      if (!(time instanceof ICAL.Time) || time.year < 1900 || time.year > 2200) return undefined
      const clock = clockOf(time, property.getParameter('tzid'))
      const floating = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second)
      return clock && Number.isFinite(floating) ? { floating, clock, isDate: time.isDate } : undefined
    }),
  )
  return moments.every((each) => each !== undefined) ? moments : undefined
}

/** Without an end or a duration it takes a day when it has no hours, and no time when it has. */
function lengthOf(event: ICAL.Component, begins: Moment, clockOf: ClockOf): ImportedEntry['length'] | undefined {
  const ends = timesOf(event, 'dtend', clockOf)
  if (!ends) return undefined
  const [end] = ends
  const duration = event.getFirstPropertyValue('duration')
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : undefined
  if (begins.isDate) {
    const milliseconds = end ? end.floating - begins.floating : seconds === undefined ? DAY : seconds * 1000
    return { days: Math.max(1, Math.round(milliseconds / DAY)) }
  }
  if (!end) return { milliseconds: (seconds ?? 0) * 1000 }
  return { milliseconds: end.clock.toInstant(end.floating) - begins.clock.toInstant(begins.floating) }
}

/** The text of its rule, an UNTIL on the entry's own clock; null for none, undefined for more than one or none that is one. */
function ruleOf(event: ICAL.Component, { clock }: Moment): string | null | undefined {
  const rules = event.getAllProperties('rrule')
  if (rules.length === 0) return null
  const rule: unknown = rules[0]!.getFirstValue()
  if (rules.length > 1 || !(rule instanceof ICAL.Recur)) return undefined
  const text = rule.toString()
  return text.replace(/UNTIL=(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)Z/, (_all, ...parts: string[]) => {
    const [year, month, day, hour, minute, second] = parts.map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const until = new Date(clock.toFloating(Date.UTC(year, month - 1, day, hour, minute, second)))
    return `UNTIL=${until.toISOString().slice(0, 19).replace(/[-:]/g, '')}`
  })
}

function takesTime(event: ICAL.Component): boolean {
  const says = (name: string) => String(event.getFirstPropertyValue(name) ?? '').toUpperCase()
  return (
    says('status') !== 'CANCELLED' && says('transp') !== 'TRANSPARENT' && says('x-microsoft-cdo-busystatus') !== 'FREE'
  )
}

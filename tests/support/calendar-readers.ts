import ICAL from 'ical.js'
import nodeIcal, { type VEvent } from 'node-ical'

/** What a calendar shows: one that repeats as often as it takes place. Cancelled ones are left out. */
export interface Shown {
  readonly uid: string
  readonly start: number
  readonly end: number
  readonly summary: string
}

export type Reader = (calendar: string) => Shown[]

export const readers: readonly (readonly [string, Reader])[] = [
  ['ical.js', readByIcalJs],
  ['node-ical', readByNodeIcal],
]

const MOST = 5000
const EVER = { from: new Date('2000-01-01'), to: new Date('2100-01-01') }

function readByIcalJs(calendar: string): Shown[] {
  const root = new ICAL.Component(ICAL.parse(calendar))
  const events = root.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
  const instead = events.filter((each) => each.isRecurrenceException())
  const shown = events
    .filter((each) => !each.isRecurrenceException())
    .flatMap((event) => {
      for (const each of instead) if (each.uid === event.uid) event.relateException(each)
      return occurrencesByIcalJs(event)
    })
  return inOrder(shown)
}

function occurrencesByIcalJs(event: ICAL.Event): Shown[] {
  if (!event.isRecurring()) return isCancelled(event) ? [] : [shownOf(event, event.startDate, event.endDate)]
  const shown: Shown[] = []
  const iterator = event.iterator()
  for (let next = iterator.next(); next && shown.length < MOST; next = iterator.next()) {
    const { endDate, item, startDate } = event.getOccurrenceDetails(next)
    if (!isCancelled(item)) shown.push(shownOf(item, startDate, endDate))
  }
  return shown
}

function shownOf({ uid, summary }: ICAL.Event, start: ICAL.Time, end: ICAL.Time): Shown {
  return { uid, start: start.toUnixTime() * 1000, end: end.toUnixTime() * 1000, summary }
}

function isCancelled(event: ICAL.Event): boolean {
  return event.component.getFirstPropertyValue('status') === 'CANCELLED'
}

function readByNodeIcal(calendar: string): Shown[] {
  const events = Object.values(nodeIcal.sync.parseICS(calendar)).filter((each) => each?.type === 'VEVENT')
  return inOrder(events.flatMap((event) => occurrencesByNodeIcal(event)))
}

function occurrencesByNodeIcal(event: VEvent): Shown[] {
  const occurrences = event.rrule ? nodeIcal.expandRecurringEvent(event, EVER) : [{ ...event, event }]
  return occurrences
    .filter((each) => each.event.status !== 'CANCELLED')
    .map(({ end, start, summary }) => {
      if (!end) throw new Error(`no end: ${event.uid}`)
      return { uid: event.uid, start: start.getTime(), end: end.getTime(), summary: String(summary) }
    })
}

function inOrder(shown: Shown[]): Shown[] {
  return shown.sort((a, b) => a.start - b.start || a.end - b.end || a.uid.localeCompare(b.uid))
}

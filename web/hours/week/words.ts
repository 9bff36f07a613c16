import { MINUTE } from '../../../domain/interval.ts'
import { makeClock } from '../../calendar/layout/clock.ts'
import { inWeek } from '../../settings/week.ts'
import { type Block, DAY_MINUTES, type Span } from './block.ts'

const NOON = DAY_MINUTES / 2
const clock = makeClock('UTC', 'en-US')

/** `9:00 AM`; the end of the day is midnight. */
export function timeOfDay(minute: number): string {
  return minute === DAY_MINUTES ? 'midnight' : clock.time(minute * MINUTE)
}

/** `9:00 AM – 12:00 PM` */
export function hoursInWords({ start, end }: Pick<Span, 'start' | 'end'>): string {
  return `${timeOfDay(start)} – ${timeOfDay(end)}`
}

/** `9 AM – 12:30 PM`, `1 – 5 PM`: on a block. */
export function compactHours({ start, end }: Pick<Span, 'start' | 'end'>): string {
  const [from, until] = [start, end].map((minute) => timeOfDay(minute).replace(':00', ''))
  const isSameHalf = start < NOON === end < NOON && end !== DAY_MINUTES
  return `${isSameHalf ? shortTime(start) : from} – ${until}`
}

/** `9–12:30`: where there is little room. */
export function shortHours({ start, end }: Pick<Span, 'start' | 'end'>): string {
  return `${shortTime(start)}–${shortTime(end)}`
}

export function weekdayName(weekday: number): string {
  return inWeek[weekday - 1]!.name
}

/** `Monday, 9:00 AM to 12:00 PM` */
export function spanAloud(span: Span): string {
  return `${weekdayName(span.weekday)}, ${timeOfDay(span.start)} to ${timeOfDay(span.end)}`
}

/** What is particular about a block, in the order in which it matters. */
export function termsInWords(block: Block, placeName: (id: string) => string): string[] {
  const { locationId, telehealth, mostAppointments, effectiveFrom, effectiveUntil } = block
  return [
    ...(locationId === null ? [] : [placeName(locationId)]),
    ...(telehealth ? ['Telehealth'] : []),
    ...(mostAppointments === null ? [] : [`At most ${mostAppointments}`]),
    ...periodInWords(effectiveFrom, effectiveUntil),
  ]
}

function periodInWords(from: string | null, until: string | null): string[] {
  if (from && until) return [`${dateShort(from)} – ${dateShort(until)}`]
  if (from) return [`From ${dateShort(from)}`]
  return until ? [`Until ${dateShort(until)}`] : []
}

const dates = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' })

export function dateShort(date: string): string {
  return dates.format(new Date(`${date}T00:00Z`))
}

function shortTime(minute: number): string {
  return clock.short(minute * MINUTE).replace(/:00$/, '')
}

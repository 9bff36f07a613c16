import type { Row, Section } from '../results.ts'
import { type Spread, spreadOf } from '../statistics.ts'
import { dayCount, roomCount, therapistCount } from './clinic.ts'

export interface Size {
  readonly therapists: number
  readonly days: number
  /** Milliseconds of processor time that one search may take; only shown when left out. */
  readonly most?: number
}

export const sizes: readonly Size[] = [
  { therapists: 1, days: 1, most: 1 },
  { therapists: 1, days: dayCount, most: 5 },
  { therapists: therapistCount, days: dayCount },
]

/** One search of that size: how many slots it found, and its milliseconds, run by run. */
export interface Measured {
  readonly size: Size
  readonly slots: number
  readonly ours: number[]
  readonly obvious: number[]
  /** The obvious one again, its query a day sent. */
  readonly obviousQuerying: number[]
  /** Ours, with the statements that load what it searches. */
  readonly oursLoading: number[]
}

export interface Whole {
  readonly http: number[]
  readonly bare: number[]
  /** Megabytes by which the heap grew over a thousand searches. */
  readonly growth: number[]
  readonly appointments: number
}

const leastRatio = 50
const mostHttpMs = 60
const mostGrowthMb = 1

export function slotsSection(measured: readonly Measured[], whole: Whole): Section {
  const notes = [
    `${therapistCount} therapists and ${roomCount} rooms of a clinic with ${whole.appointments.toLocaleString('en')} appointments in ${dayCount} days, everybody taken two thirds of the time; every slot of half an hour on steps of a quarter, each with a room: ${measured.map((each) => `${each.slots} (${nameOf(each.size)})`).join(', ')}. All ways found the same ones, in every run.`,
    'The obvious algorithm: every start of the step, every therapist, every room, compared with every appointment of the day, in luxon’s date objects. Its appointments are handed to it day by day in memory; in the rows that say so it asks PostgreSQL for them, a query a day.',
    `Through HTTP: \`availableSlots\` for all of them over ${dayCount} days, the first 100, one connection kept, beside the same statements bare by \`pg\`.`,
  ]
  const about = '`findSlots` and `availableSlots`: when something could be booked, with whom and where.'
  return { bench: 'slots', about, rows: [...measured.flatMap(rowsOf), ...wholeRows(whole)], notes }
}

function rowsOf(each: Measured): Row[] {
  const figure = nameOf(each.size)
  const { most, days } = each.size
  const ours = spreadOf(each.ours)
  const target = most === undefined ? undefined : { text: `< ${most} ms`, met: ours.median < most }
  const rows: Row[] = [
    { figure, who: 'the obvious algorithm, CPU', value: spreadOf(each.obvious), unit: 'ms' },
    { figure, who: 'ours, CPU', value: ours, unit: 'ms', ...(target && { target }) },
  ]
  if (days < dayCount) return rows
  const ratio = ratioOf(each.obvious, each.ours)
  return [
    ...rows,
    {
      figure,
      who: 'ours, times faster',
      value: ratio,
      unit: '×',
      target: { text: `≥ ${leastRatio}`, met: ratio.median >= leastRatio },
    },
    { figure, who: 'the obvious algorithm, a query a day', value: spreadOf(each.obviousQuerying), unit: 'ms' },
    { figure, who: 'ours, loading what it searches', value: spreadOf(each.oursLoading), unit: 'ms' },
    {
      figure,
      who: 'ours, times faster, both with PostgreSQL',
      value: ratioOf(each.obviousQuerying, each.oursLoading),
      unit: '×',
    },
  ]
}

function wholeRows({ http, bare, growth }: Whole): Row[] {
  const figure = `${nameOf({ therapists: therapistCount, days: dayCount })}, through HTTP`
  const [ours, floor, grown] = [spreadOf(http), spreadOf(bare), spreadOf(growth)]
  return [
    { figure, who: 'floor: the same statements by pg', value: floor, unit: 'ms' },
    {
      figure,
      who: 'ours',
      value: ours,
      unit: 'ms',
      floor,
      target: { text: `p50 < ${mostHttpMs} ms`, met: ours.median < mostHttpMs },
    },
    {
      figure: 'the heap after 1,000 searches',
      who: 'ours, grown by',
      value: grown,
      unit: 'MB',
      target: { text: `< ${mostGrowthMb} MB`, met: grown.max < mostGrowthMb },
    },
  ]
}

/** Run by run, so that a slow minute of the machine is in both. */
function ratioOf(slow: readonly number[], fast: readonly number[]): Spread {
  return spreadOf(slow.map((each, at) => each / fast[at]!))
}

function nameOf({ therapists, days }: Pick<Size, 'therapists' | 'days'>): string {
  const who = therapists === 1 ? 'a therapist' : `${therapists} therapists`
  return `${who} × ${roomCount} rooms × ${days === 1 ? 'a day' : `${days} days`}`
}

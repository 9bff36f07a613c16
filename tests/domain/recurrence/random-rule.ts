import type { Chance } from '../../support/chance.ts'

/** The hour in which each zone skips some time in spring: RFC 5545 drops what would begin then, Daybook moves it. */
const SKIPPED_HOUR: Readonly<Record<string, number>> = {
  'America/New_York': 2,
  'Europe/London': 1,
  'Australia/Lord_Howe': 2,
  'America/Santiago': 0,
}
const ZONES = ['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'America/Santiago', 'UTC', 'Asia/Kolkata']
const HOURS = Array.from({ length: 24 }, (_, index) => index)
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

export interface RandomRule {
  readonly rrule: string
  readonly zone: string
  /** As in DTSTART: 20261124T160000. */
  readonly start: string
}

/** Any rule that may be kept, at any hour that its zone never skips; those that it repeats among them. */
export function randomRule(chance: Chance): RandomRule {
  const zone = chance.pick(ZONES)
  const hour = () => two(chance.pick(HOURS.filter((each) => each !== SKIPPED_HOUR[zone])))
  const frequency = chance.pick(['DAILY', 'WEEKLY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'YEARLY'] as const)
  const parts = [`FREQ=${frequency}`, ...someOf(chance, 0.5, () => `INTERVAL=${chance.pick([1, 2, 3, 4, 5])}`)]
  parts.push(...(chance.happens(0.5) ? choices[frequency]!(chance) : []))
  parts.push(...someOf(chance, 0.25, () => `WKST=${chance.pick(DAYS)}`))
  parts.push(...someOf(chance, 0.3, () => `COUNT=${1 + number(chance, 40)}`))
  const start = `202${number(chance, 8)}${two(1 + number(chance, 12))}${two(1 + number(chance, 28))}`
  const time = `${hour()}${chance.pick(['00', '15', '30', '45'])}00`
  return { rrule: parts.join(';'), zone, start: `${start}T${time}` }
}

const choices: Record<string, (chance: Chance) => string[]> = {
  DAILY: (chance) => [
    ...someOf(chance, 0.4, () => `BYDAY=${listOf(chance, 3, () => chance.pick(DAYS))}`),
    ...someOf(chance, 0.3, () => byMonth(chance)),
    ...someOf(chance, 0.3, () => `BYHOUR=${listOf(chance, 3, () => 3 + number(chance, 21))}`),
  ],
  WEEKLY: (chance) => [
    `BYDAY=${listOf(chance, 4, () => chance.pick(DAYS))}`,
    ...someOf(chance, 0.2, () => byMonth(chance)),
  ],
  MONTHLY: (chance) => [
    ...(chance.happens(0.5)
      ? [`BYMONTHDAY=${listOf(chance, 3, () => signed(chance, 31))}`]
      : [`BYDAY=${listOf(chance, 2, () => `${chance.happens(0.7) ? signed(chance, 5) : ''}${chance.pick(DAYS)}`)}`]),
    ...someOf(chance, 0.2, () => byMonth(chance)),
    ...someOf(chance, 0.2, () => `BYSETPOS=${chance.pick(['1', '-1', '2', '1,-1'])}`),
  ],
  YEARLY: (chance) =>
    chance.pick([
      (): string[] => [byMonth(chance)],
      () => [byMonth(chance), `BYMONTHDAY=${listOf(chance, 2, () => signed(chance, 31))}`],
      () => [byMonth(chance), `BYDAY=${signed(chance, 5)}${chance.pick(DAYS)}`],
      () => [`BYYEARDAY=${listOf(chance, 3, () => signed(chance, 366))}`],
      () => [`BYDAY=${signed(chance, 52)}${chance.pick(DAYS)}`],
      // The first and the last week reach into another year; RFC 5545 does not say whose they are under an INTERVAL.
      () => [`BYWEEKNO=${2 + number(chance, 50)}`, `BYDAY=${listOf(chance, 2, () => chance.pick(DAYS))}`],
    ])(),
}

function byMonth(chance: Chance): string {
  return `BYMONTH=${listOf(chance, 3, () => 1 + number(chance, 12))}`
}

function someOf(chance: Chance, share: number, make: () => string): string[] {
  return chance.happens(share) ? [make()] : []
}

function listOf(chance: Chance, most: number, make: () => string | number): string {
  return [...new Set(Array.from({ length: 1 + number(chance, most) }, make))].join(',')
}

function signed(chance: Chance, most: number): number {
  return (1 + number(chance, most)) * (chance.happens(0.3) ? -1 : 1)
}

function number(chance: Chance, below: number): number {
  return chance.pick(Array.from({ length: below }, (_, index) => index))
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

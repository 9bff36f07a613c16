export interface HoursBlock {
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number
  readonly startTime: string
  readonly endTime: string
}

export interface WeekDay {
  readonly number: number
  readonly name: string
  readonly short: string
}

export const inWeek: readonly WeekDay[] = [
  { number: 1, name: 'Monday', short: 'Mon' },
  { number: 2, name: 'Tuesday', short: 'Tue' },
  { number: 3, name: 'Wednesday', short: 'Wed' },
  { number: 4, name: 'Thursday', short: 'Thu' },
  { number: 5, name: 'Friday', short: 'Fri' },
  { number: 6, name: 'Saturday', short: 'Sat' },
  { number: 7, name: 'Sunday', short: 'Sun' },
]

/** "Mon–Thu, Sat": the days on which there are hours. */
export function daysInWords(hours: readonly HoursBlock[]): string {
  const open = inWeek.filter((day) => hours.some((block) => block.weekday === day.number))
  const runs: WeekDay[][] = []
  for (const day of open) {
    const run = runs.at(-1)
    if (run && run.at(-1)!.number === day.number - 1) run.push(day)
    else runs.push([day])
  }
  return runs.map(inOneRun).join(', ')
}

/** The days that have the same hours, together, in the order of the week. */
export function alikeDays<Block extends HoursBlock>(hours: readonly Block[]): readonly (readonly Block[])[] {
  const alike = new Map<string, Block[]>()
  for (const { number } of inWeek) {
    const own = hours.filter((block) => block.weekday === number)
    const said = JSON.stringify(own.map(({ startTime, endTime }) => [startTime, endTime]).sort())
    if (own.length > 0) alike.set(said, [...(alike.get(said) ?? []), ...own])
  }
  return [...alike.values()]
}

function inOneRun(run: readonly WeekDay[]): string {
  const first = run[0]!.short
  return run.length === 1 ? first : `${first}${run.length > 2 ? '–' : ', '}${run.at(-1)!.short}`
}

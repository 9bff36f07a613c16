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

/** As the form keeps them: hours and minutes, the end of the day as 24:00. */
export function readHours(hours: readonly HoursBlock[]): readonly HoursBlock[] {
  return hours.map(({ weekday, startTime, endTime }) => {
    const end = endTime.slice(0, 5)
    return { weekday, startTime: startTime.slice(0, 5), endTime: end === '00:00' ? '24:00' : end }
  })
}

/** As they are sent: the end of the day is the midnight it ends at. */
export function sentHours(hours: readonly HoursBlock[]): HoursBlock[] {
  return hours.map((block) => ({ ...block, endTime: block.endTime === '24:00' ? '00:00' : block.endTime }))
}

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

function inOneRun(run: readonly WeekDay[]): string {
  const first = run[0]!.short
  return run.length === 1 ? first : `${first}${run.length > 2 ? '–' : ', '}${run.at(-1)!.short}`
}

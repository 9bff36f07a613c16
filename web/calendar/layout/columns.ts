import type { Instant, Interval } from '../../../domain/interval.ts'
import { dayInterval, type LocalDate } from '../../../domain/zone.ts'
import type { Column } from '../store/book.ts'

/** One resource on one day; the day lasts 23, 24 or 25 hours. */
export interface DayColumn {
  readonly key: string
  readonly index: number
  readonly resource: Column
  readonly date: LocalDate
  readonly day: Interval
}

/** Resources side by side, day after day. */
export function dayColumns(resources: readonly Column[], dates: readonly LocalDate[], zone: string): DayColumn[] {
  return dates.flatMap((date, dayIndex) => {
    const day = dayInterval(date, zone)
    return resources.map((resource, index) => ({
      key: `${resource.id} ${date}`,
      index: dayIndex * resources.length + index,
      resource,
      date,
      day,
    }))
  })
}

/** The column of a resource on the day that has the instant. */
export function columnOf(columns: readonly DayColumn[], resourceId: string, at: Instant): DayColumn | undefined {
  return columns.find((each) => each.resource.id === resourceId && each.day.start <= at && at < each.day.end)
}

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

/** Resources side by side, day after day; a column that was there before stays the same one. */
export function dayColumns(
  resources: readonly Column[],
  dates: readonly LocalDate[],
  zone: string,
  before: readonly DayColumn[] = [],
): DayColumn[] {
  return dates.flatMap((date, dayIndex) => {
    const day = dayInterval(date, zone)
    return resources.map((resource, place) => {
      const index = dayIndex * resources.length + place
      const known = before[index]
      if (known?.resource === resource && known.date === date && known.day.start === day.start) return known
      return { key: `${resource.id} ${date}`, index, resource, date, day }
    })
  })
}

/** The column of a resource on the day that has the instant. */
export function columnOf(columns: readonly DayColumn[], resourceId: string, at: Instant): DayColumn | undefined {
  return columns.find((each) => each.resource.id === resourceId && each.day.start <= at && at < each.day.end)
}

/** Whether both say the same, so that nothing has to be drawn anew. */
export function areSameColumns(a: readonly DayColumn[], b: readonly DayColumn[]): boolean {
  return a.length === b.length && a.every((each, index) => isSameColumn(each, b[index]!))
}

function isSameColumn(a: DayColumn, b: DayColumn): boolean {
  const [from, to] = [a.resource, b.resource]
  return (
    a.key === b.key &&
    a.day.start === b.day.start &&
    from.name === to.name &&
    from.detail === to.detail &&
    from.active === to.active
  )
}

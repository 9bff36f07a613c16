import type { FieldCheck } from '../domain/record.ts'
import { dayEnd, isWholeMinute } from '../domain/weekly-hours.ts'
import { isLocalDate, type LocalDate, type LocalTime } from '../domain/zone.ts'

export interface WallTimesInput {
  readonly startTime?: LocalTime | null
  readonly endTime?: LocalTime | null
}

/** Times of a date as they are kept; undefined where none was given. */
export function checkedWallTimes(fields: FieldCheck, { startTime, endTime }: WallTimesInput) {
  const check = (field: string, time: LocalTime | null | undefined) => {
    if (time == null) return undefined
    if (!isWholeMinute(time)) fields.refuse(field, 'must be on a whole minute')
    return field === 'endTime' ? dayEnd(time) : time.slice(0, 5)
  }
  return { startTime: check('startTime', startTime), endTime: check('endTime', endTime) }
}

/** The date as it is kept; undefined when none was given. */
export function checkedDate(fields: FieldCheck, field: string, date: LocalDate | null | undefined) {
  if (date == null) return undefined
  if (!isLocalDate(date)) fields.refuse(field, 'must be a date such as 2026-03-08')
  return date
}

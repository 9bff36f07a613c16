import type { DateRange } from '../../domain/availability.ts'
import { clientError } from '../graphql/errors.ts'

/** The dates asked for, once it is known that there are some. */
export function datesOf(from: string, to: string): DateRange {
  if (from > to) throw clientError('BAD_USER_INPUT', '`to` must not come before `from`.')
  return { from, to }
}

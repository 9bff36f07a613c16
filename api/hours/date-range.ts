import type { DateRange } from '../../domain/availability.ts'
import { addDays } from '../../domain/zone.ts'
import { clientError } from '../graphql/errors.ts'

/** As far as the book reaches, five years to either side of now. */
const MOST_DATES = 3660

/** The dates asked for, once it is known that there are some and not too many. */
export function datesOf(from: string, to: string): DateRange {
  if (from > to) throw clientError('BAD_USER_INPUT', '`to` must not come before `from`.')
  if (to >= addDays(from, MOST_DATES)) throw clientError('BAD_USER_INPUT', `At most ${MOST_DATES} dates at a time.`)
  return { from, to }
}

import { validate } from 'uuid'
import type { Instant, Interval } from '../../domain/interval.ts'
import { clientError } from '../graphql/errors.ts'

const WIDEST_DAYS = 62
const WIDEST = WIDEST_DAYS * 24 * 60 * 60_000

/** The part of the calendar asked for, once it is known to be one. */
export function windowOf(from: Instant, to: Instant): Interval {
  if (from >= to) throw clientError('BAD_USER_INPUT', '`to` must come after `from`.')
  if (to - from > WIDEST) throw clientError('BAD_USER_INPUT', `A calendar window spans at most ${WIDEST_DAYS} days.`)
  return { start: from, end: to }
}

/** The resources asked for: all when left out; ids that cannot be ours match nothing. */
export function resourceIdsOf(ids: readonly string[] | null | undefined): readonly string[] | undefined {
  if (!ids) return undefined
  if (ids.length > 500) throw clientError('BAD_USER_INPUT', 'At most 500 resourceIds.')
  return ids.filter((id) => validate(id))
}

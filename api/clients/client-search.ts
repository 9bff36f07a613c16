import { validate } from 'uuid'
import type { AppointmentPlace, ClientPlace, ListedClient } from '../../db/queries/clients.ts'
import { textProblem } from '../../domain/text.ts'
import { badCursor, cursorOf, partsOf } from '../graphql/cursor.ts'
import { clientError } from '../graphql/errors.ts'

const LONGEST_SEARCH = 200

/** The words that must all occur; none for everybody. */
export function searchWords(search: string | null | undefined): string[] {
  if (!search) return []
  const problem = textProblem(search, LONGEST_SEARCH)
  if (problem) throw clientError('BAD_USER_INPUT', `search ${problem}.`)
  return search.normalize('NFC').split(/\s+/u).filter(Boolean)
}

export function clientCursor({ sortName, id }: ListedClient): string {
  return cursorOf(sortName, id)
}

export function clientPlaceOf(cursor: string | null | undefined): ClientPlace | undefined {
  if (!cursor) return undefined
  const [sortName, id] = partsOf(cursor)
  if (typeof sortName !== 'string' || textProblem(sortName, 1000) || !isId(id)) throw badCursor()
  return { sortName, id }
}

export function appointmentPlaceOf(cursor: string | null | undefined): AppointmentPlace | undefined {
  if (!cursor) return undefined
  const [startsAt, id] = partsOf(cursor)
  if (!Number.isSafeInteger(startsAt) || Number.isNaN(new Date(startsAt as number).getTime()) || !isId(id))
    throw badCursor()
  return { startsAt: startsAt as number, id }
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && validate(id)
}

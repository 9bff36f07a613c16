import type { BookingProblemCode } from '../../../domain/problem.ts'
import { type Card, type Place, therapistsOf } from './book.ts'

/** A move put to the server. */
export interface Move {
  readonly id: string
  readonly expectedVersion: number
  readonly clientMutationId: string
  readonly from: Place
  readonly to: Place
}

export interface Problem {
  readonly code: BookingProblemCode
  readonly message: string
  readonly overridable: boolean
}

export type Alternative = Place

export type MoveOutcome =
  /** `others`: more of its series went with it, which no undo of this one takes back. */
  | { readonly kind: 'moved'; readonly card: Card; readonly others?: number }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly alternatives: readonly Alternative[] }
  /** Whoever moved it thought better of it. */
  | { readonly kind: 'kept' }
  /** The server could not be asked, or did not answer. */
  | { readonly kind: 'failed'; readonly message: string }

export type Refusal = Exclude<MoveOutcome, { kind: 'moved' | 'kept' }> & { readonly move: Move; readonly card: Card }

export function isSamePlace(a: Place, b: Place): boolean {
  const isSameTime = a.startsAt === b.startsAt && a.endsAt === b.endsAt
  return isSameTime && a.roomId === b.roomId && isSamePeople(a, b)
}

export function isSamePeople(a: Place, b: Place): boolean {
  const [these, those] = [therapistsOf(a), therapistsOf(b)]
  return these.length === those.length && these.every((id, index) => id === those[index])
}

export function placeOf({ startsAt, endsAt, therapistId, otherTherapistIds, roomId }: Place): Place {
  const place = { startsAt, endsAt, therapistId, roomId }
  return otherTherapistIds === undefined ? place : { ...place, otherTherapistIds }
}

import type { BookingProblemCode } from '../../../domain/problem.ts'
import type { Card, Place } from './book.ts'

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

export interface Alternative {
  readonly startsAt: number
  readonly endsAt: number
  readonly therapistId: string
  readonly roomId: string | null
}

export type MoveOutcome =
  | { readonly kind: 'moved'; readonly card: Card }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly alternatives: readonly Alternative[] }
  /** The server could not be asked, or did not answer. */
  | { readonly kind: 'failed'; readonly message: string }

export type Refusal = Exclude<MoveOutcome, { kind: 'moved' }> & { readonly move: Move; readonly card: Card }

export function isSamePlace(a: Place, b: Place): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.therapistId === b.therapistId && a.roomId === b.roomId
}

export function placeOf({ startsAt, endsAt, therapistId, roomId }: Place): Place {
  return { startsAt, endsAt, therapistId, roomId }
}

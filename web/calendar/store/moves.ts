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
  /** `others`: more of its series went with it, which no undo of this one takes back. */
  | { readonly kind: 'moved'; readonly card: Card; readonly others?: number }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly alternatives: readonly Alternative[] }
  /** Whoever moved it thought better of it. */
  | { readonly kind: 'kept' }
  /** The server could not be asked, or did not answer. */
  | { readonly kind: 'failed'; readonly message: string }

export type Refusal = Exclude<MoveOutcome, { kind: 'moved' | 'kept' }> & { readonly move: Move; readonly card: Card }

export function isSamePlace(a: Place, b: Place): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.therapistId === b.therapistId && a.roomId === b.roomId
}

export function placeOf({ startsAt, endsAt, therapistId, roomId }: Place): Place {
  return { startsAt, endsAt, therapistId, roomId }
}

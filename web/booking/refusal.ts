import type { Instant } from '../../domain/interval.ts'
import type { BookingProblemCode } from '../../domain/problem.ts'
import { type LocalDate, localDateOf } from '../../domain/zone.ts'
import { sayPlace } from '../calendar/drag/speech.ts'
import type { Clock } from '../calendar/layout/clock.ts'
import { shortDate } from '../calendar/page/date-words.ts'
import type { Book, Place } from '../calendar/store/book.ts'
import type { Alternative, Problem } from '../calendar/store/moves.ts'
import type { BookingRefusalFragment } from '../generated/graphql.ts'

/** Why something cannot stand in the book, and what could instead. */
export interface Refused {
  readonly problems: readonly FieldProblem[]
  readonly alternatives: readonly Alternative[]
}

export interface FieldProblem extends Problem {
  /** The input at fault: `['input', 'roomId']`. */
  readonly path: readonly string[] | null
}

/** Rules set aside by name, and why. */
export interface Override {
  readonly codes: readonly BookingProblemCode[]
  readonly reason: string
}

export function refusedOf(fragment: BookingRefusalFragment): Refused {
  return {
    problems: fragment.problems,
    alternatives: fragment.alternatives.map((slot) => ({
      startsAt: Date.parse(slot.startsAt),
      endsAt: Date.parse(slot.endsAt),
      therapistId: slot.therapist.id,
      roomId: slot.room?.id ?? null,
    })),
  }
}

/** The override that would set all of it aside; undefined when a rule stands that nobody may override. */
export function overrideOf(problems: readonly Problem[], reason: string): Override | undefined {
  if (problems.length === 0 || problems.some((each) => !each.overridable)) return undefined
  return { codes: [...new Set(problems.map((each) => each.code))], reason }
}

/** The override as an input has it. */
export function overrideInput(override: Override | undefined) {
  return override ? { override: [...override.codes], overrideReason: override.reason } : {}
}

export interface PlaceWords {
  readonly book: Book
  readonly clock: Clock
  readonly zone: string
}

/** `2:30 PM`, with the date in front where it is another day. */
export function timeInWords(at: Instant, onDate: LocalDate, { clock, zone }: Omit<PlaceWords, 'book'>): string {
  const date = localDateOf(at, zone)
  return date === onDate ? clock.time(at) : `${shortDate(date)}, ${clock.time(at)}`
}

/** `2:30 PM with Dr. Chen, Oak`, with the date in front where it is another day. */
export function placeInWords(place: Place, onDate: LocalDate, { book, clock, zone }: PlaceWords): string {
  const date = localDateOf(place.startsAt, zone)
  const words = sayPlace(place, book, clock)
  return date === onDate ? words : `${shortDate(date)}, ${words}`
}

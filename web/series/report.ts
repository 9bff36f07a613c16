import { readRule } from '../../domain/rrule-text.ts'
import type { FieldProblem } from '../booking/refusal.ts'
import type { Alternative } from '../calendar/store/moves.ts'
import type { OccurrenceOutcome, SeriesLineFragment } from '../generated/graphql.ts'

/** What would become of one appointment of a series. */
export interface Line {
  readonly originalStartsAt: number
  readonly startsAt: number
  readonly endsAt: number
  readonly outcome: OccurrenceOutcome
  readonly why: string
  readonly alternative: Alternative | undefined
}

export interface Report {
  readonly lines: readonly Line[]
  readonly problems: readonly FieldProblem[]
  /** Nothing would be written as it stands. */
  readonly isRefused: boolean
}

interface Answer {
  readonly __typename?: string
  readonly occurrences: readonly SeriesLineFragment[]
  readonly problems?: readonly FieldProblem[]
}

export function reportOf(answer: Answer): Report {
  return {
    lines: answer.occurrences.map(toLine),
    problems: answer.problems ?? [],
    isRefused: answer.__typename === 'SeriesRefused',
  }
}

/** Those that cannot stand where they are wanted, whatever then becomes of them. */
export function clashesIn(report: Report): readonly Line[] {
  return report.lines.filter((line) => line.why !== '' && line.outcome !== 'BOOKED')
}

/** How many appointments there will be, or would be when all could stand. */
export function standingIn(report: Report): number {
  return report.lines.filter(({ outcome }) => outcome !== 'SKIPPED' && outcome !== 'CANCELLED').length
}

const MONTHS_APART = 70 * 24 * 60 * 60_000

/** Whether the rule goes on after what is told: beyond the clinic's horizon it is booked as time passes. */
export function goesOn(rrule: string, { lines }: Report): boolean {
  const reading = readRule(rrule)
  const last = lines.at(-1)
  if ('problem' in reading || !last) return false
  const { count, until } = reading.rule
  if (count !== undefined) return lines.length < count
  if (!until) return true
  return ('at' in until ? until.at : until.floating) - last.originalStartsAt > MONTHS_APART
}

function toLine(line: SeriesLineFragment): Line {
  const { alternative } = line
  return {
    originalStartsAt: Date.parse(line.originalStartsAt),
    startsAt: Date.parse(line.startsAt),
    endsAt: Date.parse(line.endsAt),
    outcome: line.outcome,
    why: line.problems.map((each) => each.message).join(' '),
    alternative: alternative
      ? {
          startsAt: Date.parse(alternative.startsAt),
          endsAt: Date.parse(alternative.endsAt),
          therapistId: alternative.therapist.id,
          roomId: alternative.room?.id ?? null,
        }
      : undefined,
  }
}

/** How many a change moves or cancels, or would when all could be. */
export function changedIn(report: Report): number {
  return report.lines.filter(({ outcome }) => outcome !== 'SKIPPED' && outcome !== 'KEPT').length
}

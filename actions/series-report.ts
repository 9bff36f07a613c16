import type { Appointment } from '../db/queries/book.ts'
import type { Instant } from '../domain/interval.ts'
import type { OccurrenceOutcome, SeriesPolicy } from '../domain/series.ts'
import { type OccurrenceDecision, placesInstead, type SeriesOptions } from '../domain/series-decision.ts'
import { type Refusal, type Slot, type ToldProblem, toldProblem, toldSlot } from './refuse-booking.ts'
import type { LoadedSeries } from './series-facts.ts'

/** What became of one occurrence, or would. */
export interface ToldOccurrence {
  readonly originalStartsAt: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly outcome: OccurrenceOutcome
  readonly problems: readonly ToldProblem[]
  readonly alternative: Slot | null
  readonly appointment: Appointment | null
}

/** Nothing of the series was written. */
export interface SeriesRefused {
  readonly kind: 'series-refused'
  readonly problems: readonly ToldProblem[]
  readonly occurrences: readonly ToldOccurrence[]
}

/** An alternative is told for as many clashes: finding each takes time, and nobody reads hundreds. */
const MOST_ALTERNATIVES = 20

/** The refusal of a series for the sake of what stands in its way, each clash with the nearest that would do, all of them together. */
export function refuseSeries(
  decisions: readonly OccurrenceDecision[],
  options: SeriesOptions,
  loaded: LoadedSeries,
): SeriesRefused {
  const instead = placesInstead(decisions, options, loaded.facts, MOST_ALTERNATIVES)
  const occurrences = decisions.map((each) => {
    const slot = instead.get(each)
    return { ...toldOccurrence(each, loaded), alternative: slot ? toldSlot(slot, loaded.resources) : null }
  })
  return {
    kind: 'series-refused',
    problems: occurrences.find((each) => each.problems.length > 0)?.problems ?? [],
    occurrences,
  }
}

/** The refusal of a change that is not about any one occurrence. */
export function refuseChange({ problems, resources }: Refusal): SeriesRefused {
  return { kind: 'series-refused', problems: problems.map((each) => toldProblem(each, resources)), occurrences: [] }
}

/** Whether nothing is to be written. An interval that no appointment may have is the asker's mistake, not a clash. */
export function isRefused(decisions: readonly OccurrenceDecision[], policy: SeriesPolicy): boolean {
  if (decisions.some((each) => each.problems.some((problem) => problem.code === 'INVALID_INTERVAL'))) return true
  if (policy === 'all_or_nothing') return decisions.some((each) => !each.place)
  return decisions.length > 0 && !decisions.some((each) => each.place)
}

/** What was decided about an occurrence, with the appointment that stands there for it. */
export function toldOccurrence(
  { request, outcome, problems, place }: OccurrenceDecision,
  { resources }: Pick<LoadedSeries, 'resources'>,
  appointment: Appointment | null = null,
): ToldOccurrence {
  const there = place ?? request
  return {
    originalStartsAt: request.original,
    startsAt: there.start,
    endsAt: there.end,
    outcome,
    problems: problems.map((each) => toldProblem(each, resources)),
    alternative: outcome === 'moved' && place ? toldSlot(place, resources) : null,
    appointment,
  }
}

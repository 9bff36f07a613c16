/** The most a clinic may set: further ahead nobody knows what is open. */
export const FURTHEST_HORIZON_MONTHS = 24

/** What becomes of an occurrence whose place is taken. */
export const seriesPolicies = ['all_or_nothing', 'skip_clashes', 'nearest_alternative'] as const
export type SeriesPolicy = (typeof seriesPolicies)[number]

/** How much of a series a change is meant for. */
export const seriesScopes = ['this', 'this_and_following', 'all'] as const
export type SeriesScope = (typeof seriesScopes)[number]

/** What became of one occurrence, or would. */
export const occurrenceOutcomes = ['booked', 'clash', 'skipped', 'moved', 'kept', 'cancelled'] as const
export type OccurrenceOutcome = (typeof occurrenceOutcomes)[number]

import type { Instant } from '../../domain/interval.ts'
import { addDays, instantOf, type LocalDate, type LocalTime } from '../../domain/zone.ts'
import type { ChosenClient } from '../booking/draft.ts'
import type { AvailableSlotsInput } from '../generated/graphql.ts'

export const dayParts = ['any', 'morning', 'afternoon', 'between'] as const
export type DayPart = (typeof dayParts)[number]

/** When somebody would like to come, as it is said on the phone. Nothing chosen in a list means all of it. */
export interface FinderEntries {
  readonly typeId: string
  readonly therapistIds: readonly string[]
  readonly features: readonly string[]
  /** ISO 8601: 1 is Monday. */
  readonly weekdays: readonly number[]
  readonly part: DayPart
  readonly earliest: LocalTime
  readonly latest: LocalTime
  readonly from: LocalDate
  readonly days: string
  readonly client: ChosenClient | undefined
}

export const windows = ['7', '14', '28', '62'] as const
export const MOST_SLOTS = 100

const NOON = '12:00'
const WIDEST = 62 * 24 * 60 * 60_000

/** Undefined while the entries ask nothing. */
export function inputOf(entries: FinderEntries, now: Instant, zone: string): AvailableSlotsInput | undefined {
  const { from, typeId, therapistIds, features, weekdays, client } = entries
  if (typeId === '' || !/^\d{4}-\d{2}-\d{2}$/.test(from) || from < '1900') return undefined
  const start = Math.max(instantOf(from, '00:00', zone), now)
  // Where a day of 25 hours is among them, the last hour is more than may be asked for.
  const end = Math.min(instantOf(addDays(from, Number(entries.days)), '00:00', zone), start + WIDEST)
  const times = timesOf(entries)
  if (end <= start || !times) return undefined
  return {
    typeId,
    from: new Date(start).toISOString(),
    to: new Date(end).toISOString(),
    first: MOST_SLOTS,
    ...times,
    ...(therapistIds.length > 0 && { therapistIds: [...therapistIds] }),
    ...(features.length > 0 && { roomFeatures: [...features] }),
    ...(weekdays.length > 0 && { weekdays: [...weekdays] }),
    ...(client && { clientId: client.id }),
  }
}

/** Why the entries ask nothing, in words for a person; undefined where they ask. */
export function problemOf(entries: FinderEntries, now: Instant, zone: string): string | undefined {
  if (inputOf(entries, now, zone)) return undefined
  if (entries.typeId === '') return 'The clinic offers nothing yet: add an appointment type first.'
  if (!timesOf(entries)) return 'Done by must be later than not before.'
  return 'Choose a day to look from that is not past.'
}

/** Undefined while one is half-written, or they leave no time between them. */
function timesOf({ part, earliest, latest }: FinderEntries): Partial<AvailableSlotsInput> | undefined {
  switch (part) {
    case 'any':
      return {}
    case 'morning':
      return { latestTime: NOON }
    case 'afternoon':
      return { earliestTime: NOON }
    case 'between': {
      if (earliest && latest && earliest >= latest) return undefined
      return { ...(earliest && { earliestTime: earliest }), ...(latest && { latestTime: latest }) }
    }
  }
}

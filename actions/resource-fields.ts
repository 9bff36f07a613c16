import type { WeeklyHours } from '../domain/availability.ts'
import type { FieldCheck } from '../domain/record.ts'
import { type GivenHours, sortedHours, weeklyHoursProblem } from '../domain/weekly-hours.ts'

const MOST_SPECIALTIES = 20
export const HIGHEST_POSITION = 100_000
export const LARGEST_ROOM = 500
export const USUAL_ROOM = 2

/** Hours as they are kept; undefined when none were given. */
export function checkedHours(
  fields: FieldCheck,
  hours: readonly GivenHours[] | null | undefined,
  field = 'weeklyHours',
): WeeklyHours[] | undefined {
  if (!hours) return undefined
  const problem = weeklyHoursProblem(hours)
  if (problem) fields.refuse(field, problem)
  return sortedHours(hours)
}

/** Specialties as they are kept, each once; undefined when none were given. */
export function checkedSpecialties(
  fields: FieldCheck,
  specialties: readonly string[] | null | undefined,
): string[] | undefined {
  if (!specialties) return undefined
  if (specialties.length > MOST_SPECIALTIES) fields.refuse('specialties', `must be at most ${MOST_SPECIALTIES}`)
  const lines = specialties.slice(0, MOST_SPECIALTIES).map((each) => fields.lineOrNull('specialties', each, 100))
  return [...new Set(lines.filter((each) => typeof each === 'string'))]
}

const MOST_WORDS = 30
const LONGEST_WORD = 60

/** Skills or features as they are kept, each once and in lower case; undefined when none were given. */
export function checkedWords(
  fields: FieldCheck,
  field: string,
  words: readonly string[] | null | undefined,
): string[] | undefined {
  if (!words) return undefined
  if (words.length > MOST_WORDS) fields.refuse(field, `must be at most ${MOST_WORDS}`)
  const kept = words.slice(0, MOST_WORDS).map((each) => fields.lineOrNull(field, each.toLowerCase(), LONGEST_WORD))
  return [...new Set(kept.filter((each) => typeof each === 'string'))].sort()
}

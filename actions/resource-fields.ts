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
): WeeklyHours[] | undefined {
  if (!hours) return undefined
  const problem = weeklyHoursProblem(hours)
  if (problem) fields.refuse('weeklyHours', problem)
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

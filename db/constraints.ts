import pg from 'pg'

/** Constraints whose breach is an answer to somebody, by the name Postgres gives in the error. */
export const constraints = {
  occupanciesNoOverlap: 'occupancies_no_overlap',
  clinicsSlug: 'clinics_slug_key',
  clinicsHost: 'clinics_host_key',
  membersUser: 'members_user_key',
  resourcesActiveName: 'resources_active_name_key',
  locationsActiveName: 'locations_active_name_key',
  appointmentTypesActiveName: 'appointment_types_active_name_key',
  mutationAnswers: 'mutation_answers_pkey',
} as const

export type ConstraintName = (typeof constraints)[keyof typeof constraints]

const UNIQUE_VIOLATION = '23505'
const EXCLUSION_VIOLATION = '23P01'

export function isUniqueViolation(error: unknown, name: ConstraintName): boolean {
  return isViolation(error, UNIQUE_VIOLATION, name)
}

export function isExclusionViolation(error: unknown, name: ConstraintName): boolean {
  return isViolation(error, EXCLUSION_VIOLATION, name)
}

function isViolation(error: unknown, code: string, name: ConstraintName): boolean {
  return error instanceof pg.DatabaseError && error.code === code && error.constraint === name
}

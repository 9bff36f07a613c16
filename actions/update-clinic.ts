import { type ClinicRow, lockClinic, updateClinicRow } from '../db/queries/clinics.ts'
import { LONGEST_HOLD_MINUTES } from '../domain/hold.ts'
import { checkFields, type FieldCheck, given } from '../domain/record.ts'
import { FURTHEST_HORIZON_MONTHS } from '../domain/series.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved, savedRecord, staleProblem } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** What is left out stays. */
export interface UpdateClinicInput extends Repeatable {
  readonly expectedVersion: number
  readonly name?: string | null
  readonly stepMinutes?: number | null
  readonly allowsOverbooking?: boolean | null
  readonly staffHoldMinutes?: number | null
  readonly publicHoldMinutes?: number | null
  readonly seriesHorizonMonths?: number | null
}

const STEPS = [5, 10, 15, 20, 30, 60]

/** Changes how the clinic is called and how its book works. */
export function updateClinic(
  context: ActionContext,
  input: UpdateClinicInput,
): Promise<RecordSaved<ClinicRow> | RecordRefused> {
  const fields = checkFields()
  const changes = given({
    name: fields.line('name', input.name, 200),
    stepMinutes: checkedStep(fields, input.stepMinutes),
    allowsOverbooking: input.allowsOverbooking ?? undefined,
    staffHoldMinutes: fields.number('staffHoldMinutes', input.staffHoldMinutes, 1, LONGEST_HOLD_MINUTES),
    publicHoldMinutes: fields.number('publicHoldMinutes', input.publicHoldMinutes, 1, LONGEST_HOLD_MINUTES),
    seriesHorizonMonths: fields.number('seriesHorizonMonths', input.seriesHorizonMonths, 1, FURTHEST_HORIZON_MONTHS),
  })
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'updateClinic',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const current = await lockClinic(trx, clinicId)
      const stale = await staleProblem(trx, clinicId, current, input.expectedVersion)
      if (stale) return { refused: stale }
      await updateClinicRow(trx, { ...current, ...changes }, now)
      return savedRecord('update clinic', 'clinic', current, await lockClinic(trx, clinicId))
    },
  })
}

function checkedStep(fields: FieldCheck, minutes: number | null | undefined): number | undefined {
  if (minutes === null || minutes === undefined) return undefined
  if (!STEPS.includes(minutes)) fields.refuse('stepMinutes', `must be one of ${STEPS.join(', ')}`)
  return minutes
}

import { constraints, isUniqueViolation } from '../db/constraints.ts'
import { type ClinicRow, lockClinic, updateClinicRow } from '../db/queries/clinics.ts'
import { LONGEST_HOLD_MINUTES } from '../domain/hold.ts'
import { isCurrency } from '../domain/money.ts'
import { checkFields, type FieldCheck, given, type RecordProblem } from '../domain/record.ts'
import { FURTHEST_HORIZON_MONTHS } from '../domain/series.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved, savedRecord, staleProblem } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { checkedReference } from './event-fields.ts'
import { checkImage } from './images.ts'
import { checkedText } from './override.ts'

/** What is left out stays. */
export interface UpdateClinicInput extends Repeatable {
  readonly expectedVersion: number
  readonly name?: string | null
  readonly stepMinutes?: number | null
  readonly allowsOverbooking?: boolean | null
  readonly staffHoldMinutes?: number | null
  readonly publicHoldMinutes?: number | null
  readonly seriesHorizonMonths?: number | null
  readonly hue?: number | null
  /** Null for none, as of the three below. */
  readonly logoId?: string | null
  readonly about?: string | null
  readonly host?: string | null
  readonly currency?: string | null
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
    hue: fields.number('hue', input.hue, 0, 359),
    logoId: checkedReference(input.logoId, 'logo'),
    about: checkedAbout(input.about),
    host: checkedHost(fields, input.host),
    currency: checkedCurrency(fields, input.currency),
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
      await checkImage(trx, clinicId, changes.logoId, 'logoId')
      const taken = await hostTakenBy(() => updateClinicRow(trx, { ...current, ...changes }, now))
      if (taken) return { refused: taken }
      return savedRecord('update clinic', 'clinic', current, await lockClinic(trx, clinicId))
    },
  })
}

function checkedAbout(about: string | null | undefined): string | null | undefined {
  return about == null ? about : checkedText(about, 2000, ['input', 'about'])
}

/** A Host name without a port, in small letters. */
function checkedHost(fields: FieldCheck, host: string | null | undefined): string | null | undefined {
  const name = host?.trim().toLowerCase()
  if (name === undefined) return host === null ? null : undefined
  if (name === '') return null
  const isHost =
    name.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)
  if (!isHost) fields.refuse('host', 'must be a host name, like events.example.org')
  return name
}

function checkedCurrency(fields: FieldCheck, currency: string | null | undefined): string | undefined {
  if (currency == null) return undefined
  const code = currency.trim().toUpperCase()
  if (!isCurrency(code)) fields.refuse('currency', 'must be a code of ISO 4217, like USD or EUR')
  return code
}

async function hostTakenBy(write: () => Promise<void>): Promise<RecordProblem[] | undefined> {
  try {
    await write()
    return undefined
  } catch (error) {
    if (!isUniqueViolation(error, constraints.clinicsHost)) throw error
    return [{ code: 'NAME_TAKEN', message: 'Another clinic answers to that host.', path: ['input', 'host'] }]
  }
}

function checkedStep(fields: FieldCheck, minutes: number | null | undefined): number | undefined {
  if (minutes === null || minutes === undefined) return undefined
  if (!STEPS.includes(minutes)) fields.refuse('stepMinutes', `must be one of ${STEPS.join(', ')}`)
  return minutes
}

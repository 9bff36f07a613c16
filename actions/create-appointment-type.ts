import { v7 as uuidv7 } from 'uuid'
import { constraints } from '../db/constraints.ts'
import { findAppointmentType, insertAppointmentType } from '../db/queries/appointment-types.ts'
import type { AppointmentTypeRow } from '../db/queries/book.ts'
import { checkFields } from '../domain/record.ts'
import { type AppointmentTypeInput, checkedAppointmentType } from './appointment-type-fields.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, nameTakenBy, type RecordRefused, type RecordSaved, savedRecord } from './change-record.ts'
import type { ActionContext } from './context.ts'

export interface CreateAppointmentTypeInput extends Repeatable, Omit<AppointmentTypeInput, 'position'> {
  readonly name: string
  readonly minutes: number
}

const usual = {
  category: 'Individual',
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  hue: 250,
  needsRoom: true,
  priceCents: null,
  cptCode: null,
  requiredSkills: [],
  requiredFeatures: [],
  minCapacity: 1,
  dailyLimit: null,
  online: true,
  leadMinutes: 0,
  horizonDays: 365,
}

/** Offers something more to book. */
export function createAppointmentType(
  context: ActionContext,
  input: CreateAppointmentTypeInput,
): Promise<RecordSaved<AppointmentTypeRow> | RecordRefused> {
  const fields = checkFields()
  const { name, minutes } = input
  const values = { ...usual, name, minutes, ...checkedAppointmentType(fields, input) }
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'createAppointmentType',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const id = uuidv7()
      const taken = await nameTakenBy(constraints.appointmentTypesActiveName, values.name, () =>
        insertAppointmentType(trx, clinicId, { ...values, id }, now),
      )
      if (taken) return { refused: taken }
      const saved = await findAppointmentType(trx, clinicId, id)
      return savedRecord('create appointment type', 'appointment_type', undefined, saved)
    },
  })
}

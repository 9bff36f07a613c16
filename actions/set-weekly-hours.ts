import type { Trx } from '../db/connect.ts'
import { type Appointment, listAppointments, type ResourceRow } from '../db/queries/book.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { listExceptions } from '../db/queries/hours-exceptions.ts'
import { listAppointmentsAhead } from '../db/queries/resource-changes.ts'
import { datesTouched, openTime } from '../domain/availability.ts'
import { contains, type Instant } from '../domain/interval.ts'
import { checkFields } from '../domain/record.ts'
import type { GivenHours } from '../domain/weekly-hours.ts'
import type { Repeatable } from './change-clinic.ts'
import { lockKeeper } from './change-exception.ts'
import { changeRecord, type RecordOutcome, type RecordRefused, type RecordSaved } from './change-record.ts'
import { changeResource } from './change-resource.ts'
import type { ActionContext } from './context.ts'
import { checkedHours } from './resource-fields.ts'

export interface SetWeeklyHoursInput extends Repeatable {
  readonly resourceId: string
  readonly expectedVersion: number
  /** All of them: they replace those there were. */
  readonly hours: readonly GivenHours[]
}

export interface WeeklyHoursSet {
  readonly resource: ResourceRow
  /** The soonest of the upcoming appointments that stand outside the hours. */
  readonly outside: readonly Appointment[]
}

const MOST_TOLD = 200

/** Sets when a therapist or a room is usually open, and tells which appointments ahead stand outside. */
export function setWeeklyHours(
  context: ActionContext,
  input: SetWeeklyHoursInput,
): Promise<RecordSaved<WeeklyHoursSet> | RecordRefused> {
  const fields = checkFields()
  const weeklyHours = checkedHours(fields, input.hours, 'hours')
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'setWeeklyHours',
    input,
    fields,
    work: async (trx, clinicId, now): Promise<RecordOutcome<WeeklyHoursSet>> => {
      const { kind } = await lockKeeper(trx, clinicId, input.resourceId, ['input', 'resourceId'])
      const versioned = { id: input.resourceId, expectedVersion: input.expectedVersion }
      const outcome = await changeResource(trx, clinicId, kind, versioned, { weeklyHours }, now)
      if ('refused' in outcome) return outcome
      const resource = outcome.written.record
      const outside = await outsideHours(trx, clinicId, resource, now)
      return { written: { kind: 'saved', record: { resource, outside } }, log: outcome.log }
    },
  })
}

async function outsideHours(trx: Trx, clinicId: string, resource: ResourceRow, now: Instant): Promise<Appointment[]> {
  const ahead = await listAppointmentsAhead(trx, clinicId, resource.id, now)
  const last = ahead.at(-1)
  if (!last) return []
  const dates = datesTouched({ start: now, end: last.end })
  const [{ zone }, exceptions] = await Promise.all([
    getClinic(trx, clinicId),
    listExceptions(trx, clinicId, dates, [resource.id]),
  ])
  const keeper = { kind: resource.kind, schedule: { weekly: resource.weeklyHours, exceptions } }
  const outside = ahead.filter((each) => !openTime(keeper, [], each, zone).some((open) => contains(open, each)))
  const told = outside.slice(0, MOST_TOLD).map((each) => each.id)
  return listAppointments(trx, clinicId, told)
}

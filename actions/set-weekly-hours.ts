import type { Trx } from '../db/connect.ts'
import { type Appointment, listAppointments, type ResourceRow } from '../db/queries/book.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { listExceptions } from '../db/queries/hours-exceptions.ts'
import { listAppointmentsAhead } from '../db/queries/resource-changes.ts'
import { datesTouched, openTime } from '../domain/availability.ts'
import { contains, type Instant, type Interval } from '../domain/interval.ts'
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
  /** The soonest of the upcoming appointments that stood within the former hours, and not within these. */
  readonly outside: readonly Appointment[]
}

const MOST_TOLD = 200

/** Sets when a therapist or a room is usually open, and tells which appointments ahead that leaves outside. */
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
      const former = await lockKeeper(trx, clinicId, input.resourceId, ['input', 'resourceId'])
      const versioned = { id: input.resourceId, expectedVersion: input.expectedVersion }
      const outcome = await changeResource(trx, clinicId, former.kind, versioned, { weeklyHours }, now)
      if ('refused' in outcome) return outcome
      const resource = outcome.written.record
      const outside = await leftOutside(trx, clinicId, former, resource, now)
      return { written: { kind: 'saved', record: { resource, outside } }, log: outcome.log }
    },
  })
}

/** Whoever stood outside before, by an exception or because somebody meant it, is not left outside by the change. */
async function leftOutside(
  trx: Trx,
  clinicId: string,
  former: ResourceRow,
  resource: ResourceRow,
  now: Instant,
): Promise<Appointment[]> {
  const ahead = await listAppointmentsAhead(trx, clinicId, resource.id, now)
  const last = ahead.at(-1)
  if (!last) return []
  const dates = datesTouched({ start: now, end: last.end })
  const [{ zone }, exceptions] = await Promise.all([
    getClinic(trx, clinicId),
    listExceptions(trx, clinicId, dates, [resource.id]),
  ])
  const isOpen = ({ kind, weeklyHours: weekly }: ResourceRow, during: Interval) =>
    openTime({ kind, schedule: { weekly, exceptions } }, [], during, zone).some((open) => contains(open, during))
  const outside = ahead.filter((each) => isOpen(former, each) && !isOpen(resource, each))
  const told = outside.slice(0, MOST_TOLD).map((each) => each.id)
  return listAppointments(trx, clinicId, told)
}

import type { Trx } from '../db/connect.ts'
import type { Appointment, NamedResource, TimeOffRow } from '../db/queries/book.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { findLastEditor, type LogEntry } from '../db/queries/log.ts'
import { findTimeOff, type TimeOff, updateTimeOff } from '../db/queries/time-off.ts'
import type { Instant } from '../domain/interval.ts'
import type { BookingProblem } from '../domain/problem.ts'
import { type TimeOffStatus, timeOffMayBecome } from '../domain/time-off.ts'
import { formatTime } from '../domain/zone.ts'
import { changeClinic, type Outcome, type Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { type ToldProblem, toldProblem } from './refuse-booking.ts'

/** A problem of a time off, or of what its plan would do to an appointment. */
export interface TimeOffProblem extends BookingProblem {
  readonly appointment?: Appointment
}

export interface ToldTimeOffProblem extends ToldProblem {
  readonly appointment: Appointment | null
}

export interface TimeOffRefused {
  readonly kind: 'refused'
  readonly problems: readonly ToldTimeOffProblem[]
}

export interface TimeOffRefusal {
  readonly problems: readonly TimeOffProblem[]
  readonly resources: ReadonlyMap<string, NamedResource>
}

/** One change of somebody's time off. */
export function changeTimeOff<Written extends object>(
  context: ActionContext,
  operation: string,
  input: Repeatable,
  work: (trx: Trx, now: Instant) => Promise<Outcome<Written, TimeOffRefusal>>,
): Promise<Written | TimeOffRefused> {
  return changeClinic<Written, TimeOffRefusal, TimeOffRefused>(context, {
    operation,
    input,
    work: (trx) => work(trx, context.now()),
    tell: async (refusal) => ({ kind: 'refused', problems: toldProblems(refusal) }),
  })
}

/** The problems with the things they name. */
export function toldProblems({ problems, resources }: TimeOffRefusal): ToldTimeOffProblem[] {
  return problems.map(({ appointment, ...problem }) => ({
    ...toldProblem(problem, resources),
    appointment: appointment ?? null,
  }))
}

/** The time off; refused when it is not there. */
export async function getTimeOff(trx: Trx, clinicId: string, id: string): Promise<TimeOff> {
  const found = await findTimeOff(trx, clinicId, id)
  if (!found) throw notFound('time off', ['input', 'id'])
  return found
}

/** Why somebody who saw that version may not change the time off: another changed it since. Undefined when nobody did. */
export async function staleTimeOff(
  trx: Trx,
  clinicId: string,
  current: TimeOff,
  expectedVersion: number,
): Promise<TimeOffRefusal | undefined> {
  if (current.version === expectedVersion) return undefined
  const { zone } = await getClinic(trx, clinicId)
  const editor = await findLastEditor(trx, clinicId, current.id)
  const who = editor ? ` by ${editor.name} at ${formatTime(editor.at, zone)}` : ''
  const message = `${current.resource.name}'s time off was changed${who} after you saw it.`
  const path = ['input', 'expectedVersion']
  return refusalOf(current, { code: 'STALE_VERSION', message, path, overridable: false })
}

/** Why the time off may not get that status from somebody who saw that version; undefined when it may. */
export async function standingRefusal(
  trx: Trx,
  clinicId: string,
  current: TimeOff,
  expectedVersion: number,
  to: TimeOffStatus,
): Promise<TimeOffRefusal | undefined> {
  const stale = await staleTimeOff(trx, clinicId, current, expectedVersion)
  if (stale) return stale
  if (timeOffMayBecome(current.status, to)) return undefined
  const message = `${current.resource.name}'s time off is ${current.status} and cannot become ${to}.`
  return refusalOf(current, { code: 'TERMINAL_STATUS', message, overridable: false })
}

/** A refusal that concerns the time off itself. */
export function refusalOf(timeOff: TimeOff, problem: BookingProblem): TimeOffRefusal {
  const where = { resourceId: timeOff.resourceId, start: timeOff.startsAt, end: timeOff.endsAt }
  return { problems: [{ ...where, ...problem }], resources: new Map([[timeOff.resourceId, timeOff.resource]]) }
}

/** Writes where the locked time off stands now, and what happened to it for both logs. */
export async function writeStanding(
  trx: Trx,
  clinicId: string,
  action: string,
  current: TimeOff,
  change: Partial<TimeOff>,
  now: Instant,
): Promise<{ timeOff: TimeOff; log: LogEntry }> {
  const next = { ...current, ...change }
  if (!(await updateTimeOff(trx, clinicId, next, now))) throw new Error('a locked time off changed its version')
  const timeOff = { ...next, version: current.version + 1 }
  return { timeOff, log: timeOffEntry(action, current, timeOff) }
}

/** What happened to a time off, for both logs. Only an approved one stands in the calendar. */
export function timeOffEntry(action: string, before: TimeOff | undefined, after: TimeOff): LogEntry {
  const isShown = after.status === 'approved'
  return {
    ...{ action, kind: 'time_off', id: after.id, version: after.version, removed: !isShown },
    place: isShown ? placeOf(after) : undefined,
    was: before?.status === 'approved' ? placeOf(before) : undefined,
    before: before && rowOf(before),
    after: rowOf(after),
  }
}

function placeOf({ startsAt, endsAt, resourceId }: TimeOff) {
  return { startsAt, endsAt, resourceIds: [resourceId] }
}

function rowOf({ resource: _resource, coverTherapist: _cover, ...row }: TimeOff): TimeOffRow {
  return row
}

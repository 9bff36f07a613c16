import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import type { ResourceRow } from '../db/queries/book.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { listResources } from '../db/queries/resources.ts'
import { insertTimeOff, listTimeOffWithin, type TimeOff } from '../db/queries/time-off.ts'
import type { Instant } from '../domain/interval.ts'
import type { BookingProblem } from '../domain/problem.ts'
import { mayRequestTimeOff } from '../domain/rights.ts'
import { overlapProblem, type TimeOffReason, type TimeOffStatus, timeOffIntervalProblem } from '../domain/time-off.ts'
import { rightsOfCaller } from './caller.ts'
import type { Repeatable } from './change-clinic.ts'
import type { TimeOffRefusal } from './change-time-off.ts'
import { type ActionContext, actorOf } from './context.ts'
import { badInput, forbidden, notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { checkedText } from './override.ts'

export interface RequestTimeOffInput extends Repeatable {
  readonly resourceId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly reason: TimeOffReason
  readonly note?: string | null
  readonly coverTherapistId?: string | null
}

export interface WantedTimeOff {
  readonly resourceId: string
  readonly coverTherapistId: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly reason: TimeOffReason
  readonly note: string | null
}

/** What is asked for, once it is known to be fit to keep and the caller may ask for it. */
export function checkedTimeOff(context: ActionContext, input: RequestTimeOffInput): WantedTimeOff {
  const { resourceId, startsAt, endsAt, reason, coverTherapistId = null } = input
  checkId(resourceId, 'resource', ['input', 'resourceId'])
  if (coverTherapistId !== null) checkId(coverTherapistId, 'therapist', ['input', 'coverTherapistId'])
  const { caller } = context
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  if (!mayRequestTimeOff(rightsOfCaller(caller), resourceId, own))
    throw forbidden('You may ask for time off only for yourself.')
  const note = checkedText(input.note, 1000, ['input', 'note'])
  return { resourceId, coverTherapistId, startsAt, endsAt, reason, note }
}

/** Writes the time off as asked for. Its resource must be locked. */
export async function fileTimeOff(
  trx: Trx,
  context: ActionContext,
  wanted: WantedTimeOff,
  standing: Pick<TimeOff, 'decidedBy' | 'decidedAt'> & { readonly status: TimeOffStatus },
  now: Instant,
): Promise<{ readonly refused: TimeOffRefusal } | { readonly timeOff: TimeOff }> {
  const { clinicId } = context.caller
  const resources = new Map((await listResources(trx, clinicId)).map((each) => [each.id, each]))
  const { resource, coverTherapist } = namedIn(resources, wanted)
  const problem =
    timeOffIntervalProblem({ start: wanted.startsAt, end: wanted.endsAt }, now) ??
    inactiveProblem(resource, 'resourceId') ??
    (coverTherapist && inactiveProblem(coverTherapist, 'coverTherapistId')) ??
    (await clashProblem(trx, clinicId, resource, { ...wanted, status: standing.status }))
  if (problem) return { refused: { problems: [{ resourceId: resource.id, ...problem }], resources } }

  const requestedBy = actorOf(context.caller).name
  const row = { ...wanted, ...standing, id: uuidv7(), version: 1, requestedBy, decisionNote: null }
  await insertTimeOff(trx, clinicId, row, now)
  return { timeOff: { ...row, resource, coverTherapist } }
}

function namedIn(resources: ReadonlyMap<string, ResourceRow>, { resourceId, coverTherapistId }: WantedTimeOff) {
  const resource = resources.get(resourceId)
  if (!resource) throw notFound('resource', ['input', 'resourceId'])
  const coverTherapist = coverTherapistId === null ? null : resources.get(coverTherapistId)
  const path = ['input', 'coverTherapistId']
  if (coverTherapist === undefined || (coverTherapist && coverTherapist.kind !== 'therapist'))
    throw notFound('therapist', path)
  if (coverTherapist && resource.kind === 'room') throw badInput('Only a therapist is covered for.', path)
  if (coverTherapist?.id === resource.id) throw badInput('Somebody else must cover.', path)
  return { resource, coverTherapist }
}

function inactiveProblem(resource: ResourceRow, field: string): BookingProblem | undefined {
  if (resource.active) return undefined
  const message = `${resource.name} is archived.`
  const path = ['input', field]
  return { code: 'RESOURCE_INACTIVE', message, path, resourceId: resource.id, overridable: false }
}

async function clashProblem(
  trx: Trx,
  clinicId: string,
  resource: ResourceRow,
  { startsAt, endsAt, status }: WantedTimeOff & { readonly status: TimeOffStatus },
) {
  const span = { start: startsAt, end: endsAt, status }
  const others = await listTimeOffWithin(trx, clinicId, resource.id, span)
  if (others.length === 0) return undefined
  const { zone } = await getClinic(trx, clinicId)
  return overlapProblem(span, resource, others, zone)
}

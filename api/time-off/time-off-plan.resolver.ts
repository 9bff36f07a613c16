import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import { auditMissed } from '../../actions/audit-missed.ts'
import type { Trx } from '../../db/connect.ts'
import { type Appointment, listAppointments } from '../../db/queries/book.ts'
import { getPlanFacts, type LoadedPlanFacts } from '../../db/queries/plan-facts.ts'
import { listResources } from '../../db/queries/resources.ts'
import { listAffectedIds } from '../../db/queries/time-off.ts'
import { daysAround } from '../../domain/availability.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Slot } from '../../domain/slots/request.ts'
import { timeOffIntervalProblem } from '../../domain/time-off.ts'
import {
  type Absence,
  type Affected,
  MOST_PLANNED,
  PLAN_DAYS,
  type PlannedStep,
  planTimeOff,
} from '../../domain/time-off-plan.ts'
import { type ApiContext, acting, reading } from '../context.ts'
import { clientError } from '../graphql/errors.ts'
import { TimeOffPlanInput } from './time-off.inputs.ts'
import { TimeOffPlan } from './time-off-results.ts'

/** As far as appointments are moved, and the week by which loads are compared. */
const REACH_DAYS = PLAN_DAYS + 8

@Resolver()
export class TimeOffPlanResolver {
  @Query(() => TimeOffPlan, {
    description:
      'A proposal for each appointment still to come in an absence of at most 366 days: who covers, another time within 14 days, or tell the client. The first 100 are planned, those after them left; nothing is written.',
  })
  async timeOffPlan(@Ctx() context: ApiContext, @Arg('input', () => TimeOffPlanInput) input: TimeOffPlanInput) {
    const now = context.services.now()
    const { resourceId, coverTherapistId, startsAt: start, endsAt: end } = input
    const problem = timeOffIntervalProblem({ start, end }, now)
    if (problem?.code === 'INVALID_INTERVAL') throw clientError('BAD_USER_INPUT', problem.message)
    const found = await reading(context, 'read_calendar', async (trx, clinicId) => {
      const known = new Set((await listResources(trx, clinicId)).map((each) => each.id))
      const missing = [resourceId, coverTherapistId].find((id) => id != null && !known.has(id))
      if (missing != null) return { missing }
      return planOf(trx, clinicId, { resourceId, coverTherapistId, start, end }, now)
    })
    if (!('missing' in found)) return found
    await auditMissed(acting(context), 'timeOffPlan', 'resource', found.missing)
    throw clientError('NOT_FOUND', 'There is no such resource.')
  }
}

async function planOf(trx: Trx, clinicId: string, absence: Absence, now: Instant) {
  const ids = await listAffectedIds(trx, clinicId, absence.resourceId, absence, now)
  const [first, ...rest] = await listAppointments(trx, clinicId, ids)
  if (!first) return { steps: [] }
  const appointments = [first, ...rest] as const
  const around = {
    start: first.startsAt,
    end: Math.max(...appointments.slice(0, MOST_PLANNED).map((each) => each.endsAt)),
  }
  const window = daysAround(around, REACH_DAYS, REACH_DAYS, 'utc')
  const facts = await getPlanFacts(trx, clinicId, [...appointments], window, now)
  const steps = planTimeOff(absence, appointments.map(affectedBy), facts, now)
  const byId = new Map(appointments.map((each) => [each.id, each]))
  return { steps: steps.map((step) => toldStep(step, byId.get(step.appointmentId)!, facts)) }
}

function affectedBy(appointment: Appointment): Affected {
  return { ...appointment, start: appointment.startsAt, end: appointment.endsAt }
}

function toldStep({ kind, slot, choices, why }: PlannedStep, appointment: Appointment, facts: LoadedPlanFacts) {
  const told = (each: Slot) => ({
    startsAt: each.start,
    endsAt: each.end,
    therapist: facts.byId.get(each.therapistId),
    room: each.roomId ? facts.byId.get(each.roomId) : null,
  })
  return { appointment, kind, slot: slot && told(slot), choices: choices.map(told), why }
}

import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import { validate } from 'uuid'
import type { Trx } from '../../db/connect.ts'
import { type Appointment, listAppointments } from '../../db/queries/book.ts'
import { getPlanFacts, type LoadedPlanFacts } from '../../db/queries/plan-facts.ts'
import { listResources } from '../../db/queries/resources.ts'
import { listAffectedIds } from '../../db/queries/time-off.ts'
import { daysAround } from '../../domain/availability.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Slot } from '../../domain/slots/request.ts'
import { timeOffIntervalProblem } from '../../domain/time-off.ts'
import { type Absence, type Affected, PLAN_DAYS, type PlannedStep, planTimeOff } from '../../domain/time-off-plan.ts'
import { type ApiContext, reading } from '../context.ts'
import { clientError } from '../graphql/errors.ts'
import { TimeOffPlanInput } from './time-off.inputs.ts'
import { TimeOffPlan } from './time-off-results.ts'

@Resolver()
export class TimeOffPlanResolver {
  @Query(() => TimeOffPlan, {
    description:
      'A proposal for each appointment in an absence that has not begun: who covers, another time, or tell the client.',
  })
  timeOffPlan(@Ctx() context: ApiContext, @Arg('input', () => TimeOffPlanInput) input: TimeOffPlanInput) {
    const now = context.services.now()
    const { resourceId, coverTherapistId, startsAt: start, endsAt: end } = input
    const problem = timeOffIntervalProblem({ start, end }, now)
    if (problem) throw clientError('BAD_USER_INPUT', problem.message)
    return reading(context, 'read_calendar', async (trx, clinicId) => {
      await checkResources(trx, clinicId, [resourceId, coverTherapistId])
      return planOf(trx, clinicId, { resourceId, coverTherapistId, start, end }, now)
    })
  }
}

async function checkResources(trx: Trx, clinicId: string, ids: readonly (string | null | undefined)[]): Promise<void> {
  const known = new Set((await listResources(trx, clinicId)).map((each) => each.id))
  for (const id of ids)
    if (id != null && !(validate(id) && known.has(id))) throw clientError('NOT_FOUND', 'There is no such resource.')
}

async function planOf(trx: Trx, clinicId: string, absence: Absence, now: Instant) {
  const ids = await listAffectedIds(trx, clinicId, absence.resourceId, absence, now)
  const [first, ...rest] = await listAppointments(trx, clinicId, ids)
  if (!first) return { steps: [] }
  const appointments = [first, ...rest] as const
  const around = { start: first.startsAt, end: Math.max(...appointments.map((each) => each.endsAt)) }
  const window = daysAround(around, PLAN_DAYS + 1, PLAN_DAYS + 1, 'utc')
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

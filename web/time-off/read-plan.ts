import type { Interval } from '../../domain/interval.ts'
import type { AppointmentStatus } from '../../domain/status.ts'
import { ask } from '../api/client.ts'
import { type PlanSlotFragment, type PlanStepFragment, TimeOffPlanDocument } from '../generated/graphql.ts'
import { type Affected, type NamedPlace, type Step, stepOf } from './plan.ts'

export interface PlanQuestion {
  readonly resourceId: string
  readonly during: Interval
  readonly coverTherapistId: string | null
  /** Of time off that stands already: another version of it is asked about anew. */
  readonly version?: number
}

export async function readPlan({ resourceId, during, coverTherapistId }: PlanQuestion): Promise<readonly Step[]> {
  const input = { resourceId, ...instantsOf(during), coverTherapistId }
  return (await ask(TimeOffPlanDocument, { input })).timeOffPlan.steps.map(toStep)
}

export function instantsOf({ start, end }: Interval): { startsAt: string; endsAt: string } {
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString() }
}

function toStep({ appointment, kind, slot, choices, why }: PlanStepFragment): Step {
  const affected: Affected = {
    ...toPlace(appointment),
    id: appointment.id,
    version: appointment.version,
    status: appointment.status.toLowerCase() as AppointmentStatus,
    clientName: appointment.client.name,
    phone: appointment.client.phone,
    typeName: appointment.type.name,
    hue: appointment.type.hue,
  }
  return stepOf(affected, { kind, place: slot ? toPlace(slot) : undefined }, choices.map(toPlace), why)
}

function toPlace({ startsAt, endsAt, therapist, room }: Omit<PlanSlotFragment, '__typename'>): NamedPlace {
  return {
    startsAt: Date.parse(startsAt),
    endsAt: Date.parse(endsAt),
    therapistId: therapist.id,
    therapistName: therapist.name,
    roomId: room?.id ?? null,
    roomName: room?.name ?? null,
  }
}

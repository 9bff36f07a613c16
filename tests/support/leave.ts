import type { Db } from '../../db/connect.ts'
import { type Answer, ask } from './app.ts'
import { makeDesk } from './desk.ts'

const TIME_OFF = `timeOff { id version status startsAt endsAt reason note resource { id } coverTherapist { id } requestedBy
  decidedBy decidedAt decisionNote }`
const APPOINTMENT = `id version status startsAt endsAt therapist { id } room { id } confirmedAt overriddenRules
  cancellation { reason cancelledBy }`
const PROBLEM = `code message path startsAt endsAt resource { id } appointment { id }`
const REFUSED = `... on TimeOffRefused { problems { ${PROBLEM} } }`

const mutations = {
  requestTimeOff: `... on TimeOffRequested { ${TIME_OFF} }`,
  decideTimeOff: `... on TimeOffDecided { ${TIME_OFF} changed { ${APPOINTMENT} } }`,
  takeTimeOff: `... on TimeOffDecided { ${TIME_OFF} changed { ${APPOINTMENT} } }`,
  applyTimeOffPlan: `... on TimeOffDecided { ${TIME_OFF} changed { ${APPOINTMENT} } }`,
  withdrawTimeOff: `... on TimeOffWithdrawn { ${TIME_OFF} }`,
  undoTimeOff: `... on TimeOffUndone { ${TIME_OFF} changed { ${APPOINTMENT} } left { ${PROBLEM} } }`,
}

export type LeaveMutation = keyof typeof mutations

export const PLAN = `query ($input: TimeOffPlanInput!) { timeOffPlan(input: $input) { steps { kind why
  appointment { id version } slot { startsAt endsAt therapist { id } room { id } }
  choices { startsAt endsAt therapist { id } room { id } } } } }`

export interface SlotSeen {
  readonly startsAt: string
  readonly endsAt: string
  readonly therapist: { id: string }
  readonly room: { id: string } | null
}

export interface StepSeen {
  readonly kind: string
  readonly why: string
  readonly appointment: { id: string; version: number }
  readonly slot: SlotSeen | null
  readonly choices: SlotSeen[]
}

export interface LeaveProblem {
  readonly code: string
  readonly message: string
  readonly path: string[] | null
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly resource: { id: string } | null
  readonly appointment: { id: string } | null
}

export interface LeaveAppointment {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly startsAt: string
  readonly therapist: { id: string }
  readonly room: { id: string } | null
  readonly confirmedAt: string | null
  readonly cancellation: { reason: string; cancelledBy: string } | null
}

export interface LeaveResult {
  readonly __typename: string
  readonly timeOff: {
    readonly id: string
    readonly version: number
    readonly status: string
    readonly requestedBy: string | null
    readonly decidedBy: string | null
  }
  readonly changed: LeaveAppointment[]
  readonly left: LeaveProblem[]
  readonly problems: LeaveProblem[]
}

export function leaveMutation(name: LeaveMutation): string {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  return `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${mutations[name]} ${REFUSED} } }`
}

/** A desk whose therapists may be away: Tuesday 3 March 2026, all day in New York. */
export const TUESDAY = { startsAt: '2026-03-03T05:00:00Z', endsAt: '2026-03-04T05:00:00Z' }

export async function makeLeaveDesk(app: { url: string }, db: Db) {
  const desk = await makeDesk(app, db)
  const attempt = (
    name: LeaveMutation,
    input: object,
    proof = desk.key,
  ): Promise<Answer<Record<string, LeaveResult>>> => ask(app, proof, leaveMutation(name), { input })
  const sick = { resourceId: desk.chen.id, reason: 'SICK', ...TUESDAY }
  return {
    ...desk,
    sick,
    attempt,
    async leave(name: LeaveMutation, input: object, proof = desk.key): Promise<LeaveResult> {
      const { data, errors } = await attempt(name, input, proof)
      if (errors) throw new Error(errors[0]?.message, { cause: errors })
      return data[name]!
    },
    async plan(input: object, proof = desk.key): Promise<StepSeen[]> {
      const { data, errors } = await ask<{ timeOffPlan: { steps: StepSeen[] } }>(app, proof, PLAN, { input })
      if (errors) throw new Error(errors[0]?.message, { cause: errors })
      return data.timeOffPlan.steps
    },
  }
}

/** The step as a plan to be applied. */
export function asInput({ appointment, kind, slot }: StepSeen) {
  const where = slot && {
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    therapistId: slot.therapist.id,
    roomId: slot.room?.id ?? null,
  }
  return { appointmentId: appointment.id, expectedVersion: appointment.version, kind, ...where }
}

import type { Trx } from '../db/connect.ts'
import type { Appointment } from '../db/queries/book.ts'
import { getBookingSettings } from '../db/queries/booking-settings.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { isLate } from '../domain/booking-settings.ts'
import type { Instant } from '../domain/interval.ts'
import { isMovable } from '../domain/status.ts'
import type { ClientCaller } from './caller.ts'
import type { Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { lockAppointments } from './lock-appointments.ts'

/** A client with the one appointment that she acts on. */
export type OwnCaller = ClientCaller & {
  readonly appointmentId: string
  /** Whoever typed her name and address, and has proved neither: nothing that she has besides is to be learned. */
  readonly isOutside?: boolean
}

/** What an action of a client's own is given: who she is, and which appointment her link or her number leads to. */
export interface OwnContext extends Pick<ActionContext, 'jobs' | 'secret' | 'now'> {
  readonly caller: OwnCaller
}

/** What is asked of the appointment that the client saw at that time. */
export interface OwnInput extends Repeatable {
  /** Left out: whenever it is. */
  readonly seenStartsAt?: Instant
}

/**
 * Why her wish was not done: the appointment is over or cancelled, has begun, is at another time than she saw, or the slot is
 * taken or no longer held for her, or it is too late by now to move it by herself.
 */
export type OwnProblem = 'over' | 'begun' | 'changed' | 'taken' | 'expired' | 'notice'

export interface OwnRefused {
  readonly kind: 'refused'
  readonly problem: OwnProblem
}

/** What was written for her, for the log of the clinic. */
export type OwnOutcome<Written> = { readonly written: Written; readonly log: readonly LogEntry[] } | OwnFailed
interface OwnFailed {
  readonly refused: OwnProblem
}

/** Her appointment as it stands once what it takes, and that what it may go to, are locked. */
export async function lockOwn(
  { caller, now }: OwnContext,
  trx: Trx,
  alsoResourceIds: readonly string[] = [],
): Promise<Appointment> {
  const { appointmentId, clientId, clinicId } = caller
  const [current] = await lockAppointments(trx, clinicId, [appointmentId], now(), alsoResourceIds)
  if (current?.clientId !== clientId) throw notFound('appointment')
  return current
}

/** Why nothing can be changed of the appointment by its client; undefined when it can. */
export function ownProblem(current: Appointment, now: Instant, { seenStartsAt }: OwnInput): OwnProblem | undefined {
  if (!isMovable(current.status)) return 'over'
  if (current.startsAt <= now) return 'begun'
  return seenStartsAt === undefined || seenStartsAt === current.startsAt ? undefined : 'changed'
}

/** The same of moving it, for which a clinic may ask for some notice. */
export async function ownMoveProblem(
  trx: Trx,
  clinicId: string,
  current: Appointment,
  now: Instant,
  input: OwnInput,
): Promise<OwnProblem | undefined> {
  const problem = ownProblem(current, now, input)
  if (problem) return problem
  const { moveNoticeMinutes } = await getBookingSettings(trx, clinicId)
  return isLate(current.startsAt, moveNoticeMinutes, now) ? 'notice' : undefined
}

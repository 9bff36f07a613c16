import type { EventAdmission, PublishStatus } from './event.ts'
import type { RegistrationProblem } from './registration.ts'

/** Where somebody stands in a group: asked and not yet screened, in it, or not (any more). */
export const groupMemberStatuses = ['screening', 'active', 'on_hold', 'declined', 'exited'] as const
export type GroupMemberStatus = (typeof groupMemberStatuses)[number]

/** What screening comes to. */
export const screeningDecisions = ['approve', 'decline'] as const
export type ScreeningDecision = (typeof screeningDecisions)[number]

const next: Readonly<Record<GroupMemberStatus, readonly GroupMemberStatus[]>> = {
  screening: ['active', 'declined', 'exited'],
  active: ['on_hold', 'exited'],
  on_hold: ['active', 'exited'],
  declined: [],
  exited: [],
}

const words: Readonly<Record<GroupMemberStatus, string>> = {
  screening: 'waiting for screening',
  active: 'a member',
  on_hold: 'on hold',
  declined: 'declined',
  exited: 'no member any more',
}

/** Whether somebody who stands there keeps a place in the group: also who is away for a while. */
export function keepsPlace(status: GroupMemberStatus): boolean {
  return status === 'active' || status === 'on_hold'
}

/** How many places the step takes; negative when it gives one back. */
export function placesOfStep(from: GroupMemberStatus, to: GroupMemberStatus): number {
  return Number(keepsPlace(to)) - Number(keepsPlace(from))
}

/** Why somebody cannot go from the one to the other; undefined when she can. Who waits is screened first. */
export function groupStepProblem(
  name: string,
  from: GroupMemberStatus,
  to: GroupMemberStatus,
  by: 'screening' | 'hand',
): RegistrationProblem | undefined {
  const isScreened = from === 'screening' && to !== 'exited'
  if (next[from].includes(to) && isScreened === (by === 'screening')) return undefined
  return { code: 'TERMINAL_STATUS', message: `${name} is ${words[from]}.`, path: ['input', 'id'] }
}

/** Why nobody can ask to join; undefined when one can. */
export function askingProblem(event: {
  readonly title: string
  readonly admission: EventAdmission
  readonly publishStatus: PublishStatus
  readonly isOpen: boolean
}): RegistrationProblem | undefined {
  const { admission, isOpen, publishStatus, title } = event
  const path = ['input', 'eventId']
  if (admission !== 'enrolment') return { code: 'INVALID', message: `${title} has no members: register for it.`, path }
  if (publishStatus === 'archived') return { code: 'TERMINAL_STATUS', message: `${title} is archived.`, path }
  return isOpen ? undefined : { code: 'REGISTRATION_CLOSED', message: `${title} takes no new members.`, path }
}

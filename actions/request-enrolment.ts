import { v7 as uuidv7 } from 'uuid'
import { findClient } from '../db/queries/clients.ts'
import { lockEvent } from '../db/queries/events.ts'
import { type GroupMemberRow, insertGroupMember, isInGroup } from '../db/queries/group-members.ts'
import { askingProblem } from '../domain/group.ts'
import type { Instant } from '../domain/interval.ts'
import type { RegistrationProblem } from '../domain/registration.ts'
import { changeClinic, type Repeatable } from './change-clinic.ts'
import { groupMemberEntry } from './change-group-member.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkEventRight } from './event-rights.ts'
import { checkId } from './ids.ts'
import { checkedText } from './override.ts'
import type { RegistrationRefused } from './register-for-event.ts'

export interface RequestEnrolmentInput extends Repeatable {
  readonly eventId: string
  readonly clientId: string
  readonly note?: string | null
}

export interface EnrolmentRequested {
  readonly kind: 'enrolment-requested'
  readonly member: GroupMemberRow
}

/** Asks for a client to join a group: she is screened before she has a place. */
export function requestEnrolment(
  context: ActionContext,
  input: RequestEnrolmentInput,
): Promise<EnrolmentRequested | RegistrationRefused> {
  const { clinicId } = context.caller
  const { eventId, clientId } = input
  checkId(eventId, 'event', ['input', 'eventId'])
  checkId(clientId, 'client', ['input', 'clientId'])
  const note = checkedText(input.note, 2000, ['input', 'note'])
  return changeClinic<EnrolmentRequested, RegistrationProblem, RegistrationRefused>(context, {
    operation: 'requestEnrolment',
    input,
    tell: async (problem) => ({ kind: 'refused', problems: [problem] }),
    work: async (trx) => {
      const now = context.now()
      const event = await lockEvent(trx, clinicId, eventId)
      if (!event) throw notFound('event', ['input', 'eventId'], eventId)
      checkEventRight(context, event.facilitatorIds)
      const [client, isThere] = await Promise.all([
        findClient(trx, clinicId, clientId),
        isInGroup(trx, clinicId, eventId, clientId),
      ])
      if (!client) throw notFound('client', ['input', 'clientId'], clientId)
      const problem = askingProblem(event) ?? (isThere ? alreadyThere(client.name, event.title) : undefined)
      if (problem) return { refused: problem }
      const member = newGroupMember({ eventId, clientId, note }, now)
      await insertGroupMember(trx, clinicId, member)
      return {
        written: { kind: 'enrolment-requested', member },
        log: [groupMemberEntry('ask to join group', undefined, member)],
      }
    },
  })
}

/** Somebody who waits for screening. */
export function newGroupMember(
  asked: Pick<GroupMemberRow, 'eventId' | 'clientId' | 'note'>,
  now: Instant,
): GroupMemberRow {
  return {
    ...{ id: uuidv7(), version: 1, ...asked, status: 'screening', askedAt: now, updatedAt: now },
    ...{ screenedAt: null, screenedBy: null, joinedOn: null, exitedOn: null, exitReason: null },
  }
}

function alreadyThere(name: string, title: string): RegistrationProblem {
  const message = `${name} is in ${title} already, or waits for screening.`
  return { code: 'ALREADY_REGISTERED', message, path: ['input', 'clientId'] }
}

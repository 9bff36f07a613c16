import type { Trx } from '../db/connect.ts'
import type { ClientRow } from '../db/queries/book.ts'
import { findClient } from '../db/queries/clients.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { type EventRow, lockEvent } from '../db/queries/events.ts'
import { findGroupMember, type GroupMemberRow, updateGroupMember } from '../db/queries/group-members.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { countPlaces } from '../db/queries/places.ts'
import { placesLeft } from '../domain/event.ts'
import { placesOfStep } from '../domain/group.ts'
import type { Instant } from '../domain/interval.ts'
import type { RegistrationProblem } from '../domain/registration.ts'
import { localDateOf } from '../domain/zone.ts'
import { changeClinic } from './change-clinic.ts'
import type { VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkEventRight } from './event-rights.ts'
import { fillLines } from './fill-places.ts'
import { checkId } from './ids.ts'
import type { RegistrationRefused } from './register-for-event.ts'
import { placesEntries } from './registration-log.ts'
import { staleRegistration } from './stale-registration.ts'

export interface GroupMemberChanged {
  readonly kind: 'group-member-changed'
  readonly member: GroupMemberRow
}

/** Somebody in a group, who is being changed: her group is locked. */
export interface GroupMemberChange {
  readonly context: ActionContext
  readonly trx: Trx
  readonly clinicId: string
  readonly event: EventRow
  readonly member: GroupMemberRow
  readonly client: ClientRow
  readonly now: Instant
  /** By the calendar of the clinic. */
  readonly today: string
}

type Step = { readonly next: GroupMemberRow } | { readonly problem: RegistrationProblem }

/** One step of somebody in a group, which takes a place or gives one back as it has to. */
export function changeGroupMember(
  context: ActionContext,
  operation: string,
  input: VersionedInput,
  decide: (change: GroupMemberChange) => Step,
): Promise<GroupMemberChanged | RegistrationRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'group member', ['input', 'id'])
  return changeClinic<GroupMemberChanged, RegistrationProblem, RegistrationRefused>(context, {
    operation,
    input,
    tell: async (problem) => ({ kind: 'refused', problems: [problem] }),
    work: async (trx) => {
      const change = await lockMember(context, trx, input.id)
      const { event, member, now } = change
      if (member.version !== input.expectedVersion)
        return { refused: await staleRegistration(trx, clinicId, member.id, `${change.client.name}'s place`) }
      const step = decide(change)
      if ('problem' in step) return { refused: step.problem }
      const places = placesOfStep(member.status, step.next.status)
      if (places > (placesLeft(event) ?? places)) return { refused: groupIsFull(event) }
      const [sessions] = await Promise.all([
        countPlaces(trx, clinicId, { eventId: event.id, sessionId: null }, places, now),
        updateGroupMember(trx, clinicId, step.next, now),
      ])
      const after = { ...step.next, version: member.version + 1, updatedAt: now }
      const filled = places < 0 ? await fillLines(context, trx, clinicId, event.id) : []
      return {
        written: { kind: 'group-member-changed', member: after },
        log: [
          groupMemberEntry(`${after.status.replace('_', ' ')} in group`, member, after),
          ...(places === 0 ? [] : placesEntries(sessions ?? [])),
          ...filled,
        ],
      }
    },
  })
}

async function lockMember(context: ActionContext, trx: Trx, id: string): Promise<GroupMemberChange> {
  const { clinicId } = context.caller
  const now = context.now()
  const seen = await findGroupMember(trx, clinicId, id)
  if (!seen) throw notFound('group member', ['input', 'id'], id)
  const event = await lockEvent(trx, clinicId, seen.eventId)
  checkEventRight(context, event!.facilitatorIds)
  const [member, client, { zone }] = await Promise.all([
    findGroupMember(trx, clinicId, id),
    findClient(trx, clinicId, seen.clientId),
    getClinic(trx, clinicId),
  ])
  const today = localDateOf(now, zone)
  return { context, trx, clinicId, event: event!, member: member!, client: client!, now, today }
}

/** What happened to somebody in a group, for both logs. */
export function groupMemberEntry(action: string, before: GroupMemberRow | undefined, after: GroupMemberRow): LogEntry {
  return { action, kind: 'group_member', id: after.id, version: after.version, before, after }
}

function groupIsFull({ capacity, title }: EventRow): RegistrationProblem {
  return { code: 'NO_PLACE_LEFT', message: `All ${capacity} places of ${title} are taken.`, path: ['input', 'id'] }
}

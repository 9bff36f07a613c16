import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import {
  type AttendanceRow,
  forgetAttendance,
  listRosters,
  type NotedAttendance,
  noteAttendance,
  type RosterRow,
} from '../db/queries/attendance.ts'
import { findSession, type Session } from '../db/queries/event-sessions.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { lockCounted } from '../db/queries/places.ts'
import { type AttendanceStatus, chargeOf } from '../domain/attendance.ts'
import type { RegistrationProblem } from '../domain/registration.ts'
import { changeClinic, type Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { badInput, notFound } from './errors.ts'
import { LARGEST_EVENT } from './event-fields.ts'
import { checkEventRight } from './event-rights.ts'
import { checkId } from './ids.ts'
import type { RegistrationRefused } from './register-for-event.ts'

export interface AttendanceEntry {
  readonly registrationId?: string | null
  readonly memberId?: string | null
  /** Null takes back what was noted. */
  readonly status: AttendanceStatus | null
}

export interface RecordAttendanceInput extends Repeatable {
  readonly sessionId: string
  readonly entries: readonly AttendanceEntry[]
}

export interface AttendanceRecorded {
  readonly kind: 'attendance-recorded'
  readonly sessionId: string
  readonly attendance: readonly AttendanceRow[]
}

/** Notes who came to a session, and what it costs each at its price now. What was noted before is replaced, or taken back. */
export function recordAttendance(
  context: ActionContext,
  input: RecordAttendanceInput,
): Promise<AttendanceRecorded | RegistrationRefused> {
  const { clinicId } = context.caller
  const { sessionId } = input
  checkId(sessionId, 'session', ['input', 'sessionId'])
  const statuses = statusesOf(input.entries)
  return changeClinic<AttendanceRecorded, RegistrationProblem, RegistrationRefused>(context, {
    operation: 'recordAttendance',
    input,
    tell: async (problem) => ({ kind: 'refused', problems: [problem] }),
    work: async (trx) => {
      const now = context.now()
      const session = await lockSession(context, trx, sessionId)
      if (session.status === 'cancelled') return { refused: cancelledProblem(session) }
      const roster = await listRosters(trx, clinicId, [sessionId])
      const people = new Map(roster.map((each) => [personOf(each), each]))
      const missing = [...statuses.keys()].find((person) => !people.has(person))
      if (missing) throw notFound('person on the roster', ['input', 'entries'], missing)
      const noted = [...statuses].flatMap(([person, status]): NotedAttendance[] => {
        if (status === null) return []
        const row = people.get(person)!
        const chargeCents = chargeOf(status, session.event.priceCents, row.places)
        return [{ ...row, id: uuidv7(), status, chargeCents, notedBy: context.caller.name, notedAt: now }]
      })
      const unsaid = [...statuses].flatMap(([person, status]) => (status === null ? [person] : []))
      const forgotten = await forgetAttendance(trx, clinicId, sessionId, unsaid)
      const attendance = await noteAttendance(trx, clinicId, noted)
      return {
        written: { kind: 'attendance-recorded', sessionId, attendance },
        log: [...forgotten.map(forgottenEntry), ...attendance.map(notedEntry)],
      }
    },
  })
}

async function lockSession(context: ActionContext, trx: Trx, id: string): Promise<Session> {
  const { clinicId } = context.caller
  await lockCounted(trx, clinicId, { sessionId: id })
  const session = await findSession(trx, clinicId, id)
  if (!session) throw notFound('session', ['input', 'sessionId'], id)
  checkEventRight(context, [...session.event.facilitatorIds, ...session.facilitatorIds])
  return session
}

/** What is said of each person; the last word counts. */
function statusesOf(entries: readonly AttendanceEntry[]): Map<string, AttendanceEntry['status']> {
  const path = ['input', 'entries']
  if (entries.length === 0 || entries.length > LARGEST_EVENT)
    throw badInput(`entries names 1 to ${LARGEST_EVENT} people.`, path)
  return new Map(
    entries.map(({ registrationId, memberId, status }) => {
      if (registrationId != null) checkId(registrationId, 'registration', path)
      if (memberId != null) checkId(memberId, 'group member', path)
      if ((registrationId == null) === (memberId == null))
        throw badInput('Each entry names a registration or a group member.', path)
      return [(registrationId ?? memberId)!.toLowerCase(), status] as const
    }),
  )
}

function notedEntry(row: AttendanceRow): LogEntry {
  const { id, version } = row
  return { action: 'record attendance', kind: 'attendance', id, version, before: null, after: row }
}

function forgottenEntry(row: AttendanceRow): LogEntry {
  const { id, version } = row
  return { action: 'take back attendance', kind: 'attendance', id, version, removed: true, before: row, after: null }
}

function personOf({ memberId, registrationId }: RosterRow): string {
  return (registrationId ?? memberId)!
}

function cancelledProblem({ title }: Session): RegistrationProblem {
  return { code: 'SESSION_CANCELLED', message: `${title} is cancelled.`, path: ['input', 'sessionId'] }
}

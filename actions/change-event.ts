import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { lockSessionsOf, type Session } from '../db/queries/event-sessions.ts'
import { type EventRow, lockEvent } from '../db/queries/events.ts'
import { findLastEditor } from '../db/queries/log.ts'
import type { Instant } from '../domain/interval.ts'
import type { BookingProblem } from '../domain/problem.ts'
import { formatTime } from '../domain/zone.ts'
import { changeClinic, type Outcome } from './change-clinic.ts'
import type { VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { type EventRefused, eventProblem, refuseEvent } from './refuse-event.ts'

/** An event that is being changed: it and its sessions are locked. */
export interface EventChange {
  readonly context: ActionContext
  readonly trx: Trx
  readonly clinicId: string
  readonly event: EventRow
  /** All of them, whatever their status, by their start. */
  readonly sessions: readonly Session[]
  readonly now: Instant
}

/** One change of an event from the version that its editor saw. */
export function changeEvent<Written extends object>(
  context: ActionContext,
  operation: string,
  input: VersionedInput,
  work: (change: EventChange) => Promise<Outcome<Written, EventRefused>>,
): Promise<Written | EventRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'event', ['input', 'id'])
  return changeClinic<Written, EventRefused, EventRefused>(context, {
    operation,
    input,
    tell: async (refused) => refused,
    work: async (trx) => {
      const event = await lockEvent(trx, clinicId, input.id)
      if (!event) throw notFound('event', ['input', 'id'], input.id)
      const stale = await staleEventProblem(trx, clinicId, event, input.expectedVersion)
      if (stale) return { refused: refuseEvent(stale) }
      const sessions = await lockSessionsOf(trx, clinicId, event.id)
      return work({ context, trx, clinicId, event, sessions, now: context.now() })
    },
  })
}

/** Why a change made from an older version is refused; undefined when it is current. */
export async function staleEventProblem(
  trx: Trx,
  clinicId: string,
  current: { readonly id: string; readonly title: string; readonly version: number },
  expectedVersion: number,
): Promise<BookingProblem | undefined> {
  if (current.version === expectedVersion) return undefined
  const [{ zone }, editor] = [await getClinic(trx, clinicId), await findLastEditor(trx, clinicId, current.id)]
  const who = editor ? ` by ${editor.name} at ${formatTime(editor.at, zone)}` : ''
  const message = `${current.title} was changed${who} after you saw it.`
  return eventProblem('STALE_VERSION', message, ['input', 'expectedVersion'])
}

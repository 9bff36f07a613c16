import type { Trx } from '../db/connect.ts'
import { lockBooking } from '../db/queries/appointments.ts'
import { findEntry, lockEntry, updateEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import type { Instant } from '../domain/interval.ts'
import type { FieldCheck, RecordProblem } from '../domain/record.ts'
import { isOnList } from '../domain/waitlist-entry.ts'
import { onlyReads, rightsOfCaller } from './caller.ts'
import { changeClinic, type Repeatable } from './change-clinic.ts'
import { type RecordOutcome, type RecordRefused, type RecordSaved, staleProblem } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { forbidden, notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { entryEntry } from './waitlist-log.ts'

/** Refuses whoever may not keep the waitlist: whoever books may. */
export function checkWaitlistRight({ caller }: Pick<ActionContext, 'caller'>): void {
  const rights = rightsOfCaller(caller)
  if (!rights.has('edit_any_appointment') && !rights.has('edit_own_appointments'))
    throw forbidden(
      onlyReads(caller)
        ? 'This key may only read: changing the waitlist asks for the scope `write`.'
        : 'You may not change the waitlist.',
    )
}

interface WaitlistChange {
  readonly operation: string
  readonly input: Repeatable
  /** What was wrong with the input itself. */
  readonly fields?: FieldCheck
  readonly work: (trx: Trx, clinicId: string, now: Instant) => Promise<RecordOutcome<WaitlistEntry>>
}

/** One change of the waitlist. */
export function changeWaitlist(
  context: ActionContext,
  { operation, input, fields, work }: WaitlistChange,
): Promise<RecordSaved<WaitlistEntry> | RecordRefused> {
  return changeClinic<RecordSaved<WaitlistEntry>, readonly RecordProblem[], RecordRefused>(context, {
    operation,
    input,
    work: async (trx) => {
      if (fields && fields.problems.length > 0) return { refused: fields.problems }
      return work(trx, context.caller.clinicId, context.now())
    },
    tell: async (problems) => ({ kind: 'refused', problems }),
  })
}

interface SeenEntry {
  readonly id: string
  readonly expectedVersion: number
}

/** The entry at the version seen, its client and itself locked, or why it may not be changed. */
export async function currentEntry(
  trx: Trx,
  clinicId: string,
  { id, expectedVersion }: SeenEntry,
  now: Instant,
): Promise<{ readonly current: WaitlistEntry } | { readonly refused: readonly RecordProblem[] }> {
  checkId(id, 'waitlist entry', ['input', 'id'])
  const found = await findEntry(trx, clinicId, id)
  if (!found) throw notFound('waitlist entry', ['input', 'id'], id)
  await lockBooking(trx, clinicId, [], [found.clientId], now)
  const current = (await lockEntry(trx, clinicId, id))!
  const named = { ...current, name: `${current.client.name}'s entry` }
  const stale = await staleProblem(trx, clinicId, named, expectedVersion)
  if (stale) return { refused: stale }
  return isOnList(current.status) ? { current } : { refused: [endedProblem(current)] }
}

function endedProblem({ client }: WaitlistEntry): RecordProblem {
  return { code: 'INVALID', message: `${client.name} is no longer on the waitlist.`, path: ['input', 'id'] }
}

/** Writes the entry and answers with it as it stands. */
export async function savedEntry(
  trx: Trx,
  clinicId: string,
  action: string,
  current: WaitlistEntry,
  changes: Partial<WaitlistEntry>,
  now: Instant,
): Promise<Extract<RecordOutcome<WaitlistEntry>, { written: unknown }>> {
  await updateEntry(trx, clinicId, { ...current, ...changes }, now)
  const record = (await findEntry(trx, clinicId, current.id))!
  return { written: { kind: 'saved', record }, log: [entryEntry(action, current, record)] }
}

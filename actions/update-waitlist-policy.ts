import { wakeFreed } from '../db/queries/freed-slots.ts'
import { getWaitlistPolicy, saveWaitlistPolicy, type WaitlistPolicyRow } from '../db/queries/waitlist-policies.ts'
import { given, type RecordProblem } from '../domain/record.ts'
import { checkWaitlistPolicy, type WaitlistPolicy } from '../domain/waitlist-offer.ts'
import { fillSlots } from '../jobs/contracts.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'

type Limit = 'together' | 'longestMinutes' | 'shortestMinutes' | 'offersADay' | 'notWithinMinutes' | 'longestChain'

/** What is left out stays; null hours are those of all messages. */
export interface UpdateWaitlistPolicyInput extends Repeatable, Partial<Record<Limit, number | null>> {
  readonly expectedVersion: number
  readonly mode?: WaitlistPolicy['mode'] | null
  readonly leaveFrom?: string | null
  readonly leaveUntil?: string | null
}

/** Changes how the clinic offers what becomes free. Offers under way stand. */
export function updateWaitlistPolicy(
  context: ActionContext,
  input: UpdateWaitlistPolicyInput,
): Promise<RecordSaved<WaitlistPolicyRow> | RecordRefused> {
  return changeRecord<WaitlistPolicyRow>(context, {
    right: 'manage_settings',
    operation: 'updateWaitlistPolicy',
    input,
    work: async (trx, clinicId, now) => {
      const before = await getWaitlistPolicy(trx, clinicId)
      if (before.version !== input.expectedVersion) return { refused: [stale] }
      const changed = { ...before, ...changesOf(input) }
      const problems = checkWaitlistPolicy(changed)
      if (problems.length > 0) return { refused: problems }
      if (!(await saveWaitlistPolicy(trx, clinicId, changed, before.version, now))) return { refused: [stale] }
      await wakeFreed(trx, clinicId, now)
      await context.jobs.enqueue(trx, fillSlots, { clinicId })
      const record = await getWaitlistPolicy(trx, clinicId)
      const entry = { action: 'update waitlist policy', kind: 'waitlist_policy' as const, id: clinicId }
      return { written: { kind: 'saved', record }, log: [{ ...entry, version: record.version, before, after: record }] }
    },
  })
}

const stale: RecordProblem = {
  code: 'STALE_VERSION',
  message: 'How slots are offered was changed after you saw it.',
  path: ['input', 'expectedVersion'],
}

function changesOf(input: UpdateWaitlistPolicyInput): Partial<WaitlistPolicy> {
  return given({
    ...{ mode: input.mode ?? undefined, together: input.together ?? undefined },
    ...{ longestMinutes: input.longestMinutes ?? undefined, shortestMinutes: input.shortestMinutes ?? undefined },
    ...{ offersADay: input.offersADay ?? undefined, notWithinMinutes: input.notWithinMinutes ?? undefined },
    ...{ longestChain: input.longestChain ?? undefined, leaveFrom: input.leaveFrom, leaveUntil: input.leaveUntil },
  })
}

import { noteSweep } from '../db/queries/message-cursors.ts'
import { getReminderPolicy, type ReminderPolicyRow, saveReminderPolicy } from '../db/queries/reminder-policies.ts'
import { given, type RecordProblem } from '../domain/record.ts'
import { checkReminderPolicy, type NoticePolicy, type ReminderPolicy, withNotices } from '../domain/reminder-policy.ts'
import type { LocalTime } from '../domain/zone.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** What is left out stays; of notices, those that are named change. */
export interface UpdateReminderPolicyInput extends Repeatable {
  readonly expectedVersion: number
  readonly leaveFrom?: LocalTime | null
  readonly leaveUntil?: LocalTime | null
  readonly weekends?: boolean | null
  readonly settleSeconds?: number | null
  readonly moveSettleSeconds?: number | null
  readonly notices?: readonly NoticePolicy[] | null
}

/** Changes what the clinic sends and when, and has what waits planned anew. */
export function updateReminderPolicy(
  context: ActionContext,
  input: UpdateReminderPolicyInput,
): Promise<RecordSaved<ReminderPolicyRow> | RecordRefused> {
  return changeRecord<ReminderPolicyRow>(context, {
    right: 'edit_messages',
    operation: 'updateReminderPolicy',
    input,
    work: async (trx, clinicId, now) => {
      const before = await getReminderPolicy(trx, clinicId)
      if (before.version !== input.expectedVersion) return { refused: [stale] }
      const { notices = [], ...rest } = changesOf(input)
      const changed = { ...before, ...rest }
      const problems = checkReminderPolicy({ ...changed, notices })
      if (problems.length > 0) return { refused: problems }
      const isSaved = await saveReminderPolicy(trx, clinicId, withNotices(changed, notices), before.version, now)
      if (!isSaved) return { refused: [stale] }
      await noteSweep(trx, clinicId, null)
      const record = await getReminderPolicy(trx, clinicId)
      const entry = { action: 'update reminder policy', kind: 'reminder_policy' as const, id: clinicId }
      return { written: { kind: 'saved', record }, log: [{ ...entry, version: record.version, before, after: record }] }
    },
  })
}

const stale: RecordProblem = {
  code: 'STALE_VERSION',
  message: 'What is sent was changed after you saw it.',
  path: ['input', 'expectedVersion'],
}

function changesOf(input: UpdateReminderPolicyInput): Partial<ReminderPolicy> {
  const { leaveFrom, leaveUntil, weekends, settleSeconds, moveSettleSeconds, notices } = input
  return given({
    ...{ leaveFrom: leaveFrom ?? undefined, leaveUntil: leaveUntil ?? undefined, weekends: weekends ?? undefined },
    ...{ settleSeconds: settleSeconds ?? undefined, moveSettleSeconds: moveSettleSeconds ?? undefined },
    notices: notices?.map(({ kind, on, offsetMinutes, channels }) => ({ kind, on, offsetMinutes, channels })),
  })
}

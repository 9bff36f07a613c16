import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import {
  defaultReminderPolicy,
  type NoticePolicy,
  type ReminderPolicy,
  withNotices,
} from '../../domain/reminder-policy.ts'
import type { Trx } from '../connect.ts'

export interface ReminderPolicyRow extends ReminderPolicy {
  /** 0 while the clinic has said nothing of its own. */
  readonly version: number
}

/** What the clinic sends; what it has said nothing about is as for all. */
export async function getReminderPolicy(trx: Trx, clinicId: string): Promise<ReminderPolicyRow> {
  const { rows } = await sql<ReminderPolicyRow & { notices: NoticePolicy[] }>`
    select version, to_char(leave_from, 'HH24:MI') as "leaveFrom", to_char(leave_until, 'HH24:MI') as "leaveUntil", weekends,
      settle_seconds as "settleSeconds", move_settle_seconds as "moveSettleSeconds", notices
    from reminder_policies where clinic_id = ${clinicId}`.execute(trx)
  const [row] = rows
  if (!row) return { ...defaultReminderPolicy, version: 0 }
  const { notices } = withNotices(defaultReminderPolicy, row.notices)
  return { ...row, notices }
}

/** Writes the policy over the version seen; false when there is another by now. */
export async function saveReminderPolicy(
  trx: Trx,
  clinicId: string,
  policy: ReminderPolicy,
  expectedVersion: number,
  now: Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into reminder_policies as p (clinic_id, leave_from, leave_until, weekends, settle_seconds, move_settle_seconds,
      notices, updated_at)
    select ${clinicId}, ${policy.leaveFrom}::time, ${policy.leaveUntil}::time, ${policy.weekends}, ${policy.settleSeconds},
      ${policy.moveSettleSeconds}, ${JSON.stringify(policy.notices)}::jsonb, ${new Date(now)}
    where ${expectedVersion} = coalesce((select version from reminder_policies where clinic_id = ${clinicId}), 0)
    on conflict (clinic_id) do update set leave_from = excluded.leave_from, leave_until = excluded.leave_until,
      weekends = excluded.weekends, settle_seconds = excluded.settle_seconds,
      move_settle_seconds = excluded.move_settle_seconds, notices = excluded.notices, version = p.version + 1,
      updated_at = excluded.updated_at
    where p.version = ${expectedVersion}`.execute(trx)
  return numAffectedRows === 1n
}

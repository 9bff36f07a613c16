import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import { defaultWaitlistPolicy, type WaitlistPolicy } from '../../domain/waitlist-offer.ts'
import type { Trx } from '../connect.ts'

export interface WaitlistPolicyRow extends WaitlistPolicy {
  /** 0 while the clinic has said nothing of its own. */
  readonly version: number
}

/** How the clinic offers what became free. */
export async function getWaitlistPolicy(trx: Trx, clinicId: string): Promise<WaitlistPolicyRow> {
  const { rows } = await sql<WaitlistPolicyRow>`
    select version, mode, together, longest_minutes as "longestMinutes", shortest_minutes as "shortestMinutes",
      offers_a_day as "offersADay", not_within_minutes as "notWithinMinutes", longest_chain as "longestChain",
      to_char(leave_from, 'HH24:MI') as "leaveFrom", to_char(leave_until, 'HH24:MI') as "leaveUntil"
    from waitlist_policies where clinic_id = ${clinicId}`.execute(trx)
  return rows[0] ?? { ...defaultWaitlistPolicy, version: 0 }
}

/** Writes the policy over the version seen; false when there is another by now. */
export async function saveWaitlistPolicy(
  trx: Trx,
  clinicId: string,
  policy: WaitlistPolicy,
  expectedVersion: number,
  now: Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into waitlist_policies as p (clinic_id, mode, together, longest_minutes, shortest_minutes, offers_a_day,
      not_within_minutes, longest_chain, leave_from, leave_until, updated_at)
    select ${clinicId}, ${policy.mode}, ${policy.together}::smallint, ${policy.longestMinutes}::smallint,
      ${policy.shortestMinutes}::smallint, ${policy.offersADay}::smallint, ${policy.notWithinMinutes}::smallint,
      ${policy.longestChain}::smallint, ${policy.leaveFrom}::time, ${policy.leaveUntil}::time, ${new Date(now)}
    where ${expectedVersion} = coalesce((select version from waitlist_policies where clinic_id = ${clinicId}), 0)
    on conflict (clinic_id) do update set mode = excluded.mode, together = excluded.together,
      longest_minutes = excluded.longest_minutes, shortest_minutes = excluded.shortest_minutes,
      offers_a_day = excluded.offers_a_day, not_within_minutes = excluded.not_within_minutes,
      longest_chain = excluded.longest_chain, leave_from = excluded.leave_from, leave_until = excluded.leave_until,
      version = p.version + 1, updated_at = excluded.updated_at
    where p.version = ${expectedVersion}`.execute(trx)
  return numAffectedRows === 1n
}

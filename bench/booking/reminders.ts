import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Db, inClinic } from '../../db/connect.ts'
import { saveReminderPolicy } from '../../db/queries/reminder-policies.ts'
import { defaultReminderPolicy } from '../../domain/reminder-policy.ts'

/** Confirmations rest for an hour: what sending costs is measured where messages are. */
export async function restMessages(db: Db, clinicId: string): Promise<void> {
  const policy = { ...defaultReminderPolicy, settleSeconds: 3600 }
  await inClinic(db, clinicId, (trx) => saveReminderPolicy(trx, clinicId, policy, 0, Date.now()))
}

/** Comes back once what the bookings so far brought about is planned, so that it slows no other figure down. */
export async function untilPlanned(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ count: number }>`
      select count(*) from pgboss.job where name = 'plan-messages' and state in ('created', 'retry', 'active')`.execute(
      db,
    )
    if (rows[0]!.count === 0) return
    await sleep(100)
  }
}

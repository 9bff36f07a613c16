import { sql } from 'kysely'
import pg from 'pg'
import { planMessages } from '../../actions/plan-messages.ts'
import { type Db, inClinic } from '../../db/connect.ts'
import { saveReminderPolicy } from '../../db/queries/reminder-policies.ts'
import { type Instant, MINUTE } from '../../domain/interval.ts'
import type { MessageChannel } from '../../domain/message.ts'
import { defaultReminderPolicy } from '../../domain/reminder-policy.ts'
import type { Jobs } from '../../jobs/kit.ts'
import { makeClinic, makeTherapist, makeType } from './world.ts'

const DAY = 24 * 60 * MINUTE

/**
 * A clinic with so many appointments at one time, each of a client of its own, who are reminded a day before on those
 * channels: all of it due in the same moment. It is noon there.
 */
export async function makeRemindedClinic(
  db: Db,
  jobs: Jobs,
  { count, channels, dueAt }: { count: number; channels: readonly MessageChannel[]; dueAt: Instant },
): Promise<{ id: string }> {
  const clinic = await makeClinic(db, { zone: zoneAtNoon(dueAt) })
  const therapist = await makeTherapist(db, clinic.id, { name: 'Dr. Chen' })
  const type = await makeType(db, clinic.id)
  const [bookedAt, startsAt, endsAt] = [dueAt - 7 * DAY, dueAt + DAY, dueAt + DAY + 50 * MINUTE].map(
    (at) => new Date(at),
  )
  const notices = defaultReminderPolicy.notices.map((each) =>
    each.kind === 'day_before' ? { ...each, channels } : { ...each, on: false },
  )
  await inClinic(db, clinic.id, async (trx) => {
    await saveReminderPolicy(trx, clinic.id, { ...defaultReminderPolicy, notices }, 0, dueAt)
    await sql`
      insert into clients (clinic_id, id, name, email, phone)
      select ${clinic.id}, gen_random_uuid(), 'Client ' || n, 'client' || n || '@example.com',
        '+1202' || lpad((2000000 + n)::text, 7, '0')
      from generate_series(1, ${count}::int) n`.execute(trx)
    await sql`
      insert into appointments (clinic_id, id, client_id, therapist_id, type_id, starts_at, ends_at, created_at)
      select ${clinic.id}, gen_random_uuid(), id, ${therapist.id}, ${type.id}, ${startsAt}, ${endsAt}, ${bookedAt}
      from clients where clinic_id = ${clinic.id}`.execute(trx)
  })
  const context = { db, jobs, now: () => dueAt - 60 * MINUTE, announce: () => undefined, requestId: 'planned' }
  await planMessages(context, { clinicId: clinic.id })
  return clinic
}

/** Tells PostgreSQL how much there is, as it does by itself within a minute. */
export async function analyze(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('analyze')
  await client.end()
}

/** A zone in which it is between noon and one then: messages may leave for hours. */
function zoneAtNoon(at: Instant): string {
  const offset = 12 - new Date(at).getUTCHours()
  return offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
}

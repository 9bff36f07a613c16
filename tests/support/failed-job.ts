import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'

/** A job of the clinic that failed too often, as pg-boss leaves it behind. */
export async function makeFailedJob(
  db: Db,
  clinicId: string,
  { queue = 'tidy-clinic', error = 'the disk is full' }: { queue?: string; error?: string } = {},
): Promise<string> {
  const id = uuid()
  await sql`
    insert into pgboss.job (id, name, data, state, policy, retry_limit, retry_count, completed_on, output)
    select ${id}, q.name, jsonb_build_object('clinicId', ${clinicId}::text), 'failed', q.policy, 10, 10, now(),
      jsonb_build_object('message', ${error}::text)
    from pgboss.queue q where q.name = ${queue}`.execute(db)
  return id
}

import { sql } from 'kysely'
import { type Db, inClinic } from '../../db/connect.ts'

interface Crowd {
  readonly count: number
  readonly typeId: string
  /** When they came to the list. */
  readonly since: number
  readonly days?: readonly number[]
}

/** So many people who wait for the same, written at once. */
export async function manyWaiting(db: Db, clinicId: string, { count, days, since, typeId }: Crowd): Promise<void> {
  await inClinic(db, clinicId, (trx) =>
    sql`with people as (
        insert into clients (clinic_id, id, name, email)
        select ${clinicId}, gen_random_uuid(), 'Person ' || n, 'person' || n || '@example.com'
        from generate_series(1, ${count}::int) n returning id)
      insert into waitlist_entries (clinic_id, id, client_id, type_id, days, source, created_at, updated_at)
      select ${clinicId}, gen_random_uuid(), id, ${typeId}, ${days ? [...days] : null}::smallint[], 'desk',
        ${new Date(since)}, ${new Date(since)} from people`.execute(trx),
  )
}

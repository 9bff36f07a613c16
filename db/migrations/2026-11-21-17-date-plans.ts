import { type Kysely, sql } from 'kysely'

/**
 * Appointments that are left on time off, or are booked there later, are planned once more: the version of the
 * time off that moved or cancelled each tells what the last plan did, which alone can be put back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table time_off_changes add column applied_at timestamptz, add column applied_version integer`.execute(
    db,
  )
  // The owner too sees no rows unless the policies stop binding it, for as long as this transaction looks.
  for (const table of ['time_off', 'time_off_changes'])
    await sql`alter table ${sql.ref(table)} no force row level security`.execute(db)
  await sql`
    update time_off_changes c set applied_at = coalesce(o.decided_at, o.updated_at), applied_version = 1
    from time_off o where o.clinic_id = c.clinic_id and o.id = c.time_off_id`.execute(db)
  for (const table of ['time_off', 'time_off_changes'])
    await sql`alter table ${sql.ref(table)} force row level security`.execute(db)
  await sql`alter table time_off_changes
    alter column applied_at set not null, alter column applied_version set not null`.execute(db)
}

import { type Kysely, sql } from 'kysely'

/**
 * What a search for slots asks of everything that takes time stands in its own row, and in the index that finds it: thousands
 * of rows are read without their appointments, and without the table. An appointment or hold never changes its type or its
 * buffers, so that these are said once, by the statement that takes the time. A session has no type. `span` is the start in
 * microseconds since 2000 (8 bytes), the milliseconds it lasts (4) and the buffers (2 each), as they are sent.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table occupancies add column type_id uuid, add column buffer_before_minutes smallint,
      add column buffer_after_minutes smallint`.execute(db)
  const tables = ['occupancies', 'appointments', 'slot_holds']
  // The owner too sees no rows unless the policies stop binding it, for as long as this transaction looks.
  for (const table of tables) await sql`alter table ${sql.ref(table)} no force row level security`.execute(db)
  for (const [table, id] of [
    ['appointments', 'appointment_id'],
    ['slot_holds', 'hold_id'],
  ] as const)
    await sql`
      update occupancies o set type_id = owner.type_id, buffer_before_minutes = owner.buffer_before_minutes,
        buffer_after_minutes = owner.buffer_after_minutes
      from ${sql.ref(table)} owner where owner.clinic_id = o.clinic_id and owner.id = o.${sql.ref(id)}`.execute(db)
  for (const table of tables) await sql`alter table ${sql.ref(table)} force row level security`.execute(db)
  await sql`
    alter table occupancies alter column buffer_before_minutes set not null,
      alter column buffer_after_minutes set not null,
      add constraint occupancies_typed check (kind = 'session' or type_id is not null)`.execute(db)
  await sql`
    alter table occupancies add column span bytea not null generated always as (
      timestamptz_send(lower(during)) || int4send((date_part('epoch', upper(during) - lower(during)) * 1000)::int)
      || int2send(buffer_before_minutes) || int2send(buffer_after_minutes)) stored`.execute(db)

  await sql`drop index occupancies_resource`.execute(db)
  await sql`
    create index occupancies_resource on occupancies (clinic_id, resource_id, starts_at)
      include (span, type_id, hold_id)`.execute(db)
}

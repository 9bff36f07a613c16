import { type Kysely, sql } from 'kysely'

/**
 * Only the triggers may give out numbers and hashes: they run as their owner, and the program loses the right to touch
 * the heads of the logs. The owner is bound by row-level security too, so a clinic's head stays the clinic's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function chain_audit_entry() returns trigger language plpgsql as $$
    declare
      head log_heads;
    begin
      select * into strict head from log_heads where clinic_id = new.clinic_id for no key update;
      new.seq := head.audit_seq + 1;
      new.previous_hash := head.audit_hash;
      new.hash := audit_hash(new);
      update log_heads set audit_seq = new.seq, audit_hash = new.hash where clinic_id = new.clinic_id;
      return new;
    end $$`.execute(db)
  for (const name of ['number_change', 'chain_audit_entry']) {
    await sql`alter function ${sql.raw(name)}() security definer`.execute(db)
    await sql`alter function ${sql.raw(name)}() set search_path = public, pg_temp`.execute(db)
  }
  await sql`revoke update on log_heads from daybook_app`.execute(db)
}

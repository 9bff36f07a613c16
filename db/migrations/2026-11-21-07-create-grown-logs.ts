import { type Kysely, sql } from 'kysely'

/**
 * Asks for many clinics at once whose log has grown past a known number. It looks at each clinic as that clinic, so
 * row-level security binds it like everything else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function grown_logs(clinic_ids uuid[], known bigint[]) returns table (clinic_id uuid, seq bigint)
    language plpgsql as $$
    declare
      wanted uuid;
      head bigint;
    begin
      for i in 1 .. coalesce(array_length(clinic_ids, 1), 0) loop
        wanted := clinic_ids[i];
        perform set_config('daybook.clinic_id', wanted::text, true);
        select h.change_seq into head from log_heads h where h.clinic_id = wanted;
        if head > known[i] then
          clinic_id := wanted;
          seq := head;
          return next;
        end if;
      end loop;
      perform set_config('daybook.clinic_id', '', true);
    end $$`.execute(db)
  await sql`grant execute on function grown_logs to daybook_app`.execute(db)
}

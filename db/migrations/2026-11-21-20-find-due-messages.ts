import { type Kysely, sql } from 'kysely'

/**
 * Which clinics have messages that should have left by then, and nothing else of them: an alarm that was lost is found so.
 * Row-level security hides the messages themselves from whoever works for no clinic.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index messages_due on messages (attempt_at) where status in ('scheduled', 'sending')`.execute(db)
  await sql`
    create policy messages_due_by on messages for select
      using (status in ('scheduled', 'sending')
        and attempt_at <= nullif(current_setting('daybook.due_by', true), '')::timestamptz)`.execute(db)
  await sql`
    create function auth.clinics_due_by(due_by timestamptz) returns table (clinic_id uuid) language plpgsql as $$
    begin
      perform set_config('daybook.due_by', due_by::text, true);
      return query select distinct m.clinic_id from public.messages m
        where m.status in ('scheduled', 'sending') and m.attempt_at <= due_by;
      perform set_config('daybook.due_by', '', true);
    end $$`.execute(db)
}

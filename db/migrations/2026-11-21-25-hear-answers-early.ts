import { type Kysely, sql } from 'kysely'

/**
 * A clinic has written to a number as soon as a provider may have what it wrote. Only what was recorded as sent counted: of
 * a first text that was answered before its record, after a crash in between, nobody ever heard.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function auth.clinics_of_phone(phone text)
      returns table (clinic_id uuid, last_sent_at timestamptz) language plpgsql as $$
    begin
      perform set_config('daybook.phone', phone, true);
      return query select m.clinic_id, max(coalesce(m.sent_at, m.updated_at)) from public.messages m
        where m.channel in ('sms', 'voice') and m.recipient = phone and (m.sent_at is not null or m.unsure)
        group by m.clinic_id order by max(coalesce(m.sent_at, m.updated_at)) desc;
      perform set_config('daybook.phone', '', true);
    end $$`.execute(db)
}

import { type Kysely, sql } from 'kysely'

/**
 * Two logs that only grow. `changes` is numbered without gaps and in commit order within a clinic, because the
 * number is taken under the lock of the clinic's head row, which is held until commit. `audit_entries` is chained by
 * hash under the same lock.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table log_heads (
      clinic_id uuid primary key references clinics,
      change_seq bigint not null default 0,
      audit_seq bigint not null default 0,
      audit_hash bytea not null default '\\x'
    )`.execute(db)

  await sql`
    create table changes (
      clinic_id uuid not null references clinics,
      seq bigint not null,
      at timestamptz not null default now(),
      action text not null,
      item_kind text not null,
      item_id uuid not null,
      item_version integer not null,
      removed boolean not null default false,
      actor_kind text not null check (actor_kind in ('member', 'partner', 'client', 'system')),
      actor_id uuid,
      actor_name text not null,
      client_mutation_id text,
      starts_at timestamptz,
      ends_at timestamptz,
      resource_ids uuid[] not null default '{}',
      was_starts_at timestamptz,
      was_ends_at timestamptz,
      was_resource_ids uuid[] not null default '{}',
      primary key (clinic_id, seq)
    )`.execute(db)

  await sql`
    create table audit_entries (
      clinic_id uuid not null references clinics,
      seq bigint not null,
      at timestamptz not null default now(),
      actor_kind text not null,
      actor_id uuid,
      actor_name text not null,
      ip text,
      request_id text,
      action text not null,
      subject_kind text not null,
      subject_id uuid not null,
      before jsonb,
      after jsonb,
      previous_hash bytea not null,
      hash bytea not null,
      primary key (clinic_id, seq)
    )`.execute(db)
  await sql`create index audit_entries_subject on audit_entries (clinic_id, subject_id, seq)`.execute(db)

  await sql`
    create function number_change() returns trigger language plpgsql as $$
    begin
      update log_heads set change_seq = change_seq + 1
        where clinic_id = new.clinic_id returning change_seq into strict new.seq;
      return new;
    end $$`.execute(db)
  await sql`create trigger number_change before insert on changes for each row execute function number_change()`.execute(
    db,
  )

  await sql`
    create function audit_hash(entry audit_entries) returns bytea language sql stable as $$
      select sha256(entry.previous_hash || convert_to(jsonb_build_array(
        entry.clinic_id, entry.seq, extract(epoch from entry.at), entry.actor_kind, entry.actor_id, entry.actor_name, entry.ip,
        entry.request_id, entry.action, entry.subject_kind, entry.subject_id, entry.before, entry.after)::text, 'UTF8'))
    $$`.execute(db)
  await sql`
    create function chain_audit_entry() returns trigger language plpgsql as $$
    begin
      update log_heads set audit_seq = audit_seq + 1
        where clinic_id = new.clinic_id returning audit_seq, audit_hash into strict new.seq, new.previous_hash;
      new.hash := audit_hash(new);
      update log_heads set audit_hash = new.hash where clinic_id = new.clinic_id;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger chain_audit_entry before insert on audit_entries
      for each row execute function chain_audit_entry()`.execute(db)

  for (const table of ['log_heads', 'changes', 'audit_entries']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert on ${sql.table(table)} to daybook_app`.execute(db)
  }
  await sql`grant update on log_heads to daybook_app`.execute(db)
  for (const table of ['changes', 'audit_entries'])
    await sql`
      create trigger only_grows before update or delete or truncate on ${sql.table(table)}
        for each statement execute function forbid_change()`.execute(db)
}

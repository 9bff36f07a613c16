import { type Kysely, sql } from 'kysely'

/**
 * Who waits for a slot or a sooner one, the slots that became free, and what was offered to whom. What is offered is held:
 * the time itself stands in `slot_holds` and `occupancies` like any other hold.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table waitlist_entries (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      client_id uuid not null,
      type_id uuid not null,
      therapist_ids uuid[] check (cardinality(therapist_ids) between 1 and 50),
      skill text check (length(skill) between 1 and 100),
      days smallint[] check (cardinality(days) between 1 and 7 and days <@ '{1,2,3,4,5,6,7}'),
      parts text[] check (cardinality(parts) between 1 and 3 and parts <@ '{morning,afternoon,evening}'),
      from_on date,
      until_on date,
      notice_minutes integer not null default 0 check (notice_minutes between 0 and 43200),
      urgency text not null default 'routine' check (urgency in ('routine', 'soon', 'urgent', 'emergency')),
      referral_source text
        check (referral_source in ('self', 'family', 'school', 'insurer', 'physician', 'hospital', 'other')),
      payer text check (length(payer) between 1 and 200),
      note text check (length(note) between 1 and 2000),
      score_override integer check (score_override between 0 and 1000),
      override_reason text,
      overridden_by text,
      status text not null default 'waiting' check (status in ('waiting', 'offered', 'booked', 'left', 'expired')),
      source text not null check (source in ('desk', 'public', 'client', 'partner')),
      appointment_id uuid,
      booked_appointment_id uuid,
      ended_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, client_id) references clients (clinic_id, id),
      foreign key (clinic_id, type_id) references appointment_types (clinic_id, id),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
      foreign key (clinic_id, booked_appointment_id) references appointments (clinic_id, id),
      constraint waitlist_entries_dates check (from_on <= until_on),
      constraint waitlist_entries_override check ((score_override is null) = (override_reason is null)),
      constraint waitlist_entries_ended check ((status in ('waiting', 'offered')) = (ended_at is null))
    )`.execute(db)
  await sql`
    create index waitlist_entries_waiting on waitlist_entries (clinic_id, id)
      where status in ('waiting', 'offered')`.execute(db)
  await sql`create index waitlist_entries_updated on waitlist_entries (clinic_id, updated_at, id)`.execute(db)
  await sql`create index waitlist_entries_client on waitlist_entries (clinic_id, client_id)`.execute(db)

  // A wide one, as new hours give, is looked through once; what fits in it is offered as slots of their own.
  await sql`
    create table freed_slots (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      therapist_id uuid not null,
      room_id uuid,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      cause text not null check (cause in ('cancelled', 'moved', 'noshow', 'time_off', 'hours', 'declined')),
      appointment_id uuid,
      chain_id uuid not null,
      link smallint not null default 1 check (link between 1 and 100),
      status text not null default 'open' check (status in ('open', 'offered', 'filled', 'passed', 'ended')),
      look_at timestamptz not null,
      filled_by uuid,
      ended_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id),
      foreign key (clinic_id, room_id) references rooms (clinic_id, id),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
      foreign key (clinic_id, filled_by) references appointments (clinic_id, id),
      constraint freed_slots_order check (starts_at < ends_at),
      constraint freed_slots_ended check ((status in ('open', 'offered')) = (ended_at is null))
    )`.execute(db)
  await sql`
    create index freed_slots_open on freed_slots (clinic_id, look_at) where status in ('open', 'offered')`.execute(db)
  await sql`create index freed_slots_created on freed_slots (clinic_id, created_at, id)`.execute(db)

  await sql`
    create table waitlist_offers (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      entry_id uuid not null,
      client_id uuid not null,
      hold_id uuid not null,
      freed_id uuid,
      type_id uuid not null,
      therapist_id uuid not null,
      room_id uuid,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      status text not null default 'open' check (status in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
      offered_at timestamptz not null,
      offered_by text not null,
      expires_at timestamptz not null,
      decided_at timestamptz,
      decided_by text,
      appointment_id uuid,
      token_hash bytea not null,
      chain_id uuid not null,
      link smallint not null default 1 check (link between 1 and 100),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, entry_id) references waitlist_entries (clinic_id, id),
      foreign key (clinic_id, client_id) references clients (clinic_id, id),
      foreign key (clinic_id, freed_id) references freed_slots (clinic_id, id),
      foreign key (clinic_id, type_id) references appointment_types (clinic_id, id),
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id),
      foreign key (clinic_id, room_id) references rooms (clinic_id, id),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
      constraint waitlist_offers_order check (starts_at < ends_at),
      constraint waitlist_offers_decided check ((status = 'open') = (decided_at is null)),
      constraint waitlist_offers_booked check ((status = 'accepted') = (appointment_id is not null))
    )`.execute(db)
  await sql`
    create unique index waitlist_offers_one_open on waitlist_offers (clinic_id, entry_id) where status = 'open'`.execute(
    db,
  )
  await sql`create index waitlist_offers_open on waitlist_offers (clinic_id, expires_at) where status = 'open'`.execute(
    db,
  )
  await sql`create index waitlist_offers_freed on waitlist_offers (clinic_id, freed_id)`.execute(db)
  await sql`create index waitlist_offers_entry on waitlist_offers (clinic_id, entry_id, offered_at)`.execute(db)
  await sql`create index waitlist_offers_client on waitlist_offers (clinic_id, client_id, offered_at)`.execute(db)
  await sql`create index waitlist_offers_offered on waitlist_offers (clinic_id, offered_at, id)`.execute(db)
  await sql`create index waitlist_offers_token on waitlist_offers (token_hash)`.execute(db)

  await sql`
    create table waitlist_policies (
      clinic_id uuid primary key references clinics,
      version integer not null default 1,
      mode text not null check (mode in ('off', 'suggest', 'offer')),
      together smallint not null check (together between 1 and 5),
      longest_minutes smallint not null check (longest_minutes between 5 and 1440),
      shortest_minutes smallint not null check (shortest_minutes between 5 and 1440),
      offers_a_day smallint not null check (offers_a_day between 1 and 20),
      not_within_minutes smallint not null check (not_within_minutes between 0 and 2880),
      longest_chain smallint not null check (longest_chain between 1 and 20),
      leave_from time,
      leave_until time,
      updated_at timestamptz not null default now(),
      constraint waitlist_policies_limits check (shortest_minutes <= longest_minutes),
      constraint waitlist_policies_hours check ((leave_from is null) = (leave_until is null) and leave_from < leave_until)
    )`.execute(db)

  await sql`
    alter table messages
      add column offer_id uuid,
      add foreign key (clinic_id, offer_id) references waitlist_offers (clinic_id, id)`.execute(db)
  await sql`
    create unique index messages_once_of_offer on messages (clinic_id, offer_id, kind, channel)
      where offer_id is not null`.execute(db)

  for (const table of ['waitlist_entries', 'freed_slots', 'waitlist_offers', 'waitlist_policies']) {
    await sql`alter table ${sql.table(table)} enable row level security, force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }
  await sql`grant delete on freed_slots to daybook_app`.execute(db)
  await findTokens(db)
}

/** Which clinic and offer a link leads to: known before any clinic is. */
async function findTokens(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy waitlist_offers_holder on waitlist_offers for select
      using (token_hash = decode(nullif(current_setting('daybook.link_hash', true), ''), 'hex'))`.execute(db)
  await sql`
    create function auth.offer_of_token(hash bytea)
      returns table (clinic_id uuid, offer_id uuid) language plpgsql as $$
    begin
      perform set_config('daybook.link_hash', encode(hash, 'hex'), true);
      return query select o.clinic_id, o.id from public.waitlist_offers o where o.token_hash = hash;
      perform set_config('daybook.link_hash', '', true);
    end $$`.execute(db)
}

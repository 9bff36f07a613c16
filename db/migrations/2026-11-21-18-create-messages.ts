import { type Kysely, sql } from 'kysely'

/**
 * What leaves the building. `messages` is the truth about what is to be sent and what became of it; a job is only the
 * alarm clock. A row is unique per appointment version, kind, channel and recipient, and is there before the provider is
 * called.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table clients
      add column language text not null default 'en' check (language ~ '^[a-z]{2}$'),
      add column consents text[] not null default '{email,sms}' check (consents <@ '{email,sms,voice}')`.execute(db)

  // What a card shows of its messages. It has a version of its own, so that a message sent makes no edit of a desk stale.
  await sql`
    alter table appointments
      add column messages_version integer not null default 0,
      add column message_state text check (message_state in ('scheduled', 'sent', 'delivered', 'failed')),
      add column reply text check (reply in ('confirmed', 'cancelled', 'reschedule_requested', 'unrecognised')),
      add column replied_at timestamptz,
      add column late_minutes smallint check (late_minutes between 1 and 240),
      add column unread_messages smallint not null default 0`.execute(db)

  await sql`
    create table reminder_policies (
      clinic_id uuid primary key references clinics,
      version integer not null default 1,
      leave_from time not null default '08:00',
      leave_until time not null default '20:00',
      weekends boolean not null default true,
      settle_seconds smallint not null default 20 check (settle_seconds between 0 and 3600),
      move_settle_seconds smallint not null default 90 check (move_settle_seconds between 0 and 3600),
      notices jsonb not null,
      updated_at timestamptz not null default now(),
      constraint reminder_policies_hours check (leave_from < leave_until)
    )`.execute(db)

  await sql`
    create table message_templates (
      clinic_id uuid not null references clinics,
      kind text not null,
      channel text not null check (channel in ('email', 'sms', 'voice', 'portal')),
      language text not null check (language ~ '^[a-z]{2}$'),
      version integer not null default 1,
      subject text check (length(subject) <= 200),
      body text not null check (length(body) between 1 and 10000),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, kind, channel, language)
    )`.execute(db)

  await sql`
    create table messages (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      kind text not null,
      channel text not null check (channel in ('email', 'sms', 'voice', 'portal')),
      audience text not null check (audience in ('client', 'therapist', 'member')),
      recipient text not null check (length(recipient) between 1 and 320),
      language text not null default 'en',
      appointment_id uuid,
      appointment_version integer,
      about_starts_at timestamptz,
      client_id uuid,
      copy smallint not null default 0,
      fallback_of uuid,
      content jsonb,
      status text not null default 'scheduled'
        check (status in ('scheduled', 'sending', 'sent', 'delivered', 'failed', 'bounced', 'cancelled')),
      due_at timestamptz not null,
      attempt_at timestamptz not null,
      attempts smallint not null default 0,
      unsure boolean not null default false,
      leased_until timestamptz,
      provider text check (provider in ('postmark', 'twilio', 'outbox', 'portal')),
      provider_id text,
      failure_code text,
      failure text,
      cost_amount numeric(12, 6),
      cost_currency text,
      sent_at timestamptz,
      delivered_at timestamptz,
      ended_at timestamptz,
      reply text check (reply in ('confirmed', 'cancelled', 'reschedule_requested', 'unrecognised')),
      replied_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
      foreign key (clinic_id, client_id) references clients (clinic_id, id),
      constraint messages_once unique (clinic_id, appointment_id, appointment_version, kind, channel, recipient, copy),
      constraint messages_about check ((appointment_id is null) = (appointment_version is null))
    )`.execute(db)
  await sql`
    create index messages_attempt on messages (clinic_id, attempt_at)
      where status in ('scheduled', 'sending')`.execute(db)
  await sql`create index messages_appointment on messages (clinic_id, appointment_id)`.execute(db)
  await sql`create index messages_created on messages (clinic_id, created_at, id)`.execute(db)
  await sql`create index messages_recipient on messages (recipient, sent_at) where channel in ('sms', 'voice')`.execute(
    db,
  )

  await sql`
    create table message_plans (
      clinic_id uuid not null,
      appointment_id uuid not null,
      appointment_version integer not null,
      told_starts_at timestamptz,
      told_therapist_id uuid,
      told_at timestamptz,
      therapist_told_id uuid,
      therapist_told_starts_at timestamptz,
      primary key (clinic_id, appointment_id),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id)
    )`.execute(db)

  await sql`
    create table message_cursors (
      clinic_id uuid primary key references clinics,
      change_seq bigint not null,
      swept_on date
    )`.execute(db)

  await sql`
    create table outbox_items (
      clinic_id uuid not null,
      message_id uuid not null,
      subject text,
      text text not null,
      html text,
      attachments jsonb not null default '[]',
      sent_at timestamptz not null,
      primary key (clinic_id, message_id),
      foreign key (clinic_id, message_id) references messages (clinic_id, id)
    )`.execute(db)

  await sql`
    create table message_replies (
      clinic_id uuid not null references clinics,
      id uuid not null,
      provider_id text not null,
      phone text not null,
      body text not null check (length(body) <= 2000),
      intent text not null,
      client_id uuid,
      appointment_id uuid,
      message_id uuid,
      answer text,
      received_at timestamptz not null,
      primary key (clinic_id, id),
      constraint message_replies_once unique (clinic_id, provider_id),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
      foreign key (clinic_id, message_id) references messages (clinic_id, id)
    )`.execute(db)
  await sql`create index message_replies_appointment on message_replies (clinic_id, appointment_id)`.execute(db)

  await sql`
    create table reply_choices (
      clinic_id uuid not null references clinics,
      phone text not null,
      kind text not null check (kind in ('slot', 'appointment')),
      appointment_id uuid,
      choices jsonb not null,
      expires_at timestamptz not null,
      primary key (clinic_id, phone)
    )`.execute(db)

  await sql`
    create table stopped_numbers (
      clinic_id uuid not null references clinics,
      phone text not null,
      stopped_at timestamptz not null,
      primary key (clinic_id, phone)
    )`.execute(db)

  await sql`
    create table appointment_links (
      clinic_id uuid not null,
      id uuid not null,
      token_hash bytea not null,
      appointment_id uuid not null,
      client_id uuid not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      created_at timestamptz not null default now(),
      primary key (clinic_id, id),
      constraint appointment_links_token unique (clinic_id, token_hash),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
      foreign key (clinic_id, client_id) references clients (clinic_id, id)
    )`.execute(db)
  await sql`create index appointment_links_hash on appointment_links (token_hash)`.execute(db)

  await sql`
    create table appointment_messages (
      clinic_id uuid not null,
      id uuid not null,
      appointment_id uuid not null,
      author_kind text not null check (author_kind in ('member', 'client')),
      author_id uuid not null,
      author_name text not null,
      body text not null check (length(body) between 1 and 4000),
      written_at timestamptz not null,
      read_at timestamptz,
      primary key (clinic_id, id),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id)
    )`.execute(db)
  await sql`
    create index appointment_messages_thread on appointment_messages (clinic_id, appointment_id, written_at)`.execute(
    db,
  )

  const ownClinic = sql`clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid`
  for (const table of [
    'reminder_policies',
    'message_templates',
    'messages',
    'message_plans',
    'message_cursors',
    'outbox_items',
    'message_replies',
    'reply_choices',
    'stopped_numbers',
    'appointment_links',
    'appointment_messages',
  ]) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)} using (${ownClinic})`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }
  await sql`grant delete on message_templates, reply_choices, stopped_numbers to daybook_app`.execute(db)
  await findsLinks(db)
  await findsPhones(db)
}

/** Which clinic and appointment a link leads to: known before any clinic is. */
async function findsLinks(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy appointment_links_holder on appointment_links for select
      using (token_hash = decode(nullif(current_setting('daybook.link_hash', true), ''), 'hex'))`.execute(db)
  await sql`
    create function auth.link_of_token(hash bytea)
      returns table (clinic_id uuid, link_id uuid, appointment_id uuid, client_id uuid) language plpgsql as $$
    begin
      perform set_config('daybook.link_hash', encode(hash, 'hex'), true);
      return query select k.clinic_id, k.id, k.appointment_id, k.client_id from public.appointment_links k
        where k.token_hash = hash and k.revoked_at is null and k.expires_at > now();
      perform set_config('daybook.link_hash', '', true);
    end $$`.execute(db)
}

/** Which clinics wrote to a number, the latest first: a text that comes from it names none. */
async function findsPhones(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy messages_of_phone on messages for select
      using (channel in ('sms', 'voice') and recipient = nullif(current_setting('daybook.phone', true), ''))`.execute(
    db,
  )
  await sql`
    create function auth.clinics_of_phone(phone text)
      returns table (clinic_id uuid, last_sent_at timestamptz) language plpgsql as $$
    begin
      perform set_config('daybook.phone', phone, true);
      return query select m.clinic_id, max(m.sent_at) from public.messages m
        where m.channel in ('sms', 'voice') and m.recipient = phone and m.sent_at is not null
        group by m.clinic_id order by max(m.sent_at) desc;
      perform set_config('daybook.phone', '', true);
    end $$`.execute(db)
}

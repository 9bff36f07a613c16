import { type Kysely, sql } from 'kysely'

/**
 * How people and programs prove who they are. `users`, `accounts` and `sessions` have the shape that better-auth
 * expects; the rest is ours. None of it belongs to a clinic: it is read before any clinic is known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema auth`.execute(db)
  await sql`grant usage on schema auth to daybook_app`.execute(db)

  await sql`
    create table auth.users (
      id text primary key,
      name text not null,
      email text not null constraint users_email_key unique check (email = lower(email)),
      email_verified boolean not null default false,
      image text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)

  await sql`
    create table auth.accounts (
      id text primary key,
      account_id text not null,
      provider_id text not null,
      user_id text not null references auth.users on delete cascade,
      password text,
      access_token text,
      access_token_expires_at timestamptz,
      refresh_token text,
      refresh_token_expires_at timestamptz,
      id_token text,
      scope text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint accounts_provider_key unique (provider_id, account_id)
    )`.execute(db)
  await sql`create index accounts_user on auth.accounts (user_id)`.execute(db)

  // updated_at is when the session was last used, to within ten minutes.
  await sql`
    create table auth.sessions (
      id text primary key,
      user_id text not null references auth.users on delete cascade,
      token text not null constraint sessions_token_key unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index sessions_user on auth.sessions (user_id)`.execute(db)
  await sql`create index sessions_end on auth.sessions (expires_at)`.execute(db)
  await sql`
    create view auth.live_sessions with (security_invoker = true) as
      select * from auth.sessions where expires_at > now() and updated_at > now() - interval '12 hours'`.execute(db)

  await sql`
    create table auth.invitations (
      token_hash bytea primary key,
      user_id text not null references auth.users on delete cascade,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null default now() + interval '7 days'
    )`.execute(db)
  await sql`create index invitations_user on auth.invitations (user_id)`.execute(db)

  // The subject is a hash: whatever somebody typed into the e-mail field, a password too, is not kept.
  await sql`
    create table auth.sign_in_failures (
      subject bytea primary key,
      failures integer not null,
      since timestamptz not null default now(),
      locked_until timestamptz
    )`.execute(db)
  await sql`create index sign_in_failures_since on auth.sign_in_failures (since)`.execute(db)

  for (const table of ['users', 'accounts', 'sessions', 'invitations', 'sign_in_failures'])
    await sql`grant select, insert, update, delete on ${sql.table(`auth.${table}`)} to daybook_app`.execute(db)
  await sql`grant select on auth.live_sessions to daybook_app`.execute(db)

  await createCallersOfSession(db)
  await createCallerOfApiKey(db)
}

/** One round trip a request: each step of these functions sees the setting of the step before, as a query would not. */
async function createCallersOfSession(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function auth.callers_of_session(session_token text) returns table (
      session_id text, user_id text, clinic_id uuid, clinic_slug text, clinic_name text,
      member_id uuid, name text, email text, role text, therapist_id uuid
    ) language plpgsql as $$
    declare
      session auth.sessions;
      membership public.members;
    begin
      select * into session from auth.live_sessions s where s.token = session_token;
      if session.id is null then return; end if;
      if session.updated_at < now() - interval '10 minutes' then
        update auth.sessions s set updated_at = now() where s.id = session.id;
      end if;
      perform set_config('daybook.user_id', session.user_id, true);
      for membership in
        select * from public.members m where m.user_id = session.user_id and m.archived_at is null
          order by m.created_at, m.id
      loop
        perform set_config('daybook.clinic_id', membership.clinic_id::text, true);
        return query select session.id, session.user_id, c.id, c.slug, c.name, membership.id, membership.name,
            membership.email, membership.role, membership.therapist_id
          from public.clinics c where c.id = membership.clinic_id;
      end loop;
      perform set_config('daybook.clinic_id', '', true), set_config('daybook.user_id', '', true);
    end $$`.execute(db)
  await sql`revoke execute on function auth.callers_of_session from public`.execute(db)
  await sql`grant execute on function auth.callers_of_session to daybook_app`.execute(db)
}

async function createCallerOfApiKey(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function auth.caller_of_api_key(hash bytea) returns table (
      clinic_id uuid, api_key_id uuid, name text, scopes text[]
    ) language plpgsql as $$
    declare
      key public.api_keys;
    begin
      perform set_config('daybook.api_key_hash', encode(hash, 'hex'), true);
      select * into key from public.api_keys k
        where k.key_hash = hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
      perform set_config('daybook.api_key_hash', '', true);
      if key.id is null then return; end if;
      if key.last_used_at is null or key.last_used_at < now() - interval '1 minute' then
        perform set_config('daybook.clinic_id', key.clinic_id::text, true);
        update public.api_keys k set last_used_at = now() where (k.clinic_id, k.id) in (
          select u.clinic_id, u.id from public.api_keys u where u.clinic_id = key.clinic_id and u.id = key.id
            for update skip locked);
        perform set_config('daybook.clinic_id', '', true);
      end if;
      return query select key.clinic_id, key.id, key.name, key.scopes;
    end $$`.execute(db)
  await sql`revoke execute on function auth.caller_of_api_key from public`.execute(db)
  await sql`grant execute on function auth.caller_of_api_key to daybook_app`.execute(db)
}

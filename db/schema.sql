-- The schema as Postgres has it after every migration. Written by `npm run generate:db`; do not edit.

create extension btree_gist;
create schema auth;
create schema daybook_internal;
grant usage on schema auth to daybook_app;
grant usage on schema public to daybook_app;

CREATE OR REPLACE FUNCTION auth.caller_of_api_key(hash bytea)
 RETURNS TABLE(clinic_id uuid, api_key_id uuid, name text, scopes text[])
 LANGUAGE plpgsql
AS $function$
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
    end $function$
;

CREATE OR REPLACE FUNCTION auth.callers_of_session(session_token text)
 RETURNS TABLE(session_id text, user_id text, clinic_id uuid, clinic_slug text, clinic_name text, member_id uuid, name text, email text, role text, therapist_id uuid)
 LANGUAGE plpgsql
AS $function$
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
    end $function$
;

CREATE OR REPLACE FUNCTION auth.clinic_of_host(wanted text)
 RETURNS uuid
 LANGUAGE plpgsql
AS $function$
    declare found uuid;
    begin
      perform set_config('daybook.clinic_host', wanted, true);
      select id into found from public.clinics where host = wanted;
      perform set_config('daybook.clinic_host', '', true);
      return found;
    end $function$
;

CREATE OR REPLACE FUNCTION auth.clinic_of_slug(wanted text)
 RETURNS uuid
 LANGUAGE plpgsql
AS $function$
    declare found uuid;
    begin
      perform set_config('daybook.clinic_slug', wanted, true);
      select id into found from public.clinics where slug = wanted;
      perform set_config('daybook.clinic_slug', '', true);
      return found;
    end $function$
;

CREATE OR REPLACE FUNCTION auth.clinics_due_by(due_by timestamp with time zone)
 RETURNS TABLE(clinic_id uuid)
 LANGUAGE plpgsql
AS $function$
    begin
      perform set_config('daybook.due_by', due_by::text, true);
      return query select distinct m.clinic_id from public.messages m
        where m.status in ('scheduled', 'sending') and m.attempt_at <= due_by;
      perform set_config('daybook.due_by', '', true);
    end $function$
;

CREATE OR REPLACE FUNCTION auth.clinics_of_phone(phone text)
 RETURNS TABLE(clinic_id uuid, last_sent_at timestamp with time zone)
 LANGUAGE plpgsql
AS $function$
    begin
      perform set_config('daybook.phone', phone, true);
      return query select m.clinic_id, max(coalesce(m.sent_at, m.updated_at)) from public.messages m
        where m.channel in ('sms', 'voice') and m.recipient = phone and (m.sent_at is not null or m.unsure)
        group by m.clinic_id order by max(coalesce(m.sent_at, m.updated_at)) desc;
      perform set_config('daybook.phone', '', true);
    end $function$
;

CREATE OR REPLACE FUNCTION auth.link_of_token(hash bytea)
 RETURNS TABLE(clinic_id uuid, link_id uuid, appointment_id uuid, client_id uuid)
 LANGUAGE plpgsql
AS $function$
    begin
      perform set_config('daybook.link_hash', encode(hash, 'hex'), true);
      return query select k.clinic_id, k.id, k.appointment_id, k.client_id from public.appointment_links k
        where k.token_hash = hash and k.revoked_at is null and k.expires_at > now();
      perform set_config('daybook.link_hash', '', true);
    end $function$
;

CREATE OR REPLACE FUNCTION auth.note_clinic()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      insert into auth.clinic_ids (clinic_id) values (new.id);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION auth.note_first_clinic()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      insert into auth.first_clinic default values on conflict do nothing;
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION auth.offer_of_token(hash bytea)
 RETURNS TABLE(clinic_id uuid, offer_id uuid)
 LANGUAGE plpgsql
AS $function$
    begin
      perform set_config('daybook.link_hash', encode(hash, 'hex'), true);
      return query select o.clinic_id, o.id from public.waitlist_offers o where o.token_hash = hash;
      perform set_config('daybook.link_hash', '', true);
    end $function$
;

CREATE OR REPLACE FUNCTION auth.pull_feed(hash bytea, clinic uuid, form text, pulled timestamp with time zone)
 RETURNS TABLE(clinic_id uuid, feed_id uuid, content_key text, content_hash text, content_changed_at timestamp with time zone, is_current boolean)
 LANGUAGE plpgsql
AS $function$
    declare
      feed public.calendar_feeds;
      head bigint;
      key text;
      still boolean;
    begin
      if hash is not null then
        perform set_config('daybook.link_hash', encode(hash, 'hex'), true);
        select * into feed from public.calendar_feeds f where f.token_hash = hash and f.revoked_at is null;
        perform set_config('daybook.link_hash', '', true);
        if feed.id is null then return; end if;
      end if;
      perform set_config('daybook.clinic_id', coalesce(feed.clinic_id, clinic)::text, true);
      if hash is null then
        select * into feed from public.calendar_feeds f where f.clinic_id = clinic and f.kind = 'events';
      end if;
      if feed.id is not null then
        select h.change_seq, concat_ws(' ', form, feed.version, (pulled at time zone z.zone)::date) into head, key
          from public.log_heads h join public.clinics z on z.id = h.clinic_id where h.clinic_id = feed.clinic_id;
        still := feed.content_key is not distinct from key and (feed.content_seq = head or not exists (
          select from public.changes c where c.clinic_id = feed.clinic_id and c.seq > feed.content_seq
            and (c.item_kind in ('client', 'therapist', 'room', 'location', 'appointment_type', 'clinic')
              or public.feed_shows(feed, c))));
        if feed.pulled_seq is distinct from head or feed.pulled_at < pulled - interval '1 minute' then
          perform set_config('synchronous_commit', 'off', true);
          update public.calendar_feeds f
            set pulled_at = pulled, pulled_seq = head, content_seq = case when still then head else f.content_seq end
            where (f.clinic_id, f.id) in (select u.clinic_id, u.id from public.calendar_feeds u
              where u.clinic_id = feed.clinic_id and u.id = feed.id for update skip locked);
        end if;
      end if;
      perform set_config('daybook.clinic_id', '', true);
      if feed.id is null then return; end if;
      return query select feed.clinic_id, feed.id, key, feed.content_hash, feed.content_changed_at, still;
    end $function$
;

CREATE OR REPLACE FUNCTION auth.registration_of_token(hash bytea)
 RETURNS TABLE(clinic_id uuid, registration_id uuid)
 LANGUAGE plpgsql
AS $function$
    begin
      perform set_config('daybook.link_hash', encode(hash, 'hex'), true);
      return query select r.clinic_id, r.id from public.registrations r where r.token_hash = hash;
      perform set_config('daybook.link_hash', '', true);
    end $function$
;

CREATE OR REPLACE FUNCTION public.audit_hash(entry audit_entries)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
      select sha256(entry.previous_hash || convert_to(jsonb_build_array(
        entry.clinic_id, entry.seq, extract(epoch from entry.at), entry.actor_kind, entry.actor_id, entry.actor_name, entry.ip,
        entry.request_id, entry.action, entry.subject_kind, entry.subject_id, entry.before, entry.after)::text, 'UTF8'))
    $function$
;

CREATE OR REPLACE FUNCTION public.await_log_head(clinic uuid)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select h.change_seq from log_heads h where h.clinic_id = clinic for share
    $function$
;

CREATE OR REPLACE FUNCTION public.chain_audit_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    declare
      head log_heads;
    begin
      select * into strict head from log_heads where clinic_id = new.clinic_id for no key update;
      new.seq := head.audit_seq + 1;
      new.previous_hash := head.audit_hash;
      new.hash := audit_hash(new);
      update log_heads set audit_seq = new.seq, audit_hash = new.hash where clinic_id = new.clinic_id;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION public.feed_shows(feed calendar_feeds, change changes)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
      select case
        when change.item_kind = 'time_off' then
          'time_off' = any (feed.includes) and feed.resource_id = any (change.resource_ids || change.was_resource_ids)
        when change.item_kind = 'appointment' then
          'appointments' = any (feed.includes) and case feed.kind
            when 'client' then exists (select from appointments a
              where a.clinic_id = change.clinic_id and a.id = change.item_id and a.client_id = feed.client_id)
            else feed.resource_id = any (change.resource_ids || change.was_resource_ids) end
        when not 'sessions' = any (feed.includes) then false
        when change.item_kind in ('event', 'session') then case feed.kind
          when 'events' then true
          when 'client' then exists (select from registrations r
              where r.clinic_id = change.clinic_id and r.client_id = feed.client_id
                and change.item_id in (r.event_id, r.session_id))
            or exists (select from group_members m left join sessions s on s.clinic_id = m.clinic_id and s.event_id = m.event_id
              where m.clinic_id = change.clinic_id and m.client_id = feed.client_id
                and change.item_id in (m.event_id, s.id))
          else feed.resource_id = any (change.resource_ids || change.was_resource_ids)
            or exists (select from sessions s left join session_facilitators f
                on f.clinic_id = s.clinic_id and f.session_id = s.id
              where s.clinic_id = change.clinic_id and s.event_id = change.item_id
                and feed.resource_id in (s.room_id, f.therapist_id)) end
        when change.item_kind = 'registration' then exists (select from registrations r
          where r.clinic_id = change.clinic_id and r.id = change.item_id and r.client_id = feed.client_id)
        when change.item_kind = 'group_member' then exists (select from group_members m
          where m.clinic_id = change.clinic_id and m.id = change.item_id and m.client_id = feed.client_id)
        else false end
    $function$
;

CREATE OR REPLACE FUNCTION public.forbid_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      raise exception '% only grows', tg_table_name using errcode = 'insufficient_privilege';
    end $function$
;

CREATE OR REPLACE FUNCTION public.grown_logs(clinic_ids uuid[], known bigint[])
 RETURNS TABLE(clinic_id uuid, seq bigint)
 LANGUAGE plpgsql
AS $function$
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
    end $function$
;

CREATE OR REPLACE FUNCTION public.number_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      update log_heads set change_seq = change_seq + 1
        where clinic_id = new.clinic_id returning change_seq into strict new.seq;
      return new;
    end $function$
;

create table api_keys (
  clinic_id uuid not null,
  id uuid not null,
  name text not null,
  scopes text[] not null,
  prefix text not null,
  key_hash bytea not null,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_keys_pkey PRIMARY KEY (clinic_id, id),
  constraint api_keys_hash_key UNIQUE (clinic_id, key_hash),
  constraint api_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint api_keys_scopes_check CHECK (((scopes <@ ARRAY['read'::text, 'write'::text]) AND (cardinality(scopes) > 0))),
  constraint api_keys_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
CREATE INDEX api_keys_hash ON public.api_keys USING btree (key_hash);
alter table api_keys enable row level security, force row level security;
create policy api_keys_holder on api_keys for select
  using ((key_hash = decode(NULLIF(current_setting('daybook.api_key_hash'::text, true), ''::text), 'hex'::text)));
create policy api_keys_own_clinic on api_keys for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on api_keys to daybook_app;

create table appointment_links (
  clinic_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  appointment_id uuid not null,
  client_id uuid not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  language text,
  zone text,
  constraint appointment_links_pkey PRIMARY KEY (clinic_id, id),
  constraint appointment_links_token UNIQUE (clinic_id, token_hash),
  constraint appointment_links_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id),
  constraint appointment_links_clinic_id_client_id_fkey FOREIGN KEY (clinic_id, client_id) REFERENCES clients(clinic_id, id)
);
CREATE INDEX appointment_links_hash ON public.appointment_links USING btree (token_hash);
alter table appointment_links enable row level security, force row level security;
create policy appointment_links_holder on appointment_links for select
  using ((token_hash = decode(NULLIF(current_setting('daybook.link_hash'::text, true), ''::text), 'hex'::text)));
create policy appointment_links_own_clinic on appointment_links for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on appointment_links to daybook_app;

create table appointment_messages (
  clinic_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  author_kind text not null,
  author_id uuid not null,
  author_name text not null,
  body text not null,
  written_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint appointment_messages_pkey PRIMARY KEY (clinic_id, id),
  constraint appointment_messages_author_kind_check CHECK ((author_kind = ANY (ARRAY['member'::text, 'client'::text]))),
  constraint appointment_messages_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000))),
  constraint appointment_messages_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id)
);
CREATE INDEX appointment_messages_thread ON public.appointment_messages USING btree (clinic_id, appointment_id, written_at);
alter table appointment_messages enable row level security, force row level security;
create policy appointment_messages_own_clinic on appointment_messages for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on appointment_messages to daybook_app;

create table appointment_series (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  client_id uuid not null,
  therapist_id uuid not null,
  room_id uuid,
  type_id uuid not null,
  rrule text not null,
  local_start timestamp without time zone not null,
  zone text not null,
  minutes smallint not null,
  excepted timestamp without time zone[] not null default '{}'::timestamp without time zone[],
  policy text not null,
  override text[] not null default '{}'::text[],
  override_reason text,
  notes text,
  last_starts_at timestamp with time zone,
  extended_until timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint appointment_series_pkey PRIMARY KEY (clinic_id, id),
  constraint appointment_series_minutes_check CHECK (((minutes >= 5) AND (minutes <= 720))),
  constraint appointment_series_notes_check CHECK ((length(notes) <= 10000)),
  constraint appointment_series_override_reason_check CHECK ((length(override_reason) <= 1000)),
  constraint appointment_series_policy_check CHECK ((policy = ANY (ARRAY['all_or_nothing'::text, 'skip_clashes'::text, 'nearest_alternative'::text]))),
  constraint appointment_series_rrule_check CHECK ((length(rrule) <= 500)),
  constraint appointment_series_clinic_id_client_id_fkey FOREIGN KEY (clinic_id, client_id) REFERENCES clients(clinic_id, id),
  constraint appointment_series_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint appointment_series_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES rooms(clinic_id, id),
  constraint appointment_series_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id),
  constraint appointment_series_clinic_id_type_id_fkey FOREIGN KEY (clinic_id, type_id) REFERENCES appointment_types(clinic_id, id)
);
CREATE INDEX appointment_series_extended ON public.appointment_series USING btree (clinic_id, extended_until);
alter table appointment_series enable row level security, force row level security;
create policy appointment_series_own_clinic on appointment_series for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on appointment_series to daybook_app;

create table appointment_types (
  clinic_id uuid not null,
  id uuid not null,
  name text not null,
  category text not null default 'Individual'::text,
  minutes smallint not null,
  buffer_before_minutes smallint not null default 0,
  buffer_after_minutes smallint not null default 0,
  hue smallint not null default 250,
  needs_room boolean not null default true,
  price_cents integer,
  cpt_code text,
  "position" integer not null default 0,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  required_skills text[] not null default '{}'::text[],
  required_features text[] not null default '{}'::text[],
  min_capacity smallint not null default 1,
  daily_limit smallint,
  online boolean not null default true,
  lead_minutes integer not null default 0,
  horizon_days smallint not null default 365,
  intake_questions jsonb not null default '[]'::jsonb,
  constraint appointment_types_pkey PRIMARY KEY (clinic_id, id),
  constraint appointment_types_buffer_after_minutes_check CHECK (((buffer_after_minutes >= 0) AND (buffer_after_minutes <= 120))),
  constraint appointment_types_buffer_before_minutes_check CHECK (((buffer_before_minutes >= 0) AND (buffer_before_minutes <= 120))),
  constraint appointment_types_cpt_code_check CHECK ((cpt_code ~ '^[0-9A-Z]{5}$'::text)),
  constraint appointment_types_daily_limit_check CHECK (((daily_limit >= 1) AND (daily_limit <= 100))),
  constraint appointment_types_horizon_days_check CHECK (((horizon_days >= 1) AND (horizon_days <= 1830))),
  constraint appointment_types_hue_check CHECK (((hue >= 0) AND (hue <= 359))),
  constraint appointment_types_lead_minutes_check CHECK (((lead_minutes >= 0) AND (lead_minutes <= 129600))),
  constraint appointment_types_min_capacity_check CHECK (((min_capacity >= 1) AND (min_capacity <= 500))),
  constraint appointment_types_minutes_check CHECK (((minutes >= 5) AND (minutes <= 720))),
  constraint appointment_types_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint appointment_types_price_cents_check CHECK ((price_cents >= 0)),
  constraint appointment_types_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
CREATE UNIQUE INDEX appointment_types_active_name_key ON public.appointment_types USING btree (clinic_id, lower(name)) WHERE (archived_at IS NULL);
alter table appointment_types enable row level security, force row level security;
create policy appointment_types_own_clinic on appointment_types for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on appointment_types to daybook_app;

create table appointments (
  clinic_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  therapist_id uuid not null,
  room_id uuid,
  type_id uuid not null,
  status text not null default 'booked'::text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  buffer_before_minutes smallint not null default 0,
  buffer_after_minutes smallint not null default 0,
  lane smallint not null default 0,
  notes text,
  confirmed_at timestamp with time zone,
  overridden_rules text[] not null default '{}'::text[],
  override_reason text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  series_id uuid,
  original_starts_at timestamp with time zone,
  messages_version integer not null default 0,
  message_state text,
  reply text,
  replied_at timestamp with time zone,
  late_minutes smallint,
  unread_messages smallint not null default 0,
  constraint appointments_pkey PRIMARY KEY (clinic_id, id),
  constraint appointments_occurrence_key UNIQUE (clinic_id, series_id, original_starts_at) DEFERRABLE,
  constraint appointments_at_most_a_day CHECK (((ends_at - starts_at) <= '24:00:00'::interval)),
  constraint appointments_lane_check CHECK (((lane >= 0) AND (lane <= 9))),
  constraint appointments_late_minutes_check CHECK (((late_minutes >= 1) AND (late_minutes <= 240))),
  constraint appointments_message_state_check CHECK ((message_state = ANY (ARRAY['scheduled'::text, 'sent'::text, 'delivered'::text, 'failed'::text]))),
  constraint appointments_notes_check CHECK ((length(notes) <= 10000)),
  constraint appointments_of_series CHECK (((series_id IS NULL) = (original_starts_at IS NULL))),
  constraint appointments_order CHECK ((starts_at < ends_at)),
  constraint appointments_override_reason_check CHECK ((length(override_reason) <= 1000)),
  constraint appointments_reply_check CHECK ((reply = ANY (ARRAY['confirmed'::text, 'cancelled'::text, 'reschedule_requested'::text, 'unrecognised'::text]))),
  constraint appointments_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'booked'::text, 'arrived'::text, 'fulfilled'::text, 'cancelled'::text, 'noshow'::text, 'entered_in_error'::text]))),
  constraint appointments_clinic_id_client_id_fkey FOREIGN KEY (clinic_id, client_id) REFERENCES clients(clinic_id, id),
  constraint appointments_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES rooms(clinic_id, id),
  constraint appointments_clinic_id_series_id_fkey FOREIGN KEY (clinic_id, series_id) REFERENCES appointment_series(clinic_id, id),
  constraint appointments_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id),
  constraint appointments_clinic_id_type_id_fkey FOREIGN KEY (clinic_id, type_id) REFERENCES appointment_types(clinic_id, id)
);
CREATE INDEX appointments_client ON public.appointments USING btree (clinic_id, client_id, starts_at);
CREATE INDEX appointments_given_up ON public.appointments USING btree (clinic_id, updated_at) WHERE (status = ANY (ARRAY['cancelled'::text, 'entered_in_error'::text]));
CREATE INDEX appointments_start ON public.appointments USING btree (clinic_id, starts_at);
alter table appointments enable row level security, force row level security;
create policy appointments_own_clinic on appointments for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on appointments to daybook_app;

create table attendance (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  session_id uuid not null,
  registration_id uuid,
  member_id uuid,
  status text not null,
  charge_cents integer not null default 0,
  noted_by text not null,
  noted_at timestamp with time zone not null,
  constraint attendance_pkey PRIMARY KEY (clinic_id, id),
  constraint attendance_once UNIQUE NULLS NOT DISTINCT (clinic_id, session_id, registration_id, member_id),
  constraint attendance_charge_cents_check CHECK (((charge_cents >= 0) AND (charge_cents <= 10000000))),
  constraint attendance_one_person CHECK (((registration_id IS NULL) <> (member_id IS NULL))),
  constraint attendance_status_check CHECK ((status = ANY (ARRAY['present'::text, 'late'::text, 'absent'::text, 'excused'::text]))),
  constraint attendance_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint attendance_clinic_id_member_id_fkey FOREIGN KEY (clinic_id, member_id) REFERENCES group_members(clinic_id, id),
  constraint attendance_clinic_id_registration_id_fkey FOREIGN KEY (clinic_id, registration_id) REFERENCES registrations(clinic_id, id),
  constraint attendance_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES sessions(clinic_id, id)
);
alter table attendance enable row level security, force row level security;
create policy attendance_own_clinic on attendance for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on attendance to daybook_app;

create table audit_entries (
  clinic_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null default now(),
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
  constraint audit_entries_pkey PRIMARY KEY (clinic_id, seq)
);
CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (clinic_id, subject_id, seq);
alter table audit_entries enable row level security, force row level security;
create policy audit_entries_own_clinic on audit_entries for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
CREATE TRIGGER chain_audit_entry BEFORE INSERT ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
grant insert, select on audit_entries to daybook_app;

create table booking_settings (
  clinic_id uuid not null,
  version integer not null default 1,
  open boolean not null default false,
  therapist_ids uuid[],
  origins text[] not null default '{}'::text[],
  confirms_email boolean not null default false,
  move_notice_minutes integer not null default 0,
  cancel_notice_minutes integer not null default 1440,
  policy text,
  consent text,
  updated_at timestamp with time zone not null default now(),
  offers_waitlist boolean not null default true,
  constraint booking_settings_pkey PRIMARY KEY (clinic_id),
  constraint booking_settings_cancel_notice_minutes_check CHECK (((cancel_notice_minutes >= 0) AND (cancel_notice_minutes <= 43200))),
  constraint booking_settings_consent_check CHECK (((length(consent) >= 1) AND (length(consent) <= 4000))),
  constraint booking_settings_move_notice_minutes_check CHECK (((move_notice_minutes >= 0) AND (move_notice_minutes <= 43200))),
  constraint booking_settings_policy_check CHECK (((length(policy) >= 1) AND (length(policy) <= 2000))),
  constraint booking_settings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
alter table booking_settings enable row level security, force row level security;
create policy booking_settings_own_clinic on booking_settings for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on booking_settings to daybook_app;

create table calendar_feeds (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  resource_id uuid,
  client_id uuid,
  name text not null,
  privacy text not null default 'busy'::text,
  includes text[] not null default '{appointments,sessions}'::text[],
  token_hash bytea,
  created_by text not null,
  pulled_at timestamp with time zone,
  pulled_seq bigint,
  content_key text,
  content_seq bigint,
  content_hash text,
  content_changed_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint calendar_feeds_pkey PRIMARY KEY (clinic_id, id),
  constraint calendar_feeds_token_hash_key UNIQUE (token_hash),
  constraint calendar_feeds_includes_check CHECK (((includes <@ '{appointments,sessions,time_off}'::text[]) AND (cardinality(includes) > 0))),
  constraint calendar_feeds_kind_check CHECK ((kind = ANY (ARRAY['events'::text, 'therapist'::text, 'room'::text, 'client'::text]))),
  constraint calendar_feeds_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint calendar_feeds_privacy_check CHECK ((privacy = ANY (ARRAY['busy'::text, 'initials'::text, 'full'::text]))),
  constraint calendar_feeds_subject CHECK ((((kind = 'client'::text) = (client_id IS NOT NULL)) AND ((kind = ANY (ARRAY['therapist'::text, 'room'::text])) = (resource_id IS NOT NULL)))),
  constraint calendar_feeds_token CHECK (((kind = 'events'::text) = (token_hash IS NULL))),
  constraint calendar_feeds_clinic_id_client_id_fkey FOREIGN KEY (clinic_id, client_id) REFERENCES clients(clinic_id, id),
  constraint calendar_feeds_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint calendar_feeds_clinic_id_resource_id_fkey FOREIGN KEY (clinic_id, resource_id) REFERENCES resources(clinic_id, id)
);
CREATE UNIQUE INDEX calendar_feeds_events ON public.calendar_feeds USING btree (clinic_id) WHERE (kind = 'events'::text);
alter table calendar_feeds enable row level security, force row level security;
create policy calendar_feeds_holder on calendar_feeds for select
  using ((token_hash = decode(NULLIF(current_setting('daybook.link_hash'::text, true), ''::text), 'hex'::text)));
create policy calendar_feeds_own_clinic on calendar_feeds for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on calendar_feeds to daybook_app;

create table cancellations (
  clinic_id uuid not null,
  appointment_id uuid not null,
  reason text not null,
  note text,
  cancelled_at timestamp with time zone not null,
  cancelled_by text not null,
  late boolean not null default false,
  constraint cancellations_pkey PRIMARY KEY (clinic_id, appointment_id),
  constraint cancellations_note_check CHECK ((length(note) <= 1000)),
  constraint cancellations_reason_check CHECK ((reason = ANY (ARRAY['client'::text, 'client_ill'::text, 'client_transport'::text, 'client_financial'::text, 'provider'::text, 'provider_ill'::text, 'provider_leave'::text, 'administrative'::text, 'weather'::text, 'other'::text]))),
  constraint cancellations_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id)
);
alter table cancellations enable row level security, force row level security;
create policy cancellations_own_clinic on cancellations for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on cancellations to daybook_app;

create table changes (
  clinic_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null default now(),
  action text not null,
  item_kind text not null,
  item_id uuid not null,
  item_version integer not null,
  removed boolean not null default false,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  client_mutation_id text,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  resource_ids uuid[] not null default '{}'::uuid[],
  was_starts_at timestamp with time zone,
  was_ends_at timestamp with time zone,
  was_resource_ids uuid[] not null default '{}'::uuid[],
  constraint changes_pkey PRIMARY KEY (clinic_id, seq),
  constraint changes_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['member'::text, 'partner'::text, 'client'::text, 'system'::text])))
);
alter table changes enable row level security, force row level security;
create policy changes_own_clinic on changes for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
CREATE TRIGGER number_change BEFORE INSERT ON public.changes FOR EACH ROW EXECUTE FUNCTION number_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.changes FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
grant insert, select on changes to daybook_app;

create table clients (
  clinic_id uuid not null,
  id uuid not null,
  name text not null,
  email text,
  phone text,
  zone text,
  referral_status text not null default 'new'::text,
  first_session_at timestamp with time zone,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  language text not null default 'en'::text,
  consents text[] not null default '{email,sms}'::text[],
  constraint clients_pkey PRIMARY KEY (clinic_id, id),
  constraint clients_consents_check CHECK ((consents <@ '{email,sms,voice}'::text[])),
  constraint clients_language_check CHECK ((language ~ '^[a-z]{2}$'::text)),
  constraint clients_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint clients_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{1,14}$'::text)),
  constraint clients_referral_status_check CHECK ((referral_status = ANY (ARRAY['new'::text, 'contacted'::text, 'acceptance_scheduled'::text, 'active'::text, 'discharged'::text]))),
  constraint clients_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
CREATE INDEX clients_email ON public.clients USING btree (clinic_id, lower(email));
CREATE INDEX clients_name ON public.clients USING btree (clinic_id, lower(name), id);
CREATE INDEX clients_phone ON public.clients USING btree (clinic_id, phone);
alter table clients enable row level security, force row level security;
create policy clients_own_clinic on clients for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on clients to daybook_app;

create table clinics (
  id uuid not null,
  slug text not null,
  name text not null,
  zone text not null,
  step_minutes smallint not null default 15,
  allows_overbooking boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  staff_hold_minutes smallint not null default 5,
  public_hold_minutes smallint not null default 15,
  series_horizon_months smallint not null default 12,
  hue smallint not null default 250,
  logo_id uuid,
  about text,
  host text,
  currency text not null default 'USD'::text,
  constraint clinics_pkey PRIMARY KEY (id),
  constraint clinics_host_key UNIQUE (host),
  constraint clinics_slug_key UNIQUE (slug),
  constraint clinics_about_check CHECK ((length(about) <= 2000)),
  constraint clinics_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint clinics_host_check CHECK (((host ~ '^[a-z0-9.-]{1,253}$'::text) AND (length(host) > 0))),
  constraint clinics_hue_check CHECK (((hue >= 0) AND (hue <= 359))),
  constraint clinics_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint clinics_public_hold_minutes_check CHECK (((public_hold_minutes >= 1) AND (public_hold_minutes <= 60))),
  constraint clinics_series_horizon_months_check CHECK (((series_horizon_months >= 1) AND (series_horizon_months <= 24))),
  constraint clinics_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'::text)),
  constraint clinics_staff_hold_minutes_check CHECK (((staff_hold_minutes >= 1) AND (staff_hold_minutes <= 60))),
  constraint clinics_step_minutes_check CHECK ((step_minutes = ANY (ARRAY[5, 10, 15, 20, 30, 60]))),
  constraint clinics_id_logo_id_fkey FOREIGN KEY (id, logo_id) REFERENCES images(clinic_id, id)
);
alter table clinics enable row level security, force row level security;
create policy clinics_own on clinics for all
  using ((id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
create policy clinics_shown on clinics for select
  using (((slug = NULLIF(current_setting('daybook.clinic_slug'::text, true), ''::text)) OR (host = NULLIF(current_setting('daybook.clinic_host'::text, true), ''::text))));
CREATE TRIGGER note_clinic AFTER INSERT ON public.clinics FOR EACH ROW EXECUTE FUNCTION auth.note_clinic();
CREATE TRIGGER note_first_clinic AFTER INSERT ON public.clinics FOR EACH STATEMENT EXECUTE FUNCTION auth.note_first_clinic();
grant insert, select, update on clinics to daybook_app;

create table closures (
  clinic_id uuid not null,
  id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  start_time time without time zone not null default '00:00:00'::time without time zone,
  end_time time without time zone not null default '24:00:00'::time without time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint closures_pkey PRIMARY KEY (clinic_id, id),
  constraint closures_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint closures_order CHECK (((starts_on <= ends_on) AND (start_time < end_time))),
  constraint closures_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
CREATE INDEX closures_end ON public.closures USING btree (clinic_id, ends_on);
alter table closures enable row level security, force row level security;
create policy closures_own_clinic on closures for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on closures to daybook_app;

create table event_slugs (
  clinic_id uuid not null,
  slug text not null,
  event_id uuid not null,
  is_current boolean not null,
  constraint event_slugs_pkey PRIMARY KEY (clinic_id, slug),
  constraint event_slugs_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'::text)),
  constraint event_slugs_clinic_id_event_id_fkey FOREIGN KEY (clinic_id, event_id) REFERENCES events(clinic_id, id)
);
CREATE UNIQUE INDEX event_slugs_current ON public.event_slugs USING btree (clinic_id, event_id) WHERE is_current;
alter table event_slugs enable row level security, force row level security;
create policy event_slugs_own_clinic on event_slugs for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on event_slugs to daybook_app;

create table events (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  title text not null,
  description text not null default ''::text,
  tags text[] not null default '{}'::text[],
  publish_status text not null default 'draft'::text,
  admission text not null default 'registration'::text,
  registers_for text not null default 'session'::text,
  is_open boolean not null default true,
  capacity integer,
  places_taken integer not null default 0,
  price_cents integer,
  room_id uuid,
  online_url text,
  image_id uuid,
  rrule text,
  local_start timestamp without time zone not null,
  zone text not null,
  minutes smallint not null,
  shift_minutes integer not null default 0,
  excepted timestamp without time zone[] not null default '{}'::timestamp without time zone[],
  new_sessions text not null default 'inherit'::text,
  last_starts_at timestamp with time zone,
  extended_until timestamp with time zone not null,
  published_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  filling text not null default 'offer'::text,
  constraint events_pkey PRIMARY KEY (clinic_id, id),
  constraint events_admission_check CHECK ((admission = ANY (ARRAY['registration'::text, 'enrolment'::text]))),
  constraint events_capacity_check CHECK (((capacity >= 1) AND (capacity <= 1000))),
  constraint events_capacity_kept CHECK ((places_taken <= capacity)),
  constraint events_description_check CHECK ((length(description) <= 20000)),
  constraint events_enrolment_is_whole CHECK (((admission = 'registration'::text) OR (registers_for = 'event'::text))),
  constraint events_filling_check CHECK ((filling = ANY (ARRAY['offer'::text, 'at_once'::text, 'by_hand'::text]))),
  constraint events_kind_check CHECK ((kind = ANY (ARRAY['group_therapy'::text, 'workshop'::text, 'class'::text, 'community'::text]))),
  constraint events_minutes_check CHECK (((minutes >= 5) AND (minutes <= 720))),
  constraint events_new_sessions_check CHECK ((new_sessions = ANY (ARRAY['inherit'::text, 'draft'::text]))),
  constraint events_online_url_check CHECK ((length(online_url) <= 1000)),
  constraint events_places_taken_check CHECK ((places_taken >= 0)),
  constraint events_price_cents_check CHECK (((price_cents >= 0) AND (price_cents <= 10000000))),
  constraint events_publish_status_check CHECK ((publish_status = ANY (ARRAY['draft'::text, 'published'::text, 'archived'::text]))),
  constraint events_registers_for_check CHECK ((registers_for = ANY (ARRAY['session'::text, 'event'::text]))),
  constraint events_rrule_check CHECK ((length(rrule) <= 500)),
  constraint events_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint events_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint events_clinic_id_image_id_fkey FOREIGN KEY (clinic_id, image_id) REFERENCES images(clinic_id, id),
  constraint events_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES rooms(clinic_id, id)
);
CREATE INDEX events_extended ON public.events USING btree (clinic_id, extended_until) WHERE (rrule IS NOT NULL);
CREATE INDEX events_published ON public.events USING btree (clinic_id, publish_status, id);
alter table events enable row level security, force row level security;
create policy events_own_clinic on events for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on events to daybook_app;

create table external_busy (
  clinic_id uuid not null,
  calendar_id uuid not null,
  uid text not null,
  original_starts_at timestamp with time zone not null,
  therapist_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint external_busy_pkey PRIMARY KEY (clinic_id, calendar_id, uid, original_starts_at),
  constraint external_busy_order CHECK ((starts_at < ends_at)),
  constraint external_busy_uid_check CHECK (((length(uid) >= 1) AND (length(uid) <= 1000))),
  constraint external_busy_clinic_id_calendar_id_fkey FOREIGN KEY (clinic_id, calendar_id) REFERENCES external_calendars(clinic_id, id),
  constraint external_busy_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id)
);
CREATE INDEX external_busy_therapist ON public.external_busy USING btree (clinic_id, therapist_id, starts_at, ends_at);
alter table external_busy enable row level security, force row level security;
create policy external_busy_own_clinic on external_busy for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on external_busy to daybook_app;

create table external_calendars (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  therapist_id uuid not null,
  name text not null,
  url text,
  etag text,
  content_hash bytea,
  read_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  removed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  last_modified text,
  whole_at timestamp with time zone,
  tried_at timestamp with time zone,
  next_read_at timestamp with time zone,
  failures smallint not null default 0,
  constraint external_calendars_pkey PRIMARY KEY (clinic_id, id),
  constraint external_calendars_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint external_calendars_next CHECK (((next_read_at IS NULL) OR (url IS NOT NULL))),
  constraint external_calendars_url_check CHECK ((length(url) <= 2000)),
  constraint external_calendars_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint external_calendars_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id)
);
CREATE INDEX external_calendars_due ON public.external_calendars USING btree (clinic_id, next_read_at) WHERE ((next_read_at IS NOT NULL) AND (removed_at IS NULL));
alter table external_calendars enable row level security, force row level security;
create policy external_calendars_own_clinic on external_calendars for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on external_calendars to daybook_app;

create table facilitators (
  clinic_id uuid not null,
  event_id uuid not null,
  therapist_id uuid not null,
  "position" smallint not null,
  constraint facilitators_pkey PRIMARY KEY (clinic_id, event_id, therapist_id),
  constraint facilitators_clinic_id_event_id_fkey FOREIGN KEY (clinic_id, event_id) REFERENCES events(clinic_id, id),
  constraint facilitators_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id)
);
alter table facilitators enable row level security, force row level security;
create policy facilitators_own_clinic on facilitators for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on facilitators to daybook_app;

create table freed_slots (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  therapist_id uuid not null,
  room_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  cause text not null,
  appointment_id uuid,
  chain_id uuid not null,
  link smallint not null default 1,
  status text not null default 'open'::text,
  look_at timestamp with time zone not null,
  filled_by uuid,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint freed_slots_pkey PRIMARY KEY (clinic_id, id),
  constraint freed_slots_cause_check CHECK ((cause = ANY (ARRAY['cancelled'::text, 'moved'::text, 'noshow'::text, 'time_off'::text, 'hours'::text, 'declined'::text]))),
  constraint freed_slots_ended CHECK (((status = ANY (ARRAY['open'::text, 'offered'::text])) = (ended_at IS NULL))),
  constraint freed_slots_link_check CHECK (((link >= 1) AND (link <= 100))),
  constraint freed_slots_order CHECK ((starts_at < ends_at)),
  constraint freed_slots_status_check CHECK ((status = ANY (ARRAY['open'::text, 'offered'::text, 'filled'::text, 'passed'::text, 'ended'::text]))),
  constraint freed_slots_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id),
  constraint freed_slots_clinic_id_filled_by_fkey FOREIGN KEY (clinic_id, filled_by) REFERENCES appointments(clinic_id, id),
  constraint freed_slots_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint freed_slots_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES rooms(clinic_id, id),
  constraint freed_slots_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id)
);
CREATE INDEX freed_slots_ahead ON public.freed_slots USING btree (clinic_id, ends_at) WHERE (status = ANY (ARRAY['open'::text, 'passed'::text]));
CREATE INDEX freed_slots_created ON public.freed_slots USING btree (clinic_id, created_at, id);
CREATE INDEX freed_slots_open ON public.freed_slots USING btree (clinic_id, look_at) WHERE (status = ANY (ARRAY['open'::text, 'offered'::text]));
alter table freed_slots enable row level security, force row level security;
create policy freed_slots_own_clinic on freed_slots for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on freed_slots to daybook_app;

create table group_members (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  event_id uuid not null,
  client_id uuid not null,
  status text not null,
  asked_at timestamp with time zone not null,
  screened_at timestamp with time zone,
  screened_by text,
  note text,
  joined_on date,
  exited_on date,
  exit_reason text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint group_members_pkey PRIMARY KEY (clinic_id, id),
  constraint group_members_exit_reason_check CHECK ((length(exit_reason) <= 1000)),
  constraint group_members_note_check CHECK ((length(note) <= 2000)),
  constraint group_members_status_check CHECK ((status = ANY (ARRAY['screening'::text, 'active'::text, 'on_hold'::text, 'declined'::text, 'exited'::text]))),
  constraint group_members_clinic_id_client_id_fkey FOREIGN KEY (clinic_id, client_id) REFERENCES clients(clinic_id, id),
  constraint group_members_clinic_id_event_id_fkey FOREIGN KEY (clinic_id, event_id) REFERENCES events(clinic_id, id),
  constraint group_members_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
CREATE INDEX group_members_event ON public.group_members USING btree (clinic_id, event_id, asked_at);
CREATE UNIQUE INDEX group_members_once ON public.group_members USING btree (clinic_id, event_id, client_id) WHERE (status <> ALL (ARRAY['declined'::text, 'exited'::text]));
alter table group_members enable row level security, force row level security;
create policy group_members_own_clinic on group_members for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on group_members to daybook_app;

create table hours_exceptions (
  clinic_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  on_date date not null,
  kind text not null,
  start_time time without time zone not null default '00:00:00'::time without time zone,
  end_time time without time zone not null default '24:00:00'::time without time zone,
  note text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint hours_exceptions_pkey PRIMARY KEY (clinic_id, id),
  constraint hours_exceptions_kind_check CHECK ((kind = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint hours_exceptions_note_check CHECK ((length(note) <= 1000)),
  constraint hours_exceptions_order CHECK ((start_time < end_time)),
  constraint hours_exceptions_clinic_id_resource_id_fkey FOREIGN KEY (clinic_id, resource_id) REFERENCES resources(clinic_id, id)
);
CREATE INDEX hours_exceptions_resource ON public.hours_exceptions USING btree (clinic_id, resource_id, on_date);
alter table hours_exceptions enable row level security, force row level security;
create policy hours_exceptions_own_clinic on hours_exceptions for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on hours_exceptions to daybook_app;

create table images (
  clinic_id uuid not null,
  id uuid not null,
  media_type text not null,
  width smallint not null,
  height smallint not null,
  bytes bytea not null,
  alt text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  constraint images_pkey PRIMARY KEY (clinic_id, id),
  constraint images_alt_check CHECK ((length(alt) <= 300)),
  constraint images_bytes_check CHECK (((length(bytes) >= 1) AND (length(bytes) <= 524288))),
  constraint images_height_check CHECK (((height >= 1) AND (height <= 8000))),
  constraint images_media_type_check CHECK ((media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text]))),
  constraint images_width_check CHECK (((width >= 1) AND (width <= 8000))),
  constraint images_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
alter table images enable row level security, force row level security;
create policy images_own_clinic on images for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on images to daybook_app;

create table locations (
  clinic_id uuid not null,
  id uuid not null,
  name text not null,
  address text,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint locations_pkey PRIMARY KEY (clinic_id, id),
  constraint locations_address_check CHECK ((length(address) <= 500)),
  constraint locations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint locations_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
CREATE UNIQUE INDEX locations_active_name_key ON public.locations USING btree (clinic_id, lower(name)) WHERE (archived_at IS NULL);
alter table locations enable row level security, force row level security;
create policy locations_own_clinic on locations for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on locations to daybook_app;

create table log_heads (
  clinic_id uuid not null,
  change_seq bigint not null default 0,
  audit_seq bigint not null default 0,
  audit_hash bytea not null default '\x'::bytea,
  constraint log_heads_pkey PRIMARY KEY (clinic_id),
  constraint log_heads_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
alter table log_heads enable row level security, force row level security;
create policy log_heads_own_clinic on log_heads for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select on log_heads to daybook_app;

create table members (
  clinic_id uuid not null,
  id uuid not null,
  user_id text not null,
  name text not null,
  email text not null,
  role text not null,
  therapist_id uuid,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint members_pkey PRIMARY KEY (clinic_id, id),
  constraint members_user_key UNIQUE (clinic_id, user_id),
  constraint members_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint members_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'receptionist'::text, 'therapist'::text]))),
  constraint members_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint members_therapist_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id)
);
CREATE INDEX members_user ON public.members USING btree (user_id);
alter table members enable row level security, force row level security;
create policy members_own_clinic on members for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
create policy members_self on members for select
  using ((user_id = NULLIF(current_setting('daybook.user_id'::text, true), ''::text)));
grant insert, select, update on members to daybook_app;

create table message_cursors (
  clinic_id uuid not null,
  change_seq bigint not null,
  swept_on date,
  constraint message_cursors_pkey PRIMARY KEY (clinic_id),
  constraint message_cursors_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
alter table message_cursors enable row level security, force row level security;
create policy message_cursors_own_clinic on message_cursors for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on message_cursors to daybook_app;

create table message_plans (
  clinic_id uuid not null,
  appointment_id uuid not null,
  appointment_version integer not null,
  told_starts_at timestamp with time zone,
  told_therapist_id uuid,
  told_at timestamp with time zone,
  therapist_told_id uuid,
  therapist_told_starts_at timestamp with time zone,
  constraint message_plans_pkey PRIMARY KEY (clinic_id, appointment_id),
  constraint message_plans_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id)
);
alter table message_plans enable row level security, force row level security;
create policy message_plans_own_clinic on message_plans for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on message_plans to daybook_app;

create table message_replies (
  clinic_id uuid not null,
  id uuid not null,
  provider_id text not null,
  phone text not null,
  body text not null,
  intent text not null,
  client_id uuid,
  appointment_id uuid,
  message_id uuid,
  answer text,
  received_at timestamp with time zone not null,
  constraint message_replies_pkey PRIMARY KEY (clinic_id, id),
  constraint message_replies_once UNIQUE (clinic_id, provider_id),
  constraint message_replies_body_check CHECK ((length(body) <= 2000)),
  constraint message_replies_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id),
  constraint message_replies_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint message_replies_clinic_id_message_id_fkey FOREIGN KEY (clinic_id, message_id) REFERENCES messages(clinic_id, id)
);
CREATE INDEX message_replies_appointment ON public.message_replies USING btree (clinic_id, appointment_id);
alter table message_replies enable row level security, force row level security;
create policy message_replies_own_clinic on message_replies for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on message_replies to daybook_app;

create table message_templates (
  clinic_id uuid not null,
  kind text not null,
  channel text not null,
  language text not null,
  version integer not null default 1,
  subject text,
  body text not null,
  updated_at timestamp with time zone not null default now(),
  constraint message_templates_pkey PRIMARY KEY (clinic_id, kind, channel, language),
  constraint message_templates_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
  constraint message_templates_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'voice'::text, 'portal'::text]))),
  constraint message_templates_language_check CHECK ((language ~ '^[a-z]{2}$'::text)),
  constraint message_templates_subject_check CHECK ((length(subject) <= 200)),
  constraint message_templates_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
alter table message_templates enable row level security, force row level security;
create policy message_templates_own_clinic on message_templates for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on message_templates to daybook_app;

create table messages (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  channel text not null,
  audience text not null,
  recipient text not null,
  language text not null default 'en'::text,
  appointment_id uuid,
  appointment_version integer,
  about_starts_at timestamp with time zone,
  client_id uuid,
  copy smallint not null default 0,
  fallback_of uuid,
  content jsonb,
  status text not null default 'scheduled'::text,
  due_at timestamp with time zone not null,
  attempt_at timestamp with time zone not null,
  attempts smallint not null default 0,
  unsure boolean not null default false,
  leased_until timestamp with time zone,
  provider text,
  provider_id text,
  failure_code text,
  failure text,
  cost_amount numeric(12,6),
  cost_currency text,
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  ended_at timestamp with time zone,
  reply text,
  replied_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  registration_id uuid,
  member_id uuid,
  session_id uuid,
  about_version integer,
  offer_id uuid,
  booking_id uuid,
  wait_id uuid,
  constraint messages_pkey PRIMARY KEY (clinic_id, id),
  constraint messages_once UNIQUE (clinic_id, appointment_id, appointment_version, kind, channel, recipient, copy),
  constraint messages_about CHECK (((appointment_id IS NULL) = (appointment_version IS NULL))),
  constraint messages_about_session CHECK (((session_id IS NULL) = (about_version IS NULL))),
  constraint messages_audience_check CHECK ((audience = ANY (ARRAY['client'::text, 'therapist'::text, 'member'::text]))),
  constraint messages_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'voice'::text, 'portal'::text]))),
  constraint messages_provider_check CHECK ((provider = ANY (ARRAY['postmark'::text, 'twilio'::text, 'outbox'::text, 'portal'::text]))),
  constraint messages_recipient_check CHECK (((length(recipient) >= 1) AND (length(recipient) <= 320))),
  constraint messages_reply_check CHECK ((reply = ANY (ARRAY['confirmed'::text, 'cancelled'::text, 'reschedule_requested'::text, 'unrecognised'::text]))),
  constraint messages_status_check CHECK ((status = ANY (ARRAY['scheduled'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'bounced'::text, 'cancelled'::text]))),
  constraint messages_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id),
  constraint messages_clinic_id_booking_id_fkey FOREIGN KEY (clinic_id, booking_id) REFERENCES public_bookings(clinic_id, id) ON DELETE SET NULL (booking_id),
  constraint messages_clinic_id_client_id_fkey FOREIGN KEY (clinic_id, client_id) REFERENCES clients(clinic_id, id),
  constraint messages_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint messages_clinic_id_member_id_fkey FOREIGN KEY (clinic_id, member_id) REFERENCES group_members(clinic_id, id),
  constraint messages_clinic_id_offer_id_fkey FOREIGN KEY (clinic_id, offer_id) REFERENCES waitlist_offers(clinic_id, id),
  constraint messages_clinic_id_registration_id_fkey FOREIGN KEY (clinic_id, registration_id) REFERENCES registrations(clinic_id, id),
  constraint messages_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES sessions(clinic_id, id),
  constraint messages_clinic_id_wait_id_fkey FOREIGN KEY (clinic_id, wait_id) REFERENCES public_waits(clinic_id, id) ON DELETE SET NULL (wait_id)
);
CREATE INDEX messages_appointment ON public.messages USING btree (clinic_id, appointment_id);
CREATE INDEX messages_attempt ON public.messages USING btree (clinic_id, attempt_at) WHERE (status = ANY (ARRAY['scheduled'::text, 'sending'::text]));
CREATE INDEX messages_booking ON public.messages USING btree (clinic_id, booking_id) WHERE (booking_id IS NOT NULL);
CREATE INDEX messages_client ON public.messages USING btree (clinic_id, client_id, due_at, id);
CREATE INDEX messages_created ON public.messages USING btree (clinic_id, created_at, id);
CREATE INDEX messages_due ON public.messages USING btree (attempt_at) WHERE (status = ANY (ARRAY['scheduled'::text, 'sending'::text]));
CREATE INDEX messages_listed ON public.messages USING btree (clinic_id, due_at, id);
CREATE UNIQUE INDEX messages_once_of_offer ON public.messages USING btree (clinic_id, offer_id, kind, channel) WHERE (offer_id IS NOT NULL);
CREATE UNIQUE INDEX messages_once_of_session ON public.messages USING btree (clinic_id, session_id, registration_id, member_id, about_version, kind, channel) NULLS NOT DISTINCT WHERE (session_id IS NOT NULL);
CREATE INDEX messages_recipient ON public.messages USING btree (recipient, sent_at) WHERE (channel = ANY (ARRAY['sms'::text, 'voice'::text]));
CREATE INDEX messages_status ON public.messages USING btree (clinic_id, status, due_at, id);
CREATE INDEX messages_wait ON public.messages USING btree (clinic_id, wait_id) WHERE (wait_id IS NOT NULL);
alter table messages enable row level security, force row level security;
create policy messages_due_by on messages for select
  using (((status = ANY (ARRAY['scheduled'::text, 'sending'::text])) AND (attempt_at <= (NULLIF(current_setting('daybook.due_by'::text, true), ''::text))::timestamp with time zone)));
create policy messages_of_phone on messages for select
  using (((channel = ANY (ARRAY['sms'::text, 'voice'::text])) AND (recipient = NULLIF(current_setting('daybook.phone'::text, true), ''::text))));
create policy messages_own_clinic on messages for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on messages to daybook_app;

create table mutation_answers (
  clinic_id uuid not null,
  caller text not null,
  client_mutation_id text not null,
  operation text not null,
  input_hash bytea not null,
  answer jsonb,
  created_at timestamp with time zone not null default now(),
  constraint mutation_answers_pkey PRIMARY KEY (clinic_id, caller, client_mutation_id)
);
CREATE INDEX mutation_answers_age ON public.mutation_answers USING btree (clinic_id, created_at);
alter table mutation_answers enable row level security, force row level security;
create policy mutation_answers_own_clinic on mutation_answers for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on mutation_answers to daybook_app;

create table occupancies (
  clinic_id uuid not null,
  resource_id uuid not null,
  during tstzrange not null,
  lane smallint not null default 0,
  kind text not null,
  appointment_id uuid,
  hold_id uuid,
  session_id uuid,
  starts_at timestamp with time zone not null generated always as (lower(during)) stored,
  ends_at timestamp with time zone not null generated always as (upper(during)) stored,
  type_id uuid,
  buffer_before_minutes smallint not null,
  buffer_after_minutes smallint not null,
  span bytea not null generated always as ((((timestamptz_send(lower(during)) || int4send(((date_part('epoch'::text, (upper(during) - lower(during))) * (1000)::double precision))::integer)) || int2send(buffer_before_minutes)) || int2send(buffer_after_minutes))) stored,
  constraint occupancies_no_overlap EXCLUDE USING gist (clinic_id WITH =, resource_id WITH =, lane WITH =, during WITH &&),
  constraint occupancies_at_most_a_day CHECK (((upper(during) - lower(during)) <= '24:00:00'::interval)),
  constraint occupancies_bounds CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during)) AND lower_inc(during) AND (NOT upper_inc(during)))),
  constraint occupancies_kind_check CHECK ((kind = ANY (ARRAY['appointment'::text, 'hold'::text, 'session'::text]))),
  constraint occupancies_one_owner CHECK ((((kind = 'appointment'::text) = (appointment_id IS NOT NULL)) AND ((kind = 'hold'::text) = (hold_id IS NOT NULL)) AND ((kind = 'session'::text) = (session_id IS NOT NULL)))),
  constraint occupancies_typed CHECK (((kind = 'session'::text) OR (type_id IS NOT NULL))),
  constraint occupancies_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id),
  constraint occupancies_clinic_id_hold_id_fkey FOREIGN KEY (clinic_id, hold_id) REFERENCES slot_holds(clinic_id, id),
  constraint occupancies_clinic_id_resource_id_fkey FOREIGN KEY (clinic_id, resource_id) REFERENCES resources(clinic_id, id),
  constraint occupancies_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES sessions(clinic_id, id)
);
CREATE INDEX occupancies_appointment ON public.occupancies USING btree (clinic_id, appointment_id);
CREATE INDEX occupancies_hold ON public.occupancies USING btree (clinic_id, hold_id) WHERE (hold_id IS NOT NULL);
CREATE INDEX occupancies_resource ON public.occupancies USING btree (clinic_id, resource_id, starts_at) INCLUDE (span, type_id, hold_id);
CREATE INDEX occupancies_session ON public.occupancies USING btree (clinic_id, session_id) WHERE (session_id IS NOT NULL);
alter table occupancies enable row level security, force row level security;
create policy occupancies_own_clinic on occupancies for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on occupancies to daybook_app;

create table outbox_items (
  clinic_id uuid not null,
  message_id uuid not null,
  subject text,
  text text not null,
  html text,
  attachments jsonb not null default '[]'::jsonb,
  sent_at timestamp with time zone not null,
  constraint outbox_items_pkey PRIMARY KEY (clinic_id, message_id),
  constraint outbox_items_clinic_id_message_id_fkey FOREIGN KEY (clinic_id, message_id) REFERENCES messages(clinic_id, id)
);
alter table outbox_items enable row level security, force row level security;
create policy outbox_items_own_clinic on outbox_items for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on outbox_items to daybook_app;

create table public_bookings (
  clinic_id uuid not null,
  id uuid not null,
  status text not null,
  hold_id uuid not null,
  appointment_id uuid,
  name text not null,
  email text not null,
  phone text,
  language text not null,
  zone text not null,
  answers jsonb not null default '[]'::jsonb,
  consent text,
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  booked_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  network bytea,
  proved_at timestamp with time zone,
  constraint public_bookings_pkey PRIMARY KEY (clinic_id, id),
  constraint public_bookings_once UNIQUE (clinic_id, hold_id),
  constraint public_bookings_booked CHECK (((status = 'booked'::text) = (appointment_id IS NOT NULL))),
  constraint public_bookings_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint public_bookings_language_check CHECK ((language ~ '^[a-z]{2}$'::text)),
  constraint public_bookings_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint public_bookings_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{1,14}$'::text)),
  constraint public_bookings_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'booked'::text]))),
  constraint public_bookings_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 64))),
  constraint public_bookings_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id),
  constraint public_bookings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
CREATE INDEX public_bookings_appointment ON public.public_bookings USING btree (clinic_id, appointment_id);
CREATE INDEX public_bookings_email ON public.public_bookings USING btree (clinic_id, lower(email), created_at);
CREATE INDEX public_bookings_network ON public.public_bookings USING btree (clinic_id, network, created_at) WHERE (network IS NOT NULL);
CREATE INDEX public_bookings_pending ON public.public_bookings USING btree (clinic_id, expires_at) WHERE (status = 'pending'::text);
CREATE INDEX public_bookings_phone ON public.public_bookings USING btree (clinic_id, phone, created_at);
alter table public_bookings enable row level security, force row level security;
create policy public_bookings_own_clinic on public_bookings for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on public_bookings to daybook_app;

create table public_waits (
  clinic_id uuid not null,
  id uuid not null,
  status text not null,
  entry_id uuid,
  name text not null,
  email text not null,
  phone text,
  language text not null,
  zone text not null,
  type_id uuid not null,
  therapist_id uuid,
  days smallint[],
  parts text[],
  until_on date,
  note text,
  consent text,
  network bytea,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  joined_at timestamp with time zone,
  constraint public_waits_pkey PRIMARY KEY (clinic_id, id),
  constraint public_waits_days_check CHECK ((((cardinality(days) >= 1) AND (cardinality(days) <= 7)) AND (days <@ '{1,2,3,4,5,6,7}'::smallint[]))),
  constraint public_waits_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint public_waits_joined CHECK ((((status = 'joined'::text) = (entry_id IS NOT NULL)) AND ((status = 'joined'::text) = (joined_at IS NOT NULL)))),
  constraint public_waits_language_check CHECK ((language ~ '^[a-z]{2}$'::text)),
  constraint public_waits_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint public_waits_note_check CHECK (((length(note) >= 1) AND (length(note) <= 2000))),
  constraint public_waits_parts_check CHECK ((((cardinality(parts) >= 1) AND (cardinality(parts) <= 3)) AND (parts <@ '{morning,afternoon,evening}'::text[]))),
  constraint public_waits_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{1,14}$'::text)),
  constraint public_waits_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'joined'::text]))),
  constraint public_waits_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 64))),
  constraint public_waits_clinic_id_entry_id_fkey FOREIGN KEY (clinic_id, entry_id) REFERENCES waitlist_entries(clinic_id, id),
  constraint public_waits_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint public_waits_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id),
  constraint public_waits_clinic_id_type_id_fkey FOREIGN KEY (clinic_id, type_id) REFERENCES appointment_types(clinic_id, id)
);
CREATE INDEX public_waits_email ON public.public_waits USING btree (clinic_id, lower(email), created_at);
CREATE INDEX public_waits_network ON public.public_waits USING btree (clinic_id, network, created_at) WHERE (network IS NOT NULL);
CREATE INDEX public_waits_pending ON public.public_waits USING btree (clinic_id, expires_at) WHERE (status = 'pending'::text);
CREATE INDEX public_waits_phone ON public.public_waits USING btree (clinic_id, phone, created_at);
alter table public_waits enable row level security, force row level security;
create policy public_waits_own_clinic on public_waits for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on public_waits to daybook_app;

create table registrations (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  event_id uuid not null,
  session_id uuid,
  client_id uuid,
  name text not null,
  email text not null,
  phone text,
  language text not null default 'en'::text,
  places smallint not null default 1,
  status text not null,
  line bigint not null,
  source text not null,
  token_hash bytea not null,
  registered_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  offer_expires_at timestamp with time zone,
  passed_at timestamp with time zone,
  constraint registrations_pkey PRIMARY KEY (clinic_id, id),
  constraint registrations_cancelled CHECK (((status = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
  constraint registrations_email_check CHECK (((length(email) >= 3) AND (length(email) <= 320))),
  constraint registrations_language_check CHECK ((language ~ '^[a-z]{2}$'::text)),
  constraint registrations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint registrations_offered CHECK (((status <> 'offered'::text) OR (offer_expires_at IS NOT NULL))),
  constraint registrations_passed CHECK (((passed_at IS NULL) OR (status = ANY (ARRAY['waitlisted'::text, 'cancelled'::text])))),
  constraint registrations_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{1,14}$'::text)),
  constraint registrations_places_check CHECK (((places >= 1) AND (places <= 10))),
  constraint registrations_source_check CHECK ((source = ANY (ARRAY['public'::text, 'desk'::text, 'partner'::text]))),
  constraint registrations_status_check CHECK ((status = ANY (ARRAY['registered'::text, 'offered'::text, 'waitlisted'::text, 'cancelled'::text]))),
  constraint registrations_clinic_id_client_id_fkey FOREIGN KEY (clinic_id, client_id) REFERENCES clients(clinic_id, id),
  constraint registrations_clinic_id_event_id_fkey FOREIGN KEY (clinic_id, event_id) REFERENCES events(clinic_id, id),
  constraint registrations_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint registrations_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES sessions(clinic_id, id)
);
CREATE INDEX registrations_awaiting ON public.registrations USING btree (clinic_id, event_id, line) WHERE ((status = 'waitlisted'::text) AND (passed_at IS NULL));
CREATE INDEX registrations_event ON public.registrations USING btree (clinic_id, event_id, line);
CREATE UNIQUE INDEX registrations_once ON public.registrations USING btree (clinic_id, event_id, COALESCE(session_id, event_id), lower(email)) WHERE (status <> 'cancelled'::text);
CREATE INDEX registrations_session ON public.registrations USING btree (clinic_id, session_id, line);
CREATE INDEX registrations_token ON public.registrations USING btree (token_hash);
alter table registrations enable row level security, force row level security;
create policy registrations_holder on registrations for select
  using ((token_hash = decode(NULLIF(current_setting('daybook.link_hash'::text, true), ''::text), 'hex'::text)));
create policy registrations_own_clinic on registrations for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on registrations to daybook_app;

create table reminder_policies (
  clinic_id uuid not null,
  version integer not null default 1,
  leave_from time without time zone not null default '08:00:00'::time without time zone,
  leave_until time without time zone not null default '20:00:00'::time without time zone,
  weekends boolean not null default true,
  settle_seconds smallint not null default 20,
  move_settle_seconds smallint not null default 90,
  notices jsonb not null,
  updated_at timestamp with time zone not null default now(),
  constraint reminder_policies_pkey PRIMARY KEY (clinic_id),
  constraint reminder_policies_hours CHECK ((leave_from < leave_until)),
  constraint reminder_policies_move_settle_seconds_check CHECK (((move_settle_seconds >= 0) AND (move_settle_seconds <= 3600))),
  constraint reminder_policies_settle_seconds_check CHECK (((settle_seconds >= 0) AND (settle_seconds <= 3600))),
  constraint reminder_policies_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
alter table reminder_policies enable row level security, force row level security;
create policy reminder_policies_own_clinic on reminder_policies for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on reminder_policies to daybook_app;

create table reply_choices (
  clinic_id uuid not null,
  phone text not null,
  kind text not null,
  appointment_id uuid,
  choices jsonb not null,
  expires_at timestamp with time zone not null,
  constraint reply_choices_pkey PRIMARY KEY (clinic_id, phone),
  constraint reply_choices_kind_check CHECK ((kind = ANY (ARRAY['slot'::text, 'appointment'::text]))),
  constraint reply_choices_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
alter table reply_choices enable row level security, force row level security;
create policy reply_choices_own_clinic on reply_choices for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on reply_choices to daybook_app;

create table resources (
  clinic_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  "position" integer not null default 0,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint resources_pkey PRIMARY KEY (clinic_id, id),
  constraint resources_kind_key UNIQUE (clinic_id, id, kind),
  constraint resources_kind_check CHECK ((kind = ANY (ARRAY['therapist'::text, 'room'::text]))),
  constraint resources_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint resources_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
CREATE UNIQUE INDEX resources_active_name_key ON public.resources USING btree (clinic_id, kind, lower(name)) WHERE (archived_at IS NULL);
alter table resources enable row level security, force row level security;
create policy resources_own_clinic on resources for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on resources to daybook_app;

create table room_features (
  clinic_id uuid not null,
  room_id uuid not null,
  feature text not null,
  constraint room_features_pkey PRIMARY KEY (clinic_id, room_id, feature),
  constraint room_features_feature_check CHECK (((length(feature) >= 1) AND (length(feature) <= 60))),
  constraint room_features_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES rooms(clinic_id, id)
);
alter table room_features enable row level security, force row level security;
create policy room_features_own_clinic on room_features for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select on room_features to daybook_app;

create table rooms (
  clinic_id uuid not null,
  id uuid not null,
  kind text not null default 'room'::text,
  capacity smallint not null default 2,
  location_id uuid,
  constraint rooms_pkey PRIMARY KEY (clinic_id, id),
  constraint rooms_capacity_check CHECK (((capacity >= 1) AND (capacity <= 500))),
  constraint rooms_kind_check CHECK ((kind = 'room'::text)),
  constraint rooms_clinic_id_id_kind_fkey FOREIGN KEY (clinic_id, id, kind) REFERENCES resources(clinic_id, id, kind),
  constraint rooms_clinic_id_location_id_fkey FOREIGN KEY (clinic_id, location_id) REFERENCES locations(clinic_id, id)
);
alter table rooms enable row level security, force row level security;
create policy rooms_own_clinic on rooms for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on rooms to daybook_app;

create table series_clashes (
  clinic_id uuid not null,
  series_id uuid not null,
  original_starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  problems jsonb not null,
  found_at timestamp with time zone not null,
  constraint series_clashes_pkey PRIMARY KEY (clinic_id, series_id, original_starts_at),
  constraint series_clashes_clinic_id_series_id_fkey FOREIGN KEY (clinic_id, series_id) REFERENCES appointment_series(clinic_id, id)
);
alter table series_clashes enable row level security, force row level security;
create policy series_clashes_own_clinic on series_clashes for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on series_clashes to daybook_app;

create table session_clashes (
  clinic_id uuid not null,
  event_id uuid not null,
  original_starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  problems jsonb not null,
  found_at timestamp with time zone not null,
  constraint session_clashes_pkey PRIMARY KEY (clinic_id, event_id, original_starts_at),
  constraint session_clashes_clinic_id_event_id_fkey FOREIGN KEY (clinic_id, event_id) REFERENCES events(clinic_id, id)
);
alter table session_clashes enable row level security, force row level security;
create policy session_clashes_own_clinic on session_clashes for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on session_clashes to daybook_app;

create table session_facilitators (
  clinic_id uuid not null,
  session_id uuid not null,
  therapist_id uuid not null,
  "position" smallint not null,
  constraint session_facilitators_pkey PRIMARY KEY (clinic_id, session_id, therapist_id),
  constraint session_facilitators_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES sessions(clinic_id, id),
  constraint session_facilitators_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id)
);
alter table session_facilitators enable row level security, force row level security;
create policy session_facilitators_own_clinic on session_facilitators for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on session_facilitators to daybook_app;

create table sessions (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  event_id uuid not null,
  original_starts_at timestamp with time zone not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  title text,
  room_id uuid,
  online_url text,
  capacity integer,
  places_taken integer not null default 0,
  places_version integer not null default 0,
  publish_status text not null,
  status text not null default 'scheduled'::text,
  cancellation_note text,
  cancelled_at timestamp with time zone,
  lane smallint not null default 0,
  overridden_rules text[] not null default '{}'::text[],
  override_reason text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint sessions_pkey PRIMARY KEY (clinic_id, id),
  constraint sessions_occurrence_key UNIQUE (clinic_id, event_id, original_starts_at) DEFERRABLE,
  constraint sessions_at_most_a_day CHECK (((ends_at - starts_at) <= '24:00:00'::interval)),
  constraint sessions_cancellation_note_check CHECK ((length(cancellation_note) <= 1000)),
  constraint sessions_cancelled CHECK (((status = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
  constraint sessions_capacity_check CHECK (((capacity >= 1) AND (capacity <= 1000))),
  constraint sessions_capacity_kept CHECK ((places_taken <= capacity)),
  constraint sessions_lane_check CHECK (((lane >= 0) AND (lane <= 9))),
  constraint sessions_online_url_check CHECK ((length(online_url) <= 1000)),
  constraint sessions_order CHECK ((starts_at < ends_at)),
  constraint sessions_override_reason_check CHECK ((length(override_reason) <= 1000)),
  constraint sessions_places_taken_check CHECK ((places_taken >= 0)),
  constraint sessions_publish_status_check CHECK ((publish_status = ANY (ARRAY['draft'::text, 'published'::text]))),
  constraint sessions_status_check CHECK ((status = ANY (ARRAY['scheduled'::text, 'rescheduled'::text, 'postponed'::text, 'cancelled'::text, 'moved_online'::text]))),
  constraint sessions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint sessions_clinic_id_event_id_fkey FOREIGN KEY (clinic_id, event_id) REFERENCES events(clinic_id, id),
  constraint sessions_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES rooms(clinic_id, id)
);
CREATE INDEX sessions_event ON public.sessions USING btree (clinic_id, event_id, starts_at);
CREATE INDEX sessions_start ON public.sessions USING btree (clinic_id, starts_at);
alter table sessions enable row level security, force row level security;
create policy sessions_own_clinic on sessions for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on sessions to daybook_app;

create table slot_holds (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  status text not null default 'held'::text,
  type_id uuid not null,
  therapist_id uuid not null,
  room_id uuid,
  client_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  buffer_before_minutes smallint not null,
  buffer_after_minutes smallint not null,
  expires_at timestamp with time zone not null,
  extended boolean not null default false,
  held_by_kind text not null,
  held_by_id uuid,
  held_by_name text not null,
  owner text not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  network bytea,
  constraint slot_holds_pkey PRIMARY KEY (clinic_id, id),
  constraint slot_holds_held_by_kind_check CHECK ((held_by_kind = ANY (ARRAY['member'::text, 'partner'::text, 'client'::text, 'system'::text]))),
  constraint slot_holds_order CHECK ((starts_at < ends_at)),
  constraint slot_holds_status_check CHECK ((status = ANY (ARRAY['held'::text, 'released'::text, 'expired'::text, 'confirmed'::text]))),
  constraint slot_holds_clinic_id_client_id_fkey FOREIGN KEY (clinic_id, client_id) REFERENCES clients(clinic_id, id),
  constraint slot_holds_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint slot_holds_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES rooms(clinic_id, id),
  constraint slot_holds_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id),
  constraint slot_holds_clinic_id_type_id_fkey FOREIGN KEY (clinic_id, type_id) REFERENCES appointment_types(clinic_id, id)
);
CREATE INDEX slot_holds_ended ON public.slot_holds USING btree (clinic_id, updated_at) WHERE (status <> 'held'::text);
CREATE INDEX slot_holds_held ON public.slot_holds USING btree (clinic_id, expires_at) WHERE (status = 'held'::text);
alter table slot_holds enable row level security, force row level security;
create policy slot_holds_own_clinic on slot_holds for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on slot_holds to daybook_app;

create table stopped_numbers (
  clinic_id uuid not null,
  phone text not null,
  stopped_at timestamp with time zone not null,
  constraint stopped_numbers_pkey PRIMARY KEY (clinic_id, phone),
  constraint stopped_numbers_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
alter table stopped_numbers enable row level security, force row level security;
create policy stopped_numbers_own_clinic on stopped_numbers for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on stopped_numbers to daybook_app;

create table therapist_skills (
  clinic_id uuid not null,
  therapist_id uuid not null,
  skill text not null,
  constraint therapist_skills_pkey PRIMARY KEY (clinic_id, therapist_id, skill),
  constraint therapist_skills_skill_check CHECK (((length(skill) >= 1) AND (length(skill) <= 60))),
  constraint therapist_skills_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id)
);
alter table therapist_skills enable row level security, force row level security;
create policy therapist_skills_own_clinic on therapist_skills for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select on therapist_skills to daybook_app;

create table therapists (
  clinic_id uuid not null,
  id uuid not null,
  kind text not null default 'therapist'::text,
  title text,
  specialties text[] not null default '{}'::text[],
  slug text not null,
  constraint therapists_pkey PRIMARY KEY (clinic_id, id),
  constraint therapists_slug_key UNIQUE (clinic_id, slug),
  constraint therapists_kind_check CHECK ((kind = 'therapist'::text)),
  constraint therapists_slug_check CHECK (((length(slug) >= 1) AND (length(slug) <= 64))),
  constraint therapists_title_check CHECK ((length(title) <= 100)),
  constraint therapists_clinic_id_id_kind_fkey FOREIGN KEY (clinic_id, id, kind) REFERENCES resources(clinic_id, id, kind)
);
alter table therapists enable row level security, force row level security;
create policy therapists_own_clinic on therapists for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on therapists to daybook_app;

create table time_off (
  clinic_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  reason text not null,
  note text,
  status text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  cover_therapist_id uuid,
  requested_by text,
  decided_by text,
  decided_at timestamp with time zone,
  decision_note text,
  constraint time_off_pkey PRIMARY KEY (clinic_id, id),
  constraint time_off_cover_is_another CHECK ((cover_therapist_id <> resource_id)),
  constraint time_off_decided CHECK ((((decided_at IS NULL) = (decided_by IS NULL)) AND ((status <> 'requested'::text) OR (decided_at IS NULL)) AND ((decision_note IS NULL) OR (decided_at IS NOT NULL)))),
  constraint time_off_decision_note_check CHECK ((length(decision_note) <= 1000)),
  constraint time_off_note_check CHECK ((length(note) <= 1000)),
  constraint time_off_order CHECK ((starts_at < ends_at)),
  constraint time_off_reason_check CHECK ((reason = ANY (ARRAY['vacation'::text, 'sick'::text, 'conference'::text, 'personal'::text, 'other'::text]))),
  constraint time_off_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'approved'::text, 'denied'::text, 'withdrawn'::text]))),
  constraint time_off_clinic_id_resource_id_fkey FOREIGN KEY (clinic_id, resource_id) REFERENCES resources(clinic_id, id),
  constraint time_off_cover_fkey FOREIGN KEY (clinic_id, cover_therapist_id) REFERENCES therapists(clinic_id, id)
);
CREATE INDEX time_off_resource ON public.time_off USING btree (clinic_id, resource_id, ends_at);
CREATE INDEX time_off_start ON public.time_off USING btree (clinic_id, starts_at, id);
alter table time_off enable row level security, force row level security;
create policy time_off_own_clinic on time_off for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on time_off to daybook_app;

create table time_off_changes (
  clinic_id uuid not null,
  time_off_id uuid not null,
  appointment_id uuid not null,
  kind text not null,
  was_status text not null,
  was_starts_at timestamp with time zone not null,
  was_ends_at timestamp with time zone not null,
  was_therapist_id uuid not null,
  was_room_id uuid,
  was_confirmed_at timestamp with time zone,
  was_overridden_rules text[] not null,
  was_override_reason text,
  version_after integer not null,
  undone_at timestamp with time zone,
  applied_at timestamp with time zone not null,
  applied_version integer not null,
  constraint time_off_changes_pkey PRIMARY KEY (clinic_id, time_off_id, appointment_id),
  constraint time_off_changes_kind_check CHECK ((kind = ANY (ARRAY['cover'::text, 'another_time'::text, 'cancel'::text]))),
  constraint time_off_changes_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id),
  constraint time_off_changes_clinic_id_time_off_id_fkey FOREIGN KEY (clinic_id, time_off_id) REFERENCES time_off(clinic_id, id),
  constraint time_off_changes_clinic_id_was_room_id_fkey FOREIGN KEY (clinic_id, was_room_id) REFERENCES rooms(clinic_id, id),
  constraint time_off_changes_clinic_id_was_therapist_id_fkey FOREIGN KEY (clinic_id, was_therapist_id) REFERENCES therapists(clinic_id, id)
);
alter table time_off_changes enable row level security, force row level security;
create policy time_off_changes_own_clinic on time_off_changes for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on time_off_changes to daybook_app;

create table waitlist_entries (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  client_id uuid not null,
  type_id uuid not null,
  therapist_ids uuid[],
  skill text,
  days smallint[],
  parts text[],
  from_on date,
  until_on date,
  notice_minutes integer not null default 0,
  urgency text not null default 'routine'::text,
  referral_source text,
  payer text,
  note text,
  score_override integer,
  override_reason text,
  overridden_by text,
  status text not null default 'waiting'::text,
  source text not null,
  appointment_id uuid,
  booked_appointment_id uuid,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint waitlist_entries_pkey PRIMARY KEY (clinic_id, id),
  constraint waitlist_entries_dates CHECK ((from_on <= until_on)),
  constraint waitlist_entries_days_check CHECK ((((cardinality(days) >= 1) AND (cardinality(days) <= 7)) AND (days <@ '{1,2,3,4,5,6,7}'::smallint[]))),
  constraint waitlist_entries_ended CHECK (((status = ANY (ARRAY['waiting'::text, 'offered'::text])) = (ended_at IS NULL))),
  constraint waitlist_entries_note_check CHECK (((length(note) >= 1) AND (length(note) <= 2000))),
  constraint waitlist_entries_notice_minutes_check CHECK (((notice_minutes >= 0) AND (notice_minutes <= 43200))),
  constraint waitlist_entries_override CHECK (((score_override IS NULL) = (override_reason IS NULL))),
  constraint waitlist_entries_parts_check CHECK ((((cardinality(parts) >= 1) AND (cardinality(parts) <= 3)) AND (parts <@ '{morning,afternoon,evening}'::text[]))),
  constraint waitlist_entries_payer_check CHECK (((length(payer) >= 1) AND (length(payer) <= 200))),
  constraint waitlist_entries_referral_source_check CHECK ((referral_source = ANY (ARRAY['self'::text, 'family'::text, 'school'::text, 'insurer'::text, 'physician'::text, 'hospital'::text, 'other'::text]))),
  constraint waitlist_entries_score_override_check CHECK (((score_override >= 0) AND (score_override <= 1000))),
  constraint waitlist_entries_skill_check CHECK (((length(skill) >= 1) AND (length(skill) <= 100))),
  constraint waitlist_entries_source_check CHECK ((source = ANY (ARRAY['desk'::text, 'public'::text, 'client'::text, 'partner'::text]))),
  constraint waitlist_entries_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'offered'::text, 'booked'::text, 'left'::text, 'expired'::text]))),
  constraint waitlist_entries_therapist_ids_check CHECK (((cardinality(therapist_ids) >= 1) AND (cardinality(therapist_ids) <= 50))),
  constraint waitlist_entries_urgency_check CHECK ((urgency = ANY (ARRAY['routine'::text, 'soon'::text, 'urgent'::text, 'emergency'::text]))),
  constraint waitlist_entries_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id),
  constraint waitlist_entries_clinic_id_booked_appointment_id_fkey FOREIGN KEY (clinic_id, booked_appointment_id) REFERENCES appointments(clinic_id, id),
  constraint waitlist_entries_clinic_id_client_id_fkey FOREIGN KEY (clinic_id, client_id) REFERENCES clients(clinic_id, id),
  constraint waitlist_entries_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint waitlist_entries_clinic_id_type_id_fkey FOREIGN KEY (clinic_id, type_id) REFERENCES appointment_types(clinic_id, id)
);
CREATE INDEX waitlist_entries_client ON public.waitlist_entries USING btree (clinic_id, client_id);
CREATE INDEX waitlist_entries_latest ON public.waitlist_entries USING btree (clinic_id, updated_at DESC, id);
CREATE INDEX waitlist_entries_waiting ON public.waitlist_entries USING btree (clinic_id, id) WHERE (status = ANY (ARRAY['waiting'::text, 'offered'::text]));
alter table waitlist_entries enable row level security, force row level security;
create policy waitlist_entries_own_clinic on waitlist_entries for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on waitlist_entries to daybook_app;

create table waitlist_offers (
  clinic_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  entry_id uuid not null,
  client_id uuid not null,
  hold_id uuid not null,
  freed_id uuid,
  type_id uuid not null,
  therapist_id uuid not null,
  room_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  status text not null default 'open'::text,
  offered_at timestamp with time zone not null,
  offered_by text not null,
  expires_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by text,
  appointment_id uuid,
  token_hash bytea not null,
  chain_id uuid not null,
  link smallint not null default 1,
  updated_at timestamp with time zone not null default now(),
  withdrawn_for text,
  constraint waitlist_offers_pkey PRIMARY KEY (clinic_id, id),
  constraint waitlist_offers_booked CHECK (((status = 'accepted'::text) = (appointment_id IS NOT NULL))),
  constraint waitlist_offers_decided CHECK (((status = 'open'::text) = (decided_at IS NULL))),
  constraint waitlist_offers_link_check CHECK (((link >= 1) AND (link <= 100))),
  constraint waitlist_offers_order CHECK ((starts_at < ends_at)),
  constraint waitlist_offers_status_check CHECK ((status = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text]))),
  constraint waitlist_offers_withdrawn CHECK (((withdrawn_for IS NULL) OR (status = 'withdrawn'::text))),
  constraint waitlist_offers_withdrawn_for_check CHECK ((withdrawn_for = ANY (ARRAY['taken'::text, 'desk'::text, 'left'::text, 'booked'::text]))),
  constraint waitlist_offers_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id),
  constraint waitlist_offers_clinic_id_client_id_fkey FOREIGN KEY (clinic_id, client_id) REFERENCES clients(clinic_id, id),
  constraint waitlist_offers_clinic_id_entry_id_fkey FOREIGN KEY (clinic_id, entry_id) REFERENCES waitlist_entries(clinic_id, id),
  constraint waitlist_offers_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id),
  constraint waitlist_offers_clinic_id_freed_id_fkey FOREIGN KEY (clinic_id, freed_id) REFERENCES freed_slots(clinic_id, id),
  constraint waitlist_offers_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES rooms(clinic_id, id),
  constraint waitlist_offers_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES therapists(clinic_id, id),
  constraint waitlist_offers_clinic_id_type_id_fkey FOREIGN KEY (clinic_id, type_id) REFERENCES appointment_types(clinic_id, id)
);
CREATE INDEX waitlist_offers_client ON public.waitlist_offers USING btree (clinic_id, client_id, offered_at);
CREATE INDEX waitlist_offers_entry ON public.waitlist_offers USING btree (clinic_id, entry_id, offered_at);
CREATE INDEX waitlist_offers_freed ON public.waitlist_offers USING btree (clinic_id, freed_id);
CREATE INDEX waitlist_offers_offered ON public.waitlist_offers USING btree (clinic_id, offered_at, id);
CREATE UNIQUE INDEX waitlist_offers_one_open ON public.waitlist_offers USING btree (clinic_id, entry_id) WHERE (status = 'open'::text);
CREATE INDEX waitlist_offers_open ON public.waitlist_offers USING btree (clinic_id, expires_at) WHERE (status = 'open'::text);
CREATE INDEX waitlist_offers_token ON public.waitlist_offers USING btree (token_hash);
alter table waitlist_offers enable row level security, force row level security;
create policy waitlist_offers_holder on waitlist_offers for select
  using ((token_hash = decode(NULLIF(current_setting('daybook.link_hash'::text, true), ''::text), 'hex'::text)));
create policy waitlist_offers_own_clinic on waitlist_offers for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on waitlist_offers to daybook_app;

create table waitlist_policies (
  clinic_id uuid not null,
  version integer not null default 1,
  mode text not null,
  together smallint not null,
  longest_minutes smallint not null,
  shortest_minutes smallint not null,
  offers_a_day smallint not null,
  not_within_minutes smallint not null,
  longest_chain smallint not null,
  leave_from time without time zone,
  leave_until time without time zone,
  updated_at timestamp with time zone not null default now(),
  constraint waitlist_policies_pkey PRIMARY KEY (clinic_id),
  constraint waitlist_policies_hours CHECK ((((leave_from IS NULL) = (leave_until IS NULL)) AND (leave_from < leave_until))),
  constraint waitlist_policies_limits CHECK ((shortest_minutes <= longest_minutes)),
  constraint waitlist_policies_longest_chain_check CHECK (((longest_chain >= 1) AND (longest_chain <= 20))),
  constraint waitlist_policies_longest_minutes_check CHECK (((longest_minutes >= 5) AND (longest_minutes <= 1440))),
  constraint waitlist_policies_mode_check CHECK ((mode = ANY (ARRAY['off'::text, 'suggest'::text, 'offer'::text]))),
  constraint waitlist_policies_not_within_minutes_check CHECK (((not_within_minutes >= 0) AND (not_within_minutes <= 2880))),
  constraint waitlist_policies_offers_a_day_check CHECK (((offers_a_day >= 1) AND (offers_a_day <= 20))),
  constraint waitlist_policies_shortest_minutes_check CHECK (((shortest_minutes >= 5) AND (shortest_minutes <= 1440))),
  constraint waitlist_policies_together_check CHECK (((together >= 1) AND (together <= 5))),
  constraint waitlist_policies_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id)
);
alter table waitlist_policies enable row level security, force row level security;
create policy waitlist_policies_own_clinic on waitlist_policies for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant insert, select, update on waitlist_policies to daybook_app;

create table weekly_hours (
  clinic_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  weekday smallint not null,
  start_time time without time zone not null,
  end_time time without time zone not null,
  effective_from date,
  effective_until date,
  location_id uuid,
  telehealth boolean not null default false,
  most_appointments smallint,
  constraint weekly_hours_pkey PRIMARY KEY (clinic_id, id),
  constraint weekly_hours_effective CHECK ((effective_from <= effective_until)),
  constraint weekly_hours_most_appointments_check CHECK (((most_appointments >= 1) AND (most_appointments <= 100))),
  constraint weekly_hours_order CHECK ((start_time < end_time)),
  constraint weekly_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint weekly_hours_clinic_id_location_id_fkey FOREIGN KEY (clinic_id, location_id) REFERENCES locations(clinic_id, id),
  constraint weekly_hours_clinic_id_resource_id_fkey FOREIGN KEY (clinic_id, resource_id) REFERENCES resources(clinic_id, id)
);
CREATE INDEX weekly_hours_resource ON public.weekly_hours USING btree (clinic_id, resource_id);
alter table weekly_hours enable row level security, force row level security;
create policy weekly_hours_own_clinic on weekly_hours for all
  using ((clinic_id = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on weekly_hours to daybook_app;

create table auth.accounts (
  id text not null,
  account_id text not null,
  provider_id text not null,
  user_id text not null,
  password text,
  access_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token text,
  refresh_token_expires_at timestamp with time zone,
  id_token text,
  scope text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_provider_key UNIQUE (provider_id, account_id),
  constraint accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE INDEX accounts_user ON auth.accounts USING btree (user_id);
grant delete, insert, select, update on auth.accounts to daybook_app;

create table auth.clinic_ids (
  clinic_id uuid not null,
  constraint clinic_ids_pkey PRIMARY KEY (clinic_id)
);
grant insert, select on auth.clinic_ids to daybook_app;

create table auth.first_clinic (
  only_row boolean not null default true,
  noted_at timestamp with time zone not null default now(),
  constraint first_clinic_pkey PRIMARY KEY (only_row),
  constraint first_clinic_only_row_check CHECK (only_row)
);
grant insert, select on auth.first_clinic to daybook_app;

create table auth.invitations (
  token_hash bytea not null,
  user_id text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null default (now() + '7 days'::interval),
  constraint invitations_pkey PRIMARY KEY (token_hash),
  constraint invitations_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE INDEX invitations_user ON auth.invitations USING btree (user_id);
grant delete, insert, select, update on auth.invitations to daybook_app;

create table auth.sessions (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_key UNIQUE (token),
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE INDEX sessions_end ON auth.sessions USING btree (expires_at);
CREATE INDEX sessions_user ON auth.sessions USING btree (user_id);
grant delete, insert, select, update on auth.sessions to daybook_app;

create table auth.setup_links (
  token_hash bytea not null,
  created_at timestamp with time zone not null default now(),
  constraint setup_links_pkey PRIMARY KEY (token_hash)
);
grant delete, insert, select on auth.setup_links to daybook_app;

create table auth.sign_in_failures (
  subject bytea not null,
  failures integer not null,
  since timestamp with time zone not null default now(),
  locked_until timestamp with time zone,
  constraint sign_in_failures_pkey PRIMARY KEY (subject)
);
CREATE INDEX sign_in_failures_since ON auth.sign_in_failures USING btree (since);
grant delete, insert, select, update on auth.sign_in_failures to daybook_app;

create table auth.users (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint users_pkey PRIMARY KEY (id),
  constraint users_email_key UNIQUE (email),
  constraint users_email_check CHECK ((email = lower(email)))
);
grant delete, insert, select, update on auth.users to daybook_app;

create table daybook_internal.app_login (
  only_row boolean not null default true,
  role text not null,
  password text not null,
  constraint app_login_pkey PRIMARY KEY (only_row),
  constraint app_login_only_row_check CHECK (only_row)
);

create view auth.live_sessions with (security_invoker=true) as
 SELECT id,
    user_id,
    token,
    expires_at,
    ip_address,
    user_agent,
    created_at,
    updated_at
   FROM auth.sessions
  WHERE ((expires_at > now()) AND (updated_at > (now() - '12:00:00'::interval)));
grant select on auth.live_sessions to daybook_app;

import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import { therapistSlug } from '../../domain/slug.ts'
import type { Trx } from '../connect.ts'
import type { ClientRow } from '../queries/book.ts'
import { insertClinic } from '../queries/clinics.ts'
import type { ClinicPlan } from './clinic-plan.ts'
import { writeHours, writeLocations } from './write-hours.ts'

/** Writes a whole clinic but for its book, in a handful of statements. */
export async function writeClinic(trx: Trx, plan: ClinicPlan, now: Instant): Promise<void> {
  const clinicId = plan.clinic.id
  await insertClinic(trx, plan.clinic, now)
  await writeLocations(trx, clinicId, plan, now)
  await writeResources(trx, clinicId, plan, now)
  await writeHours(trx, clinicId, plan, now)
  await writeTypes(trx, clinicId, plan, now)
  await writeClients(trx, clinicId, plan.clients, now)
  await writeTimeOff(trx, clinicId, plan, now)
}

async function writeResources(trx: Trx, clinicId: string, plan: ClinicPlan, now: Instant): Promise<void> {
  const resources = [...plan.therapists, ...plan.rooms]
  const slugs = new Set<string>()
  const therapists = plan.therapists.map((each) => {
    const slug = therapistSlug(each.name, slugs)
    slugs.add(slug)
    return { ...each, slug }
  })
  await sql`
    insert into resources (clinic_id, id, kind, name, position, created_at, updated_at)
    select ${clinicId}, r.id, r.kind, r.name, r.position, ${new Date(now)}, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(resources)}::jsonb) as r(id uuid, kind text, name text, position int)
  `.execute(trx)
  await sql`
    insert into therapists (clinic_id, id, slug, title, specialties)
    select ${clinicId}, r.id, r.slug, r.title, r.specialties
    from jsonb_to_recordset(${JSON.stringify(therapists)}::jsonb) as r(id uuid, slug text, title text, specialties text[])
  `.execute(trx)
  await sql`
    insert into rooms (clinic_id, id, capacity, location_id) select ${clinicId}, r.id, r.capacity, r."locationId"
    from jsonb_to_recordset(${JSON.stringify(plan.rooms)}::jsonb) as r(id uuid, capacity smallint, "locationId" uuid)
  `.execute(trx)
  await sql`
    insert into therapist_skills (clinic_id, therapist_id, skill) select ${clinicId}, r.id, unnest(r.skills)
    from jsonb_to_recordset(${JSON.stringify(plan.therapists)}::jsonb) as r(id uuid, skills text[])`.execute(trx)
  await sql`
    insert into room_features (clinic_id, room_id, feature) select ${clinicId}, r.id, unnest(r.features)
    from jsonb_to_recordset(${JSON.stringify(plan.rooms)}::jsonb) as r(id uuid, features text[])`.execute(trx)
}

async function writeTypes(trx: Trx, clinicId: string, { offering }: ClinicPlan, now: Instant): Promise<void> {
  await sql`
    insert into appointment_types (clinic_id, id, name, category, minutes, buffer_before_minutes, buffer_after_minutes, hue,
      needs_room, price_cents, cpt_code, position, required_skills, required_features, min_capacity, daily_limit, online,
      lead_minutes, horizon_days, created_at, updated_at)
    select ${clinicId}, y.id, y.name, y.category, y.minutes, y."bufferBeforeMinutes", y."bufferAfterMinutes", y.hue,
      y."needsRoom", y."priceCents", y."cptCode", y.position, y."requiredSkills", y."requiredFeatures", y."minCapacity",
      y."dailyLimit", y.online, y."leadMinutes", y."horizonDays", ${new Date(now)}, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(Object.values(offering))}::jsonb) as y(id uuid, name text, category text,
      minutes smallint, "bufferBeforeMinutes" smallint, "bufferAfterMinutes" smallint, hue smallint, "needsRoom" boolean,
      "priceCents" int, "cptCode" text, position int, "requiredSkills" text[], "requiredFeatures" text[],
      "minCapacity" smallint, "dailyLimit" smallint, online boolean, "leadMinutes" int, "horizonDays" smallint)`.execute(
    trx,
  )
}

async function writeClients(trx: Trx, clinicId: string, clients: readonly ClientRow[], now: Instant): Promise<void> {
  await sql`
    insert into clients (clinic_id, id, name, email, phone, referral_status, first_session_at, created_at, updated_at)
    select ${clinicId}, c.id, c.name, c.email, c.phone, c."referralStatus", to_timestamp(c."firstSessionAt" / 1000.0),
      ${new Date(now)}, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(clients)}::jsonb)
      as c(id uuid, name text, email text, phone text, "referralStatus" text, "firstSessionAt" bigint)`.execute(trx)
}

async function writeTimeOff(trx: Trx, clinicId: string, { timeOff }: ClinicPlan, now: Instant): Promise<void> {
  await sql`
    insert into time_off (clinic_id, id, resource_id, starts_at, ends_at, reason, note, status, requested_by,
      decided_by, decided_at, created_at, updated_at)
    select ${clinicId}, o.id, o."resourceId", to_timestamp(o."startsAt" / 1000.0), to_timestamp(o."endsAt" / 1000.0),
      o.reason, o.note, o.status, o."requestedBy", o."decidedBy", to_timestamp(o."decidedAt" / 1000.0), ${new Date(now)},
      ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(timeOff)}::jsonb) as o(id uuid, "resourceId" uuid, "startsAt" bigint,
      "endsAt" bigint, reason text, note text, status text, "requestedBy" text, "decidedBy" text, "decidedAt" bigint)`.execute(
    trx,
  )
}

/** What the book has come to, for clients who were written before their appointments. */
export async function writeReferrals(trx: Trx, clinicId: string, clients: readonly ClientRow[]): Promise<void> {
  await sql`
    update clients set referral_status = c."referralStatus", first_session_at = to_timestamp(c."firstSessionAt" / 1000.0)
    from jsonb_to_recordset(${JSON.stringify(clients)}::jsonb)
      as c(id uuid, "referralStatus" text, "firstSessionAt" bigint)
    where clients.clinic_id = ${clinicId} and clients.id = c.id`.execute(trx)
}

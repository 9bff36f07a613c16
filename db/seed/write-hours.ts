import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import type { ClinicPlan } from './clinic-plan.ts'

/** Where the clinic works. */
export async function writeLocations(
  trx: Trx,
  clinicId: string,
  { locations }: ClinicPlan,
  now: Instant,
): Promise<void> {
  await sql`
    insert into locations (clinic_id, id, name, address, created_at, updated_at)
    select ${clinicId}, l.id, l.name, l.address, ${new Date(now)}, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(locations)}::jsonb) as l(id uuid, name text, address text)`.execute(trx)
}

/** When its people usually work, the dates that differ, and when all is shut. */
export async function writeHours(trx: Trx, clinicId: string, plan: ClinicPlan, now: Instant): Promise<void> {
  const hours = [...plan.therapists, ...plan.rooms].flatMap((each) =>
    each.weeklyHours.map((block) => ({ ...block, id: uuid(), resourceId: each.id })),
  )
  const at = new Date(now)
  await sql`
    insert into weekly_hours (clinic_id, id, resource_id, weekday, start_time, end_time, location_id, telehealth,
      most_appointments)
    select ${clinicId}, h.id, h."resourceId", h.weekday, h."startTime", h."endTime", h."locationId", h.telehealth,
      h."mostAppointments"
    from jsonb_to_recordset(${JSON.stringify(hours)}::jsonb) as h(id uuid, "resourceId" uuid, weekday smallint,
      "startTime" time, "endTime" time, "locationId" uuid, telehealth boolean, "mostAppointments" smallint)`.execute(
    trx,
  )
  await sql`
    insert into hours_exceptions (clinic_id, id, resource_id, on_date, kind, start_time, end_time, note, created_at,
      updated_at)
    select ${clinicId}, e.id, e."resourceId", e.date, e.kind, e."startTime", e."endTime", e.note, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(plan.exceptions)}::jsonb) as e(id uuid, "resourceId" uuid, date date,
      kind text, "startTime" time, "endTime" time, note text)`.execute(trx)
  await sql`
    insert into closures (clinic_id, id, name, starts_on, ends_on, start_time, end_time, created_at, updated_at)
    select ${clinicId}, z.id, z.name, z."startsOn", z."endsOn", z."startTime", z."endTime", ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(plan.closures)}::jsonb) as z(id uuid, name text, "startsOn" date,
      "endsOn" date, "startTime" time, "endTime" time)`.execute(trx)
}

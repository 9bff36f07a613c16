import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Db, inClinic } from '../../db/connect.ts'
import { slugForTherapist } from '../../db/queries/therapist-slugs.ts'

export interface HoursOfDay {
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number
  readonly start: string
  readonly end: string
}

const OFFICE_HOURS: readonly HoursOfDay[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  start: '09:00',
  end: '17:00',
}))

export async function makeClinic(
  db: Db,
  given: { name?: string; slug?: string; zone?: string; stepMinutes?: number } = {},
) {
  const id = uuid()
  const clinic = {
    id,
    slug: `clinic-${id}`,
    name: 'Harbor Clinic',
    zone: 'America/New_York',
    stepMinutes: 15,
    ...given,
  }
  await inClinic(db, id, async (trx) => {
    await sql`insert into clinics (id, slug, name, zone, step_minutes)
      values (${id}, ${clinic.slug}, ${clinic.name}, ${clinic.zone}, ${clinic.stepMinutes})`.execute(trx)
    await sql`insert into log_heads (clinic_id) values (${id})`.execute(trx)
  })
  return clinic
}

export async function makeTherapist(
  db: Db,
  clinicId: string,
  given: { name?: string; title?: string; hours?: readonly HoursOfDay[] } = {},
) {
  const id = uuid()
  const therapist = { id, name: `Therapist ${id.slice(-6)}`, title: 'LCSW', hours: OFFICE_HOURS, ...given }
  await inClinic(db, clinicId, async (trx) => {
    await sql`insert into resources (clinic_id, id, kind, name)
      values (${clinicId}, ${id}, 'therapist', ${therapist.name})`.execute(trx)
    const slug = await slugForTherapist(trx, clinicId, therapist)
    await sql`insert into therapists (clinic_id, id, slug, title)
      values (${clinicId}, ${id}, ${slug}, ${therapist.title})`.execute(trx)
    for (const { weekday, start, end } of therapist.hours)
      await sql`insert into weekly_hours (clinic_id, id, resource_id, weekday, start_time, end_time)
        values (${clinicId}, ${uuid()}, ${id}, ${weekday}, ${start}, ${end})`.execute(trx)
  })
  return therapist
}

export async function makeRoom(db: Db, clinicId: string, given: { name?: string; capacity?: number } = {}) {
  const id = uuid()
  const room = { id, name: `Room ${id.slice(-6)}`, capacity: 2, ...given }
  await inClinic(db, clinicId, async (trx) => {
    await sql`insert into resources (clinic_id, id, kind, name)
      values (${clinicId}, ${id}, 'room', ${room.name})`.execute(trx)
    await sql`insert into rooms (clinic_id, id, capacity) values (${clinicId}, ${id}, ${room.capacity})`.execute(trx)
  })
  return room
}

export async function makeClient(
  db: Db,
  clinicId: string,
  given: { name?: string; email?: string; phone?: string } = {},
) {
  const client = { id: uuid(), name: 'Maya Alvarez', email: 'maya@example.com', phone: '+12025550123', ...given }
  await inClinic(db, clinicId, (trx) =>
    sql`insert into clients (clinic_id, id, name, email, phone)
      values (${clinicId}, ${client.id}, ${client.name}, ${client.email}, ${client.phone})`.execute(trx),
  )
  return client
}

export async function makeType(
  db: Db,
  clinicId: string,
  given: { name?: string; minutes?: number; bufferBefore?: number; bufferAfter?: number; needsRoom?: boolean } = {},
) {
  const id = uuid()
  const defaults = { name: `Session ${id.slice(-6)}`, minutes: 50, bufferBefore: 0, bufferAfter: 10, needsRoom: true }
  const type = { id, ...defaults, ...given }
  await inClinic(db, clinicId, (trx) =>
    sql`insert into appointment_types
      (clinic_id, id, name, minutes, buffer_before_minutes, buffer_after_minutes, needs_room) values (${clinicId},
      ${id}, ${type.name}, ${type.minutes}, ${type.bufferBefore}, ${type.bufferAfter}, ${type.needsRoom})`.execute(trx),
  )
  return type
}

export async function makeMember(
  db: Db,
  clinicId: string,
  given: { name?: string; role?: 'admin' | 'receptionist' | 'therapist'; userId?: string; therapistId?: string } = {},
) {
  const id = uuid()
  const defaults = { name: 'Rosa Quinn', role: 'receptionist' as const, userId: `user-${id}`, therapistId: null }
  const member = { id, ...defaults, ...given }
  await inClinic(db, clinicId, (trx) =>
    sql`insert into members (clinic_id, id, user_id, name, email, role, therapist_id) values (${clinicId}, ${id},
      ${member.userId}, ${member.name}, ${`${id}@example.com`}, ${member.role}, ${member.therapistId})`.execute(trx),
  )
  return member
}

/** Writes rows as a booking does, but asks no rule: what Postgres itself lets through. */
export async function makeAppointment(
  db: Db,
  clinicId: string,
  given: { clientId: string; therapistId: string; roomId?: string; typeId: string; startsAt: Date; endsAt: Date },
) {
  const id = uuid()
  const { clientId, therapistId, roomId, typeId, startsAt, endsAt } = given
  await inClinic(db, clinicId, async (trx) => {
    await sql`insert into appointments (clinic_id, id, client_id, therapist_id, room_id, type_id, starts_at, ends_at)
      values (${clinicId}, ${id}, ${clientId}, ${therapistId}, ${roomId ?? null}, ${typeId}, ${startsAt}, ${endsAt})
    `.execute(trx)
    for (const resourceId of roomId ? [therapistId, roomId] : [therapistId])
      await sql`insert into occupancies (clinic_id, resource_id, during, kind, appointment_id, type_id, buffer_before_minutes,
          buffer_after_minutes)
        values (${clinicId}, ${resourceId}, tstzrange(${startsAt}, ${endsAt}), 'appointment', ${id}, ${typeId}, 0, 0)
      `.execute(trx)
  })
  return { id, ...given }
}

export async function makeLocation(db: Db, clinicId: string, given: { name?: string } = {}) {
  const id = uuid()
  const location = { id, name: `Location ${id.slice(-6)}`, ...given }
  await inClinic(db, clinicId, (trx) =>
    sql`insert into locations (clinic_id, id, name) values (${clinicId}, ${id}, ${location.name})`.execute(trx),
  )
  return location
}

export async function makeClosure(
  db: Db,
  clinicId: string,
  given: { name?: string; startsOn?: string; endsOn?: string; startTime?: string; endTime?: string } = {},
) {
  const startsOn = given.startsOn ?? '2026-03-16'
  const times = { startTime: '00:00', endTime: '24:00' }
  const closure = { id: uuid(), name: 'Spring break', endsOn: startsOn, ...times, ...given, startsOn }
  await inClinic(db, clinicId, (trx) =>
    sql`insert into closures (clinic_id, id, name, starts_on, ends_on, start_time, end_time) values (${clinicId},
      ${closure.id}, ${closure.name}, ${startsOn}, ${closure.endsOn}, ${closure.startTime}, ${closure.endTime})`.execute(
      trx,
    ),
  )
  return closure
}

export async function makeHoursException(
  db: Db,
  clinicId: string,
  given: { resourceId: string; date?: string; kind?: 'open' | 'closed'; startTime?: string; endTime?: string },
) {
  const usual = { date: '2026-03-17', kind: 'closed' as const, startTime: '00:00', endTime: '24:00' }
  const exception = { id: uuid(), ...usual, ...given }
  await inClinic(db, clinicId, (trx) =>
    sql`insert into hours_exceptions (clinic_id, id, resource_id, on_date, kind, start_time, end_time)
      values (${clinicId}, ${exception.id}, ${exception.resourceId}, ${exception.date}, ${exception.kind},
        ${exception.startTime}, ${exception.endTime})`.execute(trx),
  )
  return exception
}

import { randomUUID } from 'node:crypto'
import type { Db } from '../../db/connect.ts'
import { addDays, instantOf } from '../../domain/zone.ts'
import { makeApiKey } from '../../tests/support/sign-in.ts'
import { makeClient, makeClinic, makeRoom, makeTherapist, makeType } from '../../tests/support/world.ts'
import { execute } from '../database.ts'

export const zone = 'America/New_York'
/** The clocks go forward on the fourteenth. */
const FIRST_DATE = '2027-03-01'
const MINUTE = 60_000
const HALVES = 20

export const therapistCount = 20
export const roomCount = 6
export const dayCount = 30

export interface SlotClinic {
  readonly id: string
  readonly typeId: string
  readonly therapistIds: string[]
  readonly authorization: string
  readonly appointments: number
}

const hours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
  { weekday, start: '08:00', end: '12:00' },
  { weekday, start: '13:00', end: '18:00' },
])

/** So many days from the first on. */
export function windowOf(days: number) {
  return { start: instantOf(FIRST_DATE, '00:00', zone), end: instantOf(addDays(FIRST_DATE, days), '00:00', zone) }
}

/** A clinic in which everybody and every room is taken for two thirds of every day, each at other times. */
export async function makeSlotClinic(db: Db, superuserUrl: string): Promise<SlotClinic> {
  const { id } = await makeClinic(db, { zone })
  const therapistIds: string[] = []
  for (let at = 0; at < therapistCount; at++)
    therapistIds.push((await makeTherapist(db, id, { name: `Therapist ${at + 1}`, hours })).id)
  const roomIds: string[] = []
  for (let at = 0; at < roomCount; at++) roomIds.push((await makeRoom(db, id, { name: `Room ${at + 1}` })).id)
  const type = await makeType(db, id, { minutes: 30, bufferAfter: 0 })
  const client = await makeClient(db, id)
  const key = await makeApiKey(db, id)
  const rows = appointmentsOf(therapistIds, roomIds)
  await execute(
    superuserUrl,
    // Foreign keys are triggers, and these rows point where they should.
    'set session_replication_role = replica',
    `with booked as (
      insert into appointments (clinic_id, id, client_id, therapist_id, room_id, type_id, status, starts_at, ends_at)
      select '${id}', b.id, '${client.id}', b.therapist, b.room, '${type.id}', 'booked', b.start, b.start + interval '30 minutes'
      from jsonb_to_recordset('${JSON.stringify(rows)}') as b (id uuid, therapist uuid, room uuid, start timestamptz)
      returning id, therapist_id, room_id, type_id, starts_at, ends_at, buffer_before_minutes, buffer_after_minutes
    )
    insert into occupancies (clinic_id, resource_id, during, kind, appointment_id, type_id, buffer_before_minutes,
      buffer_after_minutes)
    select '${id}', resource_id, tstzrange(starts_at, ends_at), 'appointment', id, type_id, buffer_before_minutes,
      buffer_after_minutes
    from booked cross join lateral (values (therapist_id), (room_id)) as taken (resource_id) where resource_id is not null`,
  )
  await execute(superuserUrl, 'vacuum analyze')
  return { id, typeId: type.id, therapistIds, authorization: key.authorization, appointments: rows.length }
}

/** In every half hour those therapists who are busy, the first of them in the rooms that are taken. */
function appointmentsOf(therapistIds: readonly string[], roomIds: readonly string[]) {
  return Array.from({ length: dayCount }, (_, day) => day).flatMap((day) =>
    Array.from({ length: HALVES }, (_, half) => half).flatMap((half) => {
      const start = new Date(instantOf(addDays(FIRST_DATE, day), '08:00', zone) + half * 30 * MINUTE)
      const rooms = roomIds.filter((_, at) => isTaken(at + 100, day, half))
      const busy = therapistIds.filter((_, at) => isTaken(at, day, half))
      return busy.map((therapist, at) => ({ id: randomUUID(), therapist, room: rooms[at] ?? null, start }))
    }),
  )
}

function isTaken(column: number, day: number, half: number): boolean {
  return (column * 7 + day * 5 + half * 3 + Math.floor(half / 4)) % 3 !== 0
}

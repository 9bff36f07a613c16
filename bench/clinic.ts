import { sql } from 'kysely'
import { type Db, inClinic } from '../db/connect.ts'
import { makeApiKey } from '../tests/support/sign-in.ts'
import { makeClinic, makeRoom, makeTherapist, makeType } from '../tests/support/world.ts'

export const therapistCount = 24
const roomCount = 24
const clientCount = 600

export interface BenchClinic {
  readonly id: string
  readonly therapistIds: string[]
  readonly roomIds: string[]
  readonly clientIds: string[]
  /** 30 minutes, no buffers. */
  readonly typeId: string
  readonly authorization: string
}

const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '08:00', end: '18:00' }))

/** A clinic with a therapist and a room a column, clients who have been there before, and an API key. */
export async function makeBenchClinic(db: Db): Promise<BenchClinic> {
  const clinic = await makeClinic(db)
  const therapistIds: string[] = []
  for (let at = 0; at < therapistCount; at++)
    therapistIds.push((await makeTherapist(db, clinic.id, { name: `Therapist ${at + 1}`, hours })).id)
  const roomIds: string[] = []
  for (let at = 0; at < roomCount; at++) roomIds.push((await makeRoom(db, clinic.id, { name: `Room ${at + 1}` })).id)
  const type = await makeType(db, clinic.id, { minutes: 30, bufferAfter: 0 })
  const key = await makeApiKey(db, clinic.id)
  const clientIds = await makeClients(db, clinic.id)
  return { id: clinic.id, therapistIds, roomIds, clientIds, typeId: type.id, authorization: key.authorization }
}

async function makeClients(db: Db, clinicId: string): Promise<string[]> {
  const { rows } = await inClinic(db, clinicId, (trx) =>
    sql<{ id: string }>`
      insert into clients (clinic_id, id, name, email, referral_status, first_session_at)
      select ${clinicId}, gen_random_uuid(), 'Client ' || n, 'client' || n || '@example.com', 'active', '2026-01-05 15:00Z'
      from generate_series(1, ${clientCount}::int) n returning id`.execute(trx),
  )
  return rows.map(({ id }) => id)
}

export interface FreeSlot {
  readonly therapistId: string
  readonly roomId: string
  readonly clientId: string
  readonly startsAt: string
}

const dayMs = 24 * 60 * 60_000
const slotsPerDay = 16

/** Bookings that do not get in each other's way, the next one always with another therapist. From 14:00 UTC, inside hours. */
export function freeSlots(clinic: BenchClinic, from: number, count: number): FreeSlot[] {
  const firstDay = Math.ceil(from / dayMs) * dayMs + dayMs
  return Array.from({ length: count }, (_, at) => {
    const column = at % therapistCount
    const slot = Math.floor(at / therapistCount)
    const startsAt =
      firstDay + Math.floor(slot / slotsPerDay) * dayMs + 14 * 3_600_000 + (slot % slotsPerDay) * 1_800_000
    return {
      therapistId: clinic.therapistIds[column]!,
      roomId: clinic.roomIds[column]!,
      clientId: clinic.clientIds[(at * 7) % clientCount]!,
      startsAt: new Date(startsAt).toISOString(),
    }
  })
}

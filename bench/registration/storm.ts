import { sql } from 'kysely'
import { inClinic } from '../../db/connect.ts'
import type { BenchClinic } from '../clinic.ts'
import { withDatabase } from '../database.ts'
import type { GraphQLClient } from '../http.ts'

export const people = 64
export const places = 8
const DAY = 24 * 60 * 60_000
/** In the clinic's zone, by the clocks of the winter. */
const NOON = 17 * 60 * 60_000

const create = `mutation ($input: CreateEventInput!) { createEvent(input: $input) { ... on EventCreated { event { id } }
  ... on EventRefused { problems { message } } } }`
const publish = `mutation ($input: PublishEventInput!) { publishEvent(input: $input) { __typename } }`
const register = `mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) { __typename
  ... on Registered { registration { id } } ... on Waitlisted { position registration { id } } } }`

/** So many workshops of eight places, one a day; answers with their ids. */
export async function makeWorkshops(http: GraphQLClient, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let at = 0; at < count; at++) {
    const startsAt = Math.floor(Date.now() / DAY + at + 2) * DAY + NOON
    const times = { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + 3_600_000).toISOString() }
    const input = { title: `Workshop ${at}`, kind: 'WORKSHOP', capacity: places, ...times }
    const answer = await http.post(create, { input })
    const made = JSON.parse(answer) as { data: { createEvent: { event?: { id: string } } } }
    const id = made.data.createEvent.event?.id
    if (!id) throw new Error(`The workshop was refused: ${answer}`)
    await http.post(publish, { input: { id, expectedVersion: 1 } })
    ids.push(id)
  }
  return ids
}

/** Everybody at once; answers with the milliseconds until the last was answered, and until each was. */
export async function storm(http: GraphQLClient, eventId: string): Promise<{ allMs: number; eachMs: number[] }> {
  const startedAt = performance.now()
  const since = () => performance.now() - startedAt
  const eachMs = await Promise.all(
    Array.from({ length: people }, async (_, at) => {
      const input = { eventId, name: `Person ${at}`, email: `person-${at}@example.com` }
      const answer = await http.post(register, { input })
      if (!answer.includes('"registration"')) throw new Error(`Neither in nor in line: ${answer}`)
      return since()
    }),
  )
  return { allMs: since(), eachMs }
}

/** Whether the first eight have places, all others stand in line after them, and nobody is lost. */
export async function isInOrder(appUrl: string, { id: clinicId }: BenchClinic, eventIds: readonly string[]) {
  const { rows } = await withDatabase(appUrl, (db) =>
    inClinic(db, clinicId, (trx) =>
      sql<{ count: number; right: number }>`
        select count(*) as count, count(*) filter (where (status = 'registered') = (line <= ${places}::int)) as right
        from registrations where event_id = any(${eventIds}::uuid[])
        group by event_id having count(distinct line) = ${people} and max(line) = ${people}`.execute(trx),
    ),
  )
  return rows.length === eventIds.length && rows.every((each) => each.count === people && each.right === people)
}

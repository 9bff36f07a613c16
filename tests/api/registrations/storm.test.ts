import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import {
  askAsStranger,
  publishedEvent,
  REGISTER,
  type RegistrationAnswer,
  type Told,
} from '../../support/registrations.ts'

const PEOPLE = 64
const PLACES = 8

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
  desk = await makeDesk(app, database.db)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

type Answer = Pick<Told<{ registerForEvent: RegistrationAnswer }>, 'data'> & { errors?: readonly unknown[] | undefined }

/** Everybody at once: every fourth through a program of the clinic, the others by themselves. */
async function storm(input: { eventId: string; sessionId?: string }): Promise<RegistrationAnswer[]> {
  const people = Array.from({ length: PEOPLE }, (_, number) => ({
    ...{ ...input, name: `Person ${number}`, email: `person-${number}@${desk.clinic.slug}.example.com` },
  }))
  const answers = await Promise.all(
    people.map(
      (person, number): Promise<Answer> =>
        number % 4 === 0
          ? ask<{ registerForEvent: RegistrationAnswer }>(app, desk.key, REGISTER, { input: person })
          : askAsStranger(app, desk.clinic.slug, REGISTER, { input: person }),
    ),
  )
  expect(answers.flatMap((each) => each.errors ?? [])).toEqual([])
  return answers.map((each) => each.data.registerForEvent)
}

async function rowsOf(eventId: string) {
  const { rows } = await inClinic(database.db, desk.clinic.id, (trx) =>
    sql<{ id: string; status: string; line: number }>`
      select id, status, line from registrations where event_id = ${eventId} order by line`.execute(trx),
  )
  return rows
}

it.each([
  ['a session', {}],
  ['a whole event', { registersFor: 'EVENT', rrule: 'FREQ=WEEKLY;COUNT=4' }],
])('64 people for 8 places of %s: 8 in, 56 waitlisted, in order of arrival, none lost', async (_, change) => {
  const event = await publishedEvent(desk, {
    ...{ capacity: PLACES, facilitatorIds: [], ...change },
  })
  const answers = await storm({ eventId: event.id })
  const rows = await rowsOf(event.id)
  expect(rows.map((each) => each.line)).toEqual(Array.from({ length: PEOPLE }, (_each, index) => index + 1))
  expect(rows.map((each) => each.status)).toEqual([
    ...Array.from({ length: PLACES }, () => 'registered'),
    ...Array.from({ length: PEOPLE - PLACES }, () => 'waitlisted'),
  ])
  expect(answers.map((each) => each.registration.id).sort()).toEqual(rows.map((each) => each.id).sort())
  const lineOf = new Map(rows.map((each) => [each.id, each.line]))
  for (const { __typename, position, registration } of answers) {
    const line = lineOf.get(registration.id)!
    expect(__typename).toBe(line <= PLACES ? 'Registered' : 'Waitlisted')
    expect(position).toBe(line <= PLACES ? undefined : line - PLACES)
  }
  const COUNTED = `query ($id: ID!) { event(id: $id) { waitlisted sessions(first: 5) { nodes { placesTaken placesLeft } } } }`
  const { data } = await ask<{ event: object }>(app, desk.key, COUNTED, { id: event.id })
  const nodes = event.sessions.nodes.map(() => ({ placesTaken: PLACES, placesLeft: 0 }))
  expect(data.event).toEqual({ waitlisted: PEOPLE - PLACES, sessions: { nodes } })
})

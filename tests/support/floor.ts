import { sql } from 'kysely'
import { expect } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from './app.ts'
import type { Chance } from './chance.ts'
import { BOOK, MONDAY, type Result } from './desk.ts'
import { type Desk, Hand } from './hand.ts'
import { saveMutation } from './office.ts'
import type { TestDatabase } from './postgres.ts'
import { type Network, Screen, type Watched } from './screen.ts'
import { makePerson, sessionCookieOf } from './sign-in.ts'
import { makeClient, makeClinic, makeRoom, makeTherapist, makeType } from './world.ts'

const TUESDAY = { from: '2026-03-03T05:00:00Z', to: '2026-03-04T05:00:00Z' }
const WEDNESDAY = { from: '2026-03-04T05:00:00Z', to: '2026-03-05T05:00:00Z' }
const BOTH = { from: TUESDAY.from, to: WEDNESDAY.to }
const QUARTER = 15 * 60_000

/** From nine to a quarter past four in New York, every quarter of an hour of both days. */
const STARTS = ['2026-03-03T14:00:00Z', '2026-03-04T14:00:00Z'].flatMap((opening) =>
  Array.from({ length: 30 }, (_, index) => Date.parse(opening) + index * QUARTER),
)

/** Two programs over one database, of which either may be replaced. */
export async function startPrograms(database: TestDatabase, chance: Chance) {
  const start = () => startApp(database, { now: () => MONDAY })
  const apps: TestApp[] = [await start(), await start()]
  let up = Promise.resolve()
  return {
    apps,
    address: () => chance.pick(apps).url,
    whenUp: () => up,
    /** Until then nobody need try. */
    downUntil(isUp: Promise<void>) {
      up = isUp
    },
    /** Starts another and stops this one, as a new release does. */
    async replace(index: number): Promise<void> {
      const [old] = apps.splice(index, 1, await start())
      await old!.close()
    },
    async killListeners(): Promise<void> {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'daybook listen'`.execute(database.db)
    },
    async close(): Promise<void> {
      await Promise.all(apps.map((app) => app.close()))
    },
  }
}

export type Programs = Awaited<ReturnType<typeof startPrograms>>

/** A clinic of which half a dozen hands change two days, each at a screen of its own, beside some who only look. */
export async function openFloor({ db }: TestDatabase, network: Network, chance: Chance) {
  const clinic = await makeClinic(db)
  const ids = (count: number, make: () => Promise<{ id: string }>) =>
    Promise.all(Array.from({ length: count }, make)).then((made) => made.map((each) => each.id))
  const desk: Desk = {
    proof: await makeApiKey(db, clinic.id),
    clientIds: await ids(12, () => makeClient(db, clinic.id)),
    therapistIds: await ids(4, () => makeTherapist(db, clinic.id)),
    roomIds: await ids(3, () => makeRoom(db, clinic.id)),
    typeId: (await makeType(db, clinic.id, { minutes: 30, bufferAfter: 0, needsRoom: false })).id,
    starts: STARTS,
  }
  await makeSessions(network, desk)
  const lookout = (await makeTherapist(db, clinic.id)).id
  const lastClient = (await makeClient(db, clinic.id)).id
  const some: Watched = { ...BOTH, resourceIds: [desk.therapistIds[0]!, desk.roomIds[0]!, lookout] }
  const views = [TUESDAY, TUESDAY, WEDNESDAY, BOTH, BOTH, some, TUESDAY, { ...TUESDAY, resourceIds: [lookout] }]
  const screens: Screen[] = []
  for (const watched of views) screens.push(await Screen.open({ proof: desk.proof, watched, network, chance }))
  const hands = screens.slice(0, 6).map((screen) => new Hand({ desk, screen, network, chance }))
  return {
    ...{ clinic, desk, lookout, lastClient, screens, hands },
    rename: await makeRenamer(db, network, clinic.id, lookout),
    close() {
      for (const screen of screens) screen.close()
    },
  }
}

export type Floor = Awaited<ReturnType<typeof openFloor>>

/** Five groups a day, each once, of two therapists and of as many as come. */
async function makeSessions(network: Network, { proof, therapistIds, roomIds, starts }: Desk): Promise<void> {
  const query = 'mutation ($input: CreateEventInput!) { createEvent(input: $input) { __typename } }'
  for (const [index, start] of starts.filter((_, each) => each % 6 === 0).entries()) {
    const [first, second] = [therapistIds[index % 4]!, therapistIds[(index + 1) % 4]!]
    const input = {
      ...{ title: `Group ${index}`, kind: 'GROUP_THERAPY', facilitatorIds: [first, second] },
      ...{ roomId: index % 3 === 0 ? null : roomIds[index % 3], capacity: index % 2 === 0 ? null : 2 },
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + 2 * QUARTER).toISOString(),
    }
    const { data } = await ask<{ createEvent: { __typename: string } }>({ url: network.address() }, proof, query, {
      input,
    })
    expect(data.createEvent.__typename).toBe('EventCreated')
  }
}

/** Changes the head of a column, upon which every screen has to read the calendar again. */
async function makeRenamer(db: TestDatabase['db'], network: Network, clinicId: string, id: string) {
  const cookie = await sessionCookieOf(db, await makePerson(db, clinicId, { role: 'admin' }))
  let version = 1
  return async () => {
    const input = { id, expectedVersion: version, name: `Lookout ${version}` }
    const query = saveMutation('updateTherapist', 'Therapist')
    const answer = await ask<{ updateTherapist: { therapist?: { version: number } } }>(
      { url: network.address() },
      cookie,
      query,
      { input },
    )
    version = answer.data.updateTherapist.therapist!.version
  }
}

/** Waits until every screen has heard of the last thing that happened, and compares each with the book. */
export async function expectEveryScreenTrue(floor: Floor, network: Network): Promise<void> {
  for (const screen of floor.screens) screen.calm()
  const last = new Map<Watched, string>()
  for (const day of [TUESDAY, WEDNESDAY]) last.set(day, await bookLast(floor, network, day))
  for (const screen of floor.screens) {
    const awaited = [...last].filter(([day]) => screen.watches(day)).map(([, id]) => id)
    await screen.until((book) => awaited.every((id) => book.cards.has(id)))
    await screen.expectTrue()
  }
}

async function bookLast({ desk, lookout, lastClient }: Floor, network: Network, { from }: Watched): Promise<string> {
  const nine = new Date(Date.parse(from) + 9 * 4 * QUARTER).toISOString()
  const input = { clientId: lastClient, therapistId: lookout, typeId: desk.typeId, startsAt: nine }
  const { data } = await ask<{ bookAppointment: Result }>({ url: network.address() }, desk.proof, BOOK, { input })
  return data.bookAppointment.appointment.id
}

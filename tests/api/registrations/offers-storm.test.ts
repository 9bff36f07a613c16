import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Jobs, openJobs } from '../../../jobs/kit.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { openLine } from '../../support/waiting-line.ts'

const HOUR = 60 * 60_000
const CAPACITY = 6
const PEOPLE = 24
const ROUNDS = 4

let database: TestDatabase
let app: TestApp
let jobs: Jobs
let now = MONDAY + 2 * HOUR
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
  jobs = await openJobs(database.db, database.url)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

it.each([
  ['offered', 'OFFER', {}],
  ['given at once', 'AT_ONCE', {}],
  ['offered in an event as a whole', 'OFFER', { registersFor: 'EVENT', rrule: 'FREQ=WEEKLY;COUNT=2' }],
])(
  'places that are %s while many leave, join, accept and let time run out: never too many, in line, nobody lost',
  async (_, filling, change) => {
    const desk = await makeDesk(app, database.db)
    const line = await openLine(
      { app, database, desk, jobs, now: () => now },
      { capacity: CAPACITY, filling, ...change },
    )
    const names = Array.from({ length: PEOPLE }, (_each, number) => `p${number}`)
    await Promise.all(names.map((name) => line.join(name)))
    const left = new Set<string>()

    const check = async () => {
      const rows = await line.standing()
      const having = rows.filter((each) => each.status === 'registered' || each.status === 'offered')
      expect(having.length).toBe(await line.placesTaken())
      expect(having.length).toBeLessThanOrEqual(CAPACITY)
      // Nobody who waits was passed by but those who were asked and did not answer.
      const waiting = rows.filter((each) => each.status === 'waitlisted' && !each.isPassed).map((each) => each.line)
      const inside = having.map((each) => each.line)
      if (waiting.length > 0) {
        expect(Math.max(...inside)).toBeLessThan(Math.min(...waiting))
        expect(having.length).toBe(CAPACITY)
      }
      expect(rows.map((each) => each.line)).toEqual(rows.map((_each, index) => index + 1))
      expect(rows.map((each) => each.name).sort()).toEqual([...names].sort())
      expect(new Set(rows.filter((each) => each.status === 'cancelled').map((each) => each.name))).toEqual(left)
      return having
    }

    for (let round = 0; round < ROUNDS; round++) {
      const having = await check()
      const offered = having.filter((each) => each.status === 'offered')
      const leaving = having.filter((_each, index) => index % 3 === round % 3).map((each) => each.name)
      const coming = [`late${round}a`, `late${round}b`]
      // Half of the offers are let run out: the clock is where they end.
      if (round % 2 === 1) now = Math.max(now, ...offered.map((each) => each.expires!.getTime()))
      names.push(...coming)
      await Promise.all([
        ...leaving.map(async (name) => {
          if ((await line.leave(name)) === 'RegistrationCancelled') left.add(name)
        }),
        ...coming.map((name) => line.join(name)),
        ...offered.flatMap(({ name }) => [line.accept(name), line.accept(name), line.expire(name)]),
      ])
    }
    await check()
  },
)

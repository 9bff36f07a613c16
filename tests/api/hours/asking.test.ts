import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, openSocket, startApp, subscribe, type TestApp } from '../../support/app.ts'
import { DAY, MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

const SET_EXCEPTION = `mutation ($input: SetHoursExceptionInput!) { setHoursException(input: $input) {
  ... on HoursExceptionSaved { hoursException { id } } } }`

let database: TestDatabase
let app: TestApp
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

it.each([
  ['2026-03-02', '2026-03-01', 'before'],
  ['2026-03-01', '2036-03-09', '3660 dates'],
])('asks for no closures and no other hours from %s to %s', async (from, to, says) => {
  const desk = await makeDesk(app, database.db)
  for (const asked of [
    'closures(from: $from, to: $to) { id }',
    'rooms { hoursExceptions(from: $from, to: $to) { id } }',
  ]) {
    const query = `query ($from: LocalDate!, $to: LocalDate!) { ${asked} }`
    const [error] = (await ask(app, desk.key, query, { from, to })).errors!
    expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(says) })
  }
})

it('reads the dates with other hours of a card that changes anew each time, as long as a screen watches', async () => {
  const desk = await makeDesk(app, database.db)
  const client = openSocket(app, desk.key)
  const { cursor } = await desk.calendar()
  const heard = subscribe<{ calendarChanged: { upserted: { therapist: { hoursExceptions: object[] } } | null } }>(
    client,
    `subscription { calendarChanged(from: "${DAY.from}", to: "${DAY.to}", after: "${cursor}") { upserted {
      ... on Appointment { therapist { ... on Therapist { hoursExceptions(from: "2026-03-01", to: "2026-03-31") { on } } } } } } }`,
    {},
  )
  const next = async () => (await heard.next()).value?.calendarChanged.upserted?.therapist.hoursExceptions
  await desk.book()
  expect(await next()).toEqual([])
  const admin = await sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, { role: 'admin' }))
  await ask(app, admin, SET_EXCEPTION, { input: { resourceId: desk.chen.id, on: '2026-03-09', kind: 'CLOSED' } })
  await next()
  await desk.book({ startsAt: '2026-03-03T17:00:00Z', clientId: desk.leo.id })
  expect(await next()).toEqual([{ on: '2026-03-09' }])
  await client.dispose()
})

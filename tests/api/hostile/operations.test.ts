import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { BOOK, MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { broken, costly } from './costly.ts'
import { codesOf, transports } from './transports.ts'

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

describe.each(transports)('over %s', (_, send) => {
  test.each(costly)('an operation $what is refused before it runs', async ({ what: _what, says, ...asked }) => {
    const started = performance.now()
    const told = await send(app, desk.key, asked)
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(told.data ?? null).toBeNull()
    expect(['TOO_COSTLY', 'BAD_USER_INPUT']).toContain(codesOf(told)[0])
    expect(told.errors?.[0]?.message).toMatch(says)
  })

  test.each(broken)('an operation $what is refused', async ({ what: _what, says, ...asked }) => {
    const told = await send(app, desk.key, asked)
    expect(told.data ?? null).toBeNull()
    expect(codesOf(told)).toEqual(['BAD_USER_INPUT'])
    expect(told.errors?.[0]?.message).toMatch(says)
  })

  test('what is asked within the limits is answered', async () => {
    const aliases = Array.from({ length: 15 }, (_, i) => `a${i}: __typename`).join(' ')
    expect(await send(app, desk.key, { query: `{ ${aliases} }` })).toMatchObject({ data: { a0: 'Query' } })
  })

  test('a mutation that is too wide writes nothing', async () => {
    const before = await clinicState(database, desk.clinic.id)
    const query = `mutation ($input: BookAppointmentInput!) { ${Array.from(
      { length: 16 },
      (_, i) => `b${i}: bookAppointment(input: $input) { __typename }`,
    ).join(' ')} }`
    expect(codesOf(await send(app, desk.key, { query, variables: { input: desk.usual } }))).toEqual(['TOO_COSTLY'])
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  test('a message that quotes what was given quotes little of it', async () => {
    const asked = { query: BOOK, variables: { input: { ...desk.usual, startsAt: 'x'.repeat(200_000) } } }
    const { errors } = await send(app, desk.key, asked)
    expect(errors?.[0]?.message.length).toBeLessThan(600)
  })

  test('no error carries more than its place and its code', async () => {
    const { errors } = await send(app, desk.key, { query: '{ clients(first: 0) { nodes { id } } }' })
    expect(Object.keys(errors?.[0]?.extensions ?? {})).toEqual(['code'])
    expect(
      Object.keys(errors?.[0] ?? {}).filter((key) => !['message', 'path', 'locations', 'extensions'].includes(key)),
    ).toEqual([])
  })

  test('the whole schema is shown to a program with a key', async () => {
    const { data } = await send(app, desk.key, { query: getIntrospectionQuery() })
    expect(data).toMatchObject({ __schema: { queryType: { name: 'Query' } } })
  })
})

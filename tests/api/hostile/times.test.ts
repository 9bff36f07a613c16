import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { BOOK, CALENDAR, CANCEL, CHANGED, MONDAY, MOVE, makeDesk, SET_STATUS, SWAP } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
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

const noInstants: readonly unknown[] = [
  ...[
    '',
    ' ',
    'tomorrow',
    '2026-03-03',
    '15:00:00Z',
    '2026-03-03T15:00:00',
    '2026-03-03 15:00:00Z',
    '2026-03-03T15:00Z',
  ],
  ...[
    '2026-02-30T15:00:00Z',
    '2025-02-29T15:00:00Z',
    '2026-13-01T15:00:00Z',
    '2026-00-10T15:00:00Z',
    '2026-03-00T15:00:00Z',
  ],
  ...[
    '2026-03-03T24:00:00Z',
    '2026-03-03T15:60:00Z',
    '2026-03-03T15:00:60Z',
    '2026-06-30T23:59:60Z',
    '2026-03-03T15:00:00.Z',
  ],
  ...['2026-03-03T15:00:00+24:00', '2026-03-03T15:00:00+05', '2026-03-03T15:00:00|05:00', '2026-03-03T15:00:00 EST'],
  ...[
    '2026-03-03T15:00:00[America/New_York]',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
  ],
  ...[
    '+275760-09-13T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '+275761-01-01T00:00:00Z',
    '20260303T150000Z',
    '2026-W10-2T15:00:00Z',
  ],
  ...['２０２６-03-03T15:00:00Z', '2026-03-03T15:00:00Z\0', ' 2026-03-03T15:00:00Z', '2026-03-03T15:00:00Z\n'],
  ...[1_772_550_000_000, 0, -1, 1.5, true, [], {}, ['2026-03-03T15:00:00Z', '2026-03-03T16:00:00Z']],
]

test.each(noInstants.map((value) => [JSON.stringify(value), value]))(
  '%s is no instant to book',
  async (_, startsAt) => {
    const before = await clinicState(database, desk.clinic.id)
    const { errors } = await ask(app, desk.key, BOOK, { input: { ...desk.usual, startsAt } })
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', path: ['input', 'startsAt'] })
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  },
)

test('an instant that is written into the query is looked at like one beside it', async () => {
  const query = '{ calendar(from: "2026-02-30T00:00:00Z", to: "2026-03-04T00:00:00Z") { zone } }'
  expect((await ask(app, desk.key, query)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

/** The same instant in other words: 15:00 in UTC on Tuesday 3 March 2026. */
const sameInstant = [
  '2026-03-03T15:00:00.000000000Z',
  '2026-03-03T10:00:00-05:00',
  '2026-03-04T14:59:00+23:59',
  '2026-03-02T15:01:00-23:59',
  '2026-03-03T15:00:00-00:00',
  '2026-03-03t15:00:00z',
]

test.each(sameInstant)('%s is an instant that may be booked', async (startsAt) => {
  const { appointment } = await desk.book({ startsAt, validateOnly: true })
  expect(appointment.startsAt).toBe('2026-03-03T15:00:00.000Z')
})

test('an hour that clocks skip is an instant all the same: it is half past three there', async () => {
  // On Sunday 8 March 2026 clocks in New York go from 02:00 to 03:00; 02:30 at its winter offset is 03:30.
  const refused = await desk.book({ startsAt: '2026-03-08T02:30:00-05:00' })
  expect(refused.problems[0]).toMatchObject({ code: 'OUTSIDE_HOURS', message: expect.stringContaining('3:30 AM') })
})

describe('an interval that no appointment can have is refused as one', () => {
  test.each([
    ['of no length', { endsAt: '2026-03-03T15:00:00Z' }],
    ['that ends before it starts', { endsAt: '2026-03-03T14:00:00Z' }],
    ['of a minute', { endsAt: '2026-03-03T15:01:00Z' }],
    ['of thirteen hours', { endsAt: '2026-03-04T04:00:00Z' }],
    ['of ten years', { endsAt: '2036-03-03T15:00:00Z' }],
    ['of ten thousand years', { startsAt: '0001-01-01T00:00:00Z', endsAt: '9999-12-31T23:59:59Z' }],
    ['in the year 1', { startsAt: '0001-01-01T00:00:00Z' }],
    ['in the year 9999', { startsAt: '9999-12-31T23:45:00Z' }],
    ['off the step', { startsAt: '2026-03-03T15:01:00Z' }],
    ['off the step by a millisecond', { startsAt: '2026-03-03T15:00:00.001Z' }],
    ['that ends within a minute', { endsAt: '2026-03-03T15:50:30Z' }],
  ])('%s', async (_, change) => {
    const before = await clinicState(database, desk.clinic.id)
    const refused = await desk.book(change)
    expect(refused.problems.map((each) => each.code)).toEqual(['INVALID_INTERVAL'])
    expect(refused.problems[0]?.path?.[0]).toBe('input')
    expect(refused.alternatives).toEqual([])
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  test('also when it is moved there', async () => {
    const { appointment } = await desk.book({ clientId: desk.leo.id, therapistId: desk.okafor.id })
    for (const change of [
      { endsAt: '2036-01-01T00:00:00Z' },
      { startsAt: '9999-12-31T23:45:00Z' },
      { endsAt: appointment.startsAt },
    ]) {
      const refused = await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, ...change })
      expect(refused.problems[0]?.code).toBe('INVALID_INTERVAL')
    }
  })
})

describe('a version', () => {
  test.each([-1, 0, 2_147_483_647, -2_147_483_648])('of %i is an old one', async (expectedVersion) => {
    const { appointment } = await desk.book({ startsAt: '2026-03-05T15:00:00Z', clientMutationId: 'versions' })
    const before = await clinicState(database, desk.clinic.id)
    const { id } = appointment
    const refusals = [
      await desk.send(MOVE, { id, expectedVersion, startsAt: '2026-03-05T16:00:00Z' }),
      await desk.send(CANCEL, { id, expectedVersion, reason: 'OTHER' }),
      await desk.send(SET_STATUS, { id, expectedVersion, status: 'ARRIVED' }),
    ]
    expect(refusals.map((each) => each.problems?.[0]?.code)).toEqual(Array(3).fill('STALE_VERSION'))
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  test.each([2_147_483_648, -2_147_483_649, 1e21, 1.5, '1', null, true, [[1, 2]]])(
    '%j is none',
    async (expectedVersion) => {
      const before = await clinicState(database, desk.clinic.id)
      const inputs = { id: desk.chen.id, expectedVersion, reason: 'OTHER' }
      const { errors } = await ask(app, desk.key, CANCEL, { input: inputs })
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['input', 'expectedVersion'] })
      expect(await clinicState(database, desk.clinic.id)).toBe(before)
    },
  )
})

test('an appointment does not change places with itself', async () => {
  const { appointment } = await desk.book({ startsAt: '2026-03-05T15:00:00Z', clientMutationId: 'versions' })
  const { id } = appointment
  const input = { firstId: id, firstExpectedVersion: 1, secondId: id, secondExpectedVersion: 1 }
  const before = await clinicState(database, desk.clinic.id)
  const { errors } = await ask(app, desk.key, SWAP, { input })
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  expect(await clinicState(database, desk.clinic.id)).toBe(before)
})

const window = { from: '2026-03-03T05:00:00Z', to: '2026-03-04T05:00:00Z' }
const windows: readonly (readonly [string, object])[] = [
  ['of no length', { to: window.from }],
  ['that ends before it starts', { to: '2026-03-01T00:00:00Z' }],
  ['of 62 days and a second', { to: '2026-05-04T05:00:01Z' }],
  ['of all time', { from: '0001-01-01T00:00:00Z', to: '9999-12-31T23:59:59Z' }],
  ['of 10,000 resources', { resourceIds: Array(10_000).fill('x') }],
  ['of an instant that is none', { from: '2026-02-30T00:00:00Z' }],
]

describe.each(transports)('over %s, a part of the calendar', (name, send) => {
  test.each(windows)('%s is refused', async (_, change) => {
    const query = name === 'HTTP' ? CALENDAR : CHANGED
    expect(codesOf(await send(app, desk.key, { query, variables: { ...window, ...change } }))).toEqual([
      'BAD_USER_INPUT',
    ])
    expect(codesOf(await send(app, desk.key, { query: CALENDAR, variables: { ...window, ...change } }))).toEqual([
      'BAD_USER_INPUT',
    ])
  })

  test.each<[string, object]>([
    ['of 62 days', { to: '2026-05-04T05:00:00Z' }],
    ['at the beginning of time', { from: '0001-01-01T00:00:00Z', to: '0001-01-02T00:00:00Z' }],
    ['at the end of time', { from: '9999-12-30T00:00:00Z', to: '9999-12-31T23:59:59Z' }],
    ['of nobody', { resourceIds: [] }],
    ['of resources that cannot be', { resourceIds: ['', 'x', "' or 1=1 --", '\0'] }],
  ])('%s is answered', async (_, change) => {
    expect(await send(app, desk.key, { query: CALENDAR, variables: { ...window, ...change } })).toMatchObject({
      data: { calendar: { zone: 'America/New_York' } },
    })
  })
})

describe('a question', () => {
  const clients =
    'query ($first: Int!, $after: String, $search: String) { clients(first: $first, after: $after, search: $search) { nodes { name } } }'
  const changes = 'query ($first: Int!, $after: String!) { changes(first: $first, after: $after) { snapshotRequired } }'
  test.each([
    ['for no clients', clients, { first: 0 }],
    ['for fewer than no clients', clients, { first: -1 }],
    ['for 101 clients', clients, { first: 101 }],
    ['after a cursor that is none', clients, { first: 1, after: '\0' }],
    ['after a cursor of another list', clients, { first: 1, after: Buffer.from('[1,2]').toString('base64url') }],
    [
      'after a cursor with a NUL in it',
      clients,
      { first: 1, after: Buffer.from('["a\\u0000","0199aaaa-0000-7000-8000-000000000000"]').toString('base64url') },
    ],
    [
      'after a cursor nested without end',
      clients,
      { first: 1, after: Buffer.from('['.repeat(50_000)).toString('base64url') },
    ],
    ['with half a character', clients, { first: 1, search: '\ud800' }],
    ['with a NUL', clients, { first: 1, search: 'a\0' }],
    ['of a megabyte', clients, { first: 1, search: 'x'.repeat(900_000) }],
    ['for 101 changes', changes, { first: 101, after: '0' }],
    ['for changes after nothing', changes, { first: 1, after: '' }],
    ['for changes after less than nothing', changes, { first: 1, after: '-1' }],
    ['for changes after a number beyond all', changes, { first: 1, after: '99999999999999999999' }],
    ['for changes after a number in another script', changes, { first: 1, after: '١' }],
  ])('%s is refused', async (_, query, variables) => {
    const { errors } = await ask(app, desk.key, query, variables)
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  test('for changes that are still to come is answered with the need to read anew', async () => {
    const { data } = await ask(app, desk.key, changes, { first: 1, after: '999999999999999' })
    expect(data).toEqual({ changes: { snapshotRequired: true } })
  })

  test.each(['', 'x', '\0', '\ud800', "' or 1=1 --", 'x'.repeat(900_000), 42])(
    'for one thing with an id that cannot be, %$, finds none',
    async (id) => {
      const query = '($id: ID!) { appointment(id: $id) { id } client(id: $id) { id } }'
      expect((await ask(app, desk.key, `query ${query}`, { id })).data).toEqual({ appointment: null, client: null })
    },
  )
})

import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { DAY, MONDAY, makeDesk, watchDay } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'
import { makeLocation } from '../../support/world.ts'

const PROBLEMS = '... on RecordRefused { problems { code message path } }'
const HOURS = `weeklyHours { weekday startTime endTime effectiveFrom effectiveUntil telehealth mostAppointments location { id name } }`
const SET_HOURS = `mutation ($input: SetWeeklyHoursInput!) { setWeeklyHours(input: $input) { __typename
  ... on WeeklyHoursSet { resource { id version ${HOURS} } outside { id startsAt } } ${PROBLEMS} } }`
const EXCEPTION = 'hoursException { id on kind startTime endTime note version }'
const SET_EXCEPTION = `mutation ($input: SetHoursExceptionInput!) { setHoursException(input: $input) { __typename
  ... on HoursExceptionSaved { ${EXCEPTION} } ${PROBLEMS} } }`
const REMOVE_EXCEPTION = `mutation ($input: RemoveInput!) { removeHoursException(input: $input) { __typename
  ... on HoursExceptionRemoved { ${EXCEPTION} } ${PROBLEMS} } }`
const CLOSURE = 'closure { id name startsOn endsOn startTime endTime version }'
const CREATE_CLOSURE = `mutation ($input: CreateClosureInput!) { createClosure(input: $input) { __typename
  ... on ClosureSaved { ${CLOSURE} } ${PROBLEMS} } }`
const UPDATE_CLOSURE = `mutation ($input: UpdateClosureInput!) { updateClosure(input: $input) { __typename
  ... on ClosureSaved { ${CLOSURE} } ${PROBLEMS} } }`
const REMOVE_CLOSURE = `mutation ($input: RemoveInput!) { removeClosure(input: $input) { __typename
  ... on ClosureRemoved { ${CLOSURE} } ${PROBLEMS} } }`

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
let admin: string

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
})
beforeEach(async () => {
  desk = await makeDesk(app, database.db)
  admin = await sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, { role: 'admin' }))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

interface Saved {
  readonly __typename: string
  readonly resource: { version: number; weeklyHours: object[] }
  readonly outside: { id: string }[]
  readonly hoursException: { id: string; version: number }
  readonly closure: { id: string; version: number }
  readonly problems: { code: string; message: string; path: string[] }[]
}

async function save(query: string, input: object, proof = admin): Promise<Saved> {
  const { data, errors } = await ask<Record<string, Saved>>(app, proof, query, { input })
  if (errors) throw new Error(errors[0]?.message, { cause: errors })
  return Object.values(data)[0]!
}

async function openOf(resourceId: string, window = DAY): Promise<string[]> {
  const query = `query ($from: DateTime!, $to: DateTime!) { calendar(from: $from, to: $to) {
    openHours { resourceId startsAt endsAt } } }`
  const { data } = await ask<{ calendar: { openHours: { resourceId: string; startsAt: string; endsAt: string }[] } }>(
    app,
    admin,
    query,
    window,
  )
  return data.calendar.openHours
    .filter((each) => each.resourceId === resourceId)
    .map((each) => `${each.startsAt.slice(11, 16)} – ${each.endsAt.slice(11, 16)}`)
}

/** Tuesday 3 March 2026; in New York, five hours behind UTC. */
const tuesdays = { weekday: 2, startTime: '09:00', endTime: '12:00' }

describe('weekly hours', () => {
  test('are set with all there is to say of a block, and change what is open', async () => {
    const location = await makeLocation(database.db, desk.clinic.id, { name: 'Uptown' })
    const block = {
      ...{ ...tuesdays, effectiveFrom: '2026-01-05', effectiveUntil: '2026-12-31' },
      ...{ telehealth: true, mostAppointments: 3 },
    }
    const given = { resourceId: desk.chen.id, expectedVersion: 1, hours: [{ ...block, locationId: location.id }] }
    const { resource } = await save(SET_HOURS, given)
    const times = { startTime: '09:00', endTime: '12:00' }
    expect(resource).toMatchObject({
      version: 2,
      weeklyHours: [{ ...block, ...times, location: { id: location.id, name: 'Uptown' } }],
    })
    expect(await openOf(desk.chen.id)).toEqual(['14:00 – 17:00'])
    const nextYear = { from: '2027-03-02T05:00:00Z', to: '2027-03-03T05:00:00Z' }
    expect(await openOf(desk.chen.id, nextYear)).toEqual([])
  })

  test('tell which appointments ahead would stand outside, and write nothing in a rehearsal', async () => {
    const { appointment: afternoon } = await desk.book({ startsAt: '2026-03-03T19:00:00Z' })
    await desk.book({ clientId: desk.leo.id, startsAt: '2026-03-03T15:00:00Z' })
    const before = await clinicState(database, desk.clinic.id)
    const input = { resourceId: desk.chen.id, expectedVersion: 1, hours: [tuesdays] }
    const rehearsed = await save(SET_HOURS, { ...input, validateOnly: true })
    expect(rehearsed.outside).toEqual([{ id: afternoon.id, startsAt: '2026-03-03T19:00:00.000Z' }])
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
    expect((await save(SET_HOURS, input)).outside.map((each) => each.id)).toEqual([afternoon.id])
    const shorter = { ...tuesdays, endTime: '11:00' }
    const again = { ...input, expectedVersion: 2, hours: [shorter], validateOnly: true }
    expect((await save(SET_HOURS, again)).outside).toEqual([])
  })

  test('may differ from season to season, and not overlap on one date', async () => {
    const spring = { ...tuesdays, effectiveUntil: '2026-06-30' }
    const summer = { ...tuesdays, startTime: '08:00', effectiveFrom: '2026-07-01' }
    const input = { resourceId: desk.chen.id, expectedVersion: 1 }
    const overlapping = { ...summer, effectiveFrom: '2026-06-30' }
    const refused = await save(SET_HOURS, { ...input, hours: [spring, overlapping] })
    expect(refused.problems).toEqual([
      { code: 'INVALID', message: 'Hours must not overlap.', path: ['input', 'hours'] },
    ])
    expect((await save(SET_HOURS, { ...input, hours: [spring, summer] })).__typename).toBe('WeeklyHoursSet')
  })

  test.each([
    ['from a version that is no longer', { expectedVersion: 7 }, 'STALE_VERSION'],
    [
      'that end before they begin to be kept',
      { hours: [{ ...tuesdays, effectiveFrom: '2026-05-01', effectiveUntil: '2026-04-01' }] },
      'INVALID',
    ],
    ['for no appointments at all', { hours: [{ ...tuesdays, mostAppointments: 0 }] }, 'INVALID'],
  ])('%s are refused', async (_, change, code) => {
    const before = await clinicState(database, desk.clinic.id)
    const input = { resourceId: desk.chen.id, expectedVersion: 1, hours: [tuesdays], ...change }
    expect((await save(SET_HOURS, input)).problems[0]?.code).toBe(code)
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  test('at a location that there is not, or is archived, are refused', async () => {
    const location = await makeLocation(database.db, desk.clinic.id)
    const archive = 'mutation ($input: ArchiveInput!) { archiveLocation(input: $input) { __typename } }'
    await save(archive, { id: location.id, expectedVersion: 1 })
    for (const locationId of [location.id, uuid(), 'nonsense']) {
      const input = { resourceId: desk.chen.id, expectedVersion: 1, hours: [{ ...tuesdays, locationId }] }
      const { errors } = await ask(app, admin, SET_HOURS, { input })
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'weeklyHours'] })
    }
  })
})

describe('a date with other hours', () => {
  test('is set, replaced and removed, and an open calendar is told to look again', async () => {
    const { cursor: after } = await desk.calendar()
    const screen = watchDay(app, desk.key, { ...DAY, after })
    const { hoursException: made } = await save(SET_EXCEPTION, {
      ...{ resourceId: desk.chen.id, on: '2026-03-03', kind: 'CLOSED', startTime: '12:00', endTime: '13:00' },
      note: 'Dentist',
    })
    expect(made).toMatchObject({ on: '2026-03-03', kind: 'CLOSED', note: 'Dentist', version: 1 })
    expect((await screen.next()).snapshotRequired).toBe(true)
    await screen.close()
    expect(await openOf(desk.chen.id)).toEqual(['14:00 – 17:00', '18:00 – 22:00'])

    const { hoursException: changed } = await save(SET_EXCEPTION, {
      ...{ id: made.id, expectedVersion: 1, resourceId: desk.chen.id, on: '2026-03-03', kind: 'CLOSED' },
    })
    expect(changed).toMatchObject({ id: made.id, version: 2, startTime: '00:00', endTime: '00:00' })
    expect(await openOf(desk.chen.id)).toEqual([])
    const refused = await desk.book()
    expect(refused.problems.map((each) => each.code)).toEqual(['OUTSIDE_HOURS'])

    const stale = await save(REMOVE_EXCEPTION, { id: made.id, expectedVersion: 1 })
    expect(stale.problems[0]?.code).toBe('STALE_VERSION')
    await save(REMOVE_EXCEPTION, { id: made.id, expectedVersion: 2 })
    expect(await openOf(desk.chen.id)).toEqual(['14:00 – 22:00'])
    expect((await desk.book()).__typename).toBe('AppointmentBooked')
  })

  test('opens a day that is usually closed, and is read with its resource', async () => {
    const sunday = { from: '2026-03-08T05:00:00Z', to: '2026-03-09T04:00:00Z' }
    const times = { startTime: '09:00', endTime: '12:00' }
    await save(SET_EXCEPTION, { resourceId: desk.chen.id, on: '2026-03-08', kind: 'OPEN', ...times })
    // the clocks went forward that night: nine o’clock is one in UTC
    expect(await openOf(desk.chen.id, sunday)).toEqual(['13:00 – 16:00'])
    expect((await desk.book({ startsAt: '2026-03-08T13:00:00Z' })).__typename).toBe('AppointmentBooked')
    const query = `{ resources { id hoursExceptions(from: "2026-03-01", to: "2026-03-31") { on kind } }
      none: therapists { hoursExceptions(from: "2026-03-09", to: "2026-03-31") { on } } }`
    const { data } = await ask<{ resources: { id: string; hoursExceptions: object[] }[]; none: object[] }>(
      app,
      admin,
      query,
    )
    const told = new Map(data.resources.map((each) => [each.id, each.hoursExceptions]))
    expect(told.get(desk.chen.id)).toEqual([{ on: '2026-03-08', kind: 'OPEN' }])
    expect(told.get(desk.okafor.id)).toEqual([])
    expect(data.none).toEqual([{ hoursExceptions: [] }, { hoursExceptions: [] }])
  })

  test('closes a room that keeps no hours of its own', async () => {
    await save(SET_EXCEPTION, { resourceId: desk.oak.id, on: '2026-03-03', kind: 'CLOSED', endTime: '12:00' })
    expect(await openOf(desk.oak.id)).toEqual(['17:00 – 05:00'])
    const refused = await desk.book({ roomId: desk.oak.id })
    expect(refused.problems).toMatchObject([{ code: 'OUTSIDE_HOURS', path: ['input', 'roomId'] }])
  })
})

describe('a closure', () => {
  test('refuses what is booked then, keeps what was, and is told by the calendar', async () => {
    await desk.book()
    const { cursor: after } = await desk.calendar()
    const screen = watchDay(app, desk.key, { ...DAY, after })
    const { closure } = await save(CREATE_CLOSURE, { name: 'Town Meeting Day', startsOn: '2026-03-03' })
    expect(closure).toMatchObject({ endsOn: '2026-03-03', startTime: '00:00', endTime: '00:00' })
    expect((await screen.next()).snapshotRequired).toBe(true)
    await screen.close()
    const query = `{ calendar(from: "${DAY.from}", to: "${DAY.to}") { appointments { id } openHours { resourceId }
      closures { name startsAt endsAt } } closures(from: "2026-03-01", to: "2026-03-31") { id } }`
    const { data } = await ask<{ calendar: object; closures: object[] }>(app, desk.key, query)
    expect(data.calendar).toMatchObject({
      appointments: [{ id: expect.any(String) }],
      openHours: [],
      closures: [
        { name: 'Town Meeting Day', startsAt: '2026-03-03T05:00:00.000Z', endsAt: '2026-03-04T05:00:00.000Z' },
      ],
    })
    expect(data.closures).toEqual([{ id: closure.id }])

    const before = await clinicState(database, desk.clinic.id)
    const refused = await desk.book({ clientId: desk.leo.id, therapistId: desk.okafor.id })
    expect(refused.problems).toMatchObject([
      { code: 'CLINIC_CLOSED', message: 'The clinic is closed (Town Meeting Day) Tue, Mar 3.' },
    ])
    expect(await clinicState(database, desk.clinic.id)).toBe(before)

    const { closure: moved } = await save(UPDATE_CLOSURE, { id: closure.id, expectedVersion: 1, startTime: '13:00' })
    expect(moved.version).toBe(2)
    await desk.book({ clientId: desk.leo.id, therapistId: desk.okafor.id })
    await save(REMOVE_CLOSURE, { id: closure.id, expectedVersion: 2 })
    expect((await desk.book({ startsAt: '2026-03-03T19:00:00Z' })).__typename).toBe('AppointmentBooked')
  })

  test.each([
    ['that ends before it starts', { endsOn: '2026-03-02' }, 'endsOn'],
    ['of no time', { startTime: '13:00', endTime: '13:00' }, 'endTime'],
    ['without a name', { name: ' ' }, 'name'],
  ])('%s is refused', async (_, change, field) => {
    const refused = await save(CREATE_CLOSURE, { name: 'Break', startsOn: '2026-03-03', ...change })
    expect(refused.problems).toMatchObject([{ code: 'INVALID', path: ['input', field] }])
  })

  test('of the same request is made once', async () => {
    const input = { name: 'Break', startsOn: '2026-03-03', clientMutationId: uuid() }
    const first = await save(CREATE_CLOSURE, input)
    expect((await save(CREATE_CLOSURE, input)).closure.id).toBe(first.closure.id)
  })
})

test('both logs keep what was done to hours, dates and closures, with what was before and after', async () => {
  const resourceId = desk.chen.id
  await save(SET_HOURS, { resourceId, expectedVersion: 1, hours: [tuesdays] })
  const { hoursException } = await save(SET_EXCEPTION, { resourceId, on: '2026-03-03', kind: 'CLOSED' })
  await save(REMOVE_EXCEPTION, { id: hoursException.id, expectedVersion: 1 })
  const { closure } = await save(CREATE_CLOSURE, { name: 'Break', startsOn: '2026-03-10' })
  await save(UPDATE_CLOSURE, { id: closure.id, expectedVersion: 1, name: 'Spring break' })
  await save(REMOVE_CLOSURE, { id: closure.id, expectedVersion: 2 })
  const query = `{ changes(after: "0", first: 20) { nodes { action itemKind itemVersion } }
    auditEntries(first: 20) { nodes { action before after } } }`
  const { data } = await ask<{
    changes: { nodes: { action: string; itemKind: string; itemVersion: number }[] }
    auditEntries: { nodes: { action: string; before: string | null; after: string | null }[] }
  }>(app, admin, query)
  expect(data.changes.nodes.map((each) => [each.action, each.itemKind, each.itemVersion])).toEqual([
    ['update therapist', 'therapist', 2],
    ['set hours exception', 'hours_exception', 1],
    ['remove hours exception', 'hours_exception', 2],
    ['create closure', 'closure', 1],
    ['update closure', 'closure', 2],
    ['remove closure', 'closure', 3],
  ])
  const audited = data.auditEntries.nodes.toReversed().map(({ before, after }) => [before !== null, after !== null])
  expect(audited).toEqual([
    [true, true],
    [false, true],
    [true, false],
    [false, true],
    [true, true],
    [true, false],
  ])
})

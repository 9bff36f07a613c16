import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { BOOK, MONDAY, MOVE } from '../../support/desk.ts'
import { makeOffice, type Office } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeClient, makeLocation, makeRoom, makeTherapist, makeType } from '../../support/world.ts'

interface Booked {
  readonly __typename: string
  readonly appointment: { id: string; version: number; overriddenRules: string[] }
  readonly problems: { code: string; message: string; path: string[] }[]
}

let database: TestDatabase
let app: TestApp
let office: Office

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
})
beforeEach(async () => {
  office = await makeOffice(app, database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function send(query: string, input: object, proof: string): Promise<Booked> {
  const { data, errors } = await ask<Record<string, Booked>>(app, proof, query, { input })
  if (errors) throw new Error(errors[0]?.message, { cause: errors })
  return Object.values(data)[0]!
}

/** A clinic with a therapist, a room, two clients and a type; Tuesday 3 March 2026 at ten in New York. */
async function makeBook(typeChange: object = {}) {
  const { db } = database
  const { id } = office.clinic
  const chen = await makeTherapist(db, id, { name: 'Dr. Chen' })
  const oak = await makeRoom(db, id, { name: 'Oak' })
  const type = await makeType(db, id, { name: 'EMDR', bufferAfter: 0 })
  const maya = await makeClient(db, id)
  const leo = await makeClient(db, id, { name: 'Leo Park' })
  if (Object.keys(typeChange).length > 0)
    await office.save('updateAppointmentType', 'AppointmentType', { id: type.id, expectedVersion: 1, ...typeChange })
  const usual = {
    clientId: maya.id,
    therapistId: chen.id,
    roomId: oak.id,
    typeId: type.id,
    startsAt: '2026-03-03T15:00:00Z',
  }
  const book = (change: object = {}, proof = office.receptionist.cookie) => send(BOOK, { ...usual, ...change }, proof)
  return { chen, oak, type, maya, leo, usual, book }
}

const codesOf = ({ problems }: Booked) => problems.map((each) => each.code)

describe('a type', () => {
  test('keeps what it asks for, in words each once and in lower case', async () => {
    const { appointmentType } = await office.save('createAppointmentType', 'AppointmentType', {
      ...{ name: 'EMDR', minutes: 75, requiredSkills: ['EMDR', 'Trauma', ' emdr '], requiredFeatures: ['Quiet'] },
      ...{ minCapacity: 2, dailyLimit: 3, online: false, leadMinutes: 1440, horizonDays: 60 },
    })
    expect(appointmentType).toMatchObject({
      ...{ requiredSkills: ['emdr', 'trauma'], requiredFeatures: ['quiet'], minCapacity: 2, dailyLimit: 3 },
      ...{ online: false, leadMinutes: 1440, horizonDays: 60 },
    })
    const { id } = appointmentType as { id: string }
    const { appointmentType: freed } = await office.save('updateAppointmentType', 'AppointmentType', {
      ...{ id, expectedVersion: 1, dailyLimit: null, requiredSkills: [] },
    })
    expect(freed).toMatchObject({
      dailyLimit: null,
      requiredSkills: [],
      requiredFeatures: ['quiet'],
      leadMinutes: 1440,
    })
  })

  test('that asks for nothing is booked online at any time of the next year', async () => {
    const { appointmentType } = await office.save('createAppointmentType', 'AppointmentType', {
      name: 'A',
      minutes: 50,
    })
    expect(appointmentType).toMatchObject({
      ...{ requiredSkills: [], requiredFeatures: [], minCapacity: 1, dailyLimit: null },
      ...{ online: true, leadMinutes: 0, horizonDays: 365 },
    })
  })

  test.each([
    ['minCapacity', 0],
    ['dailyLimit', 0],
    ['leadMinutes', -1],
    ['horizonDays', 0],
    ['horizonDays', 2000],
    ['requiredSkills', Array.from({ length: 31 }, (_, i) => `skill ${i}`)],
    ['requiredFeatures', ['x'.repeat(61)]],
  ])('with %s of %j is refused', async (field, value) => {
    const given = { name: 'A', minutes: 50, [field]: value }
    const refused = await office.save('createAppointmentType', 'AppointmentType', given)
    expect(refused.problems).toMatchObject([{ code: 'INVALID', path: ['input', field] }])
  })

  test('that is to be booked a week ahead and at most three days ahead is refused', async () => {
    const given = { name: 'A', minutes: 50, leadMinutes: 7 * 24 * 60, horizonDays: 3 }
    const refused = await office.save('createAppointmentType', 'AppointmentType', given)
    expect(refused.problems).toMatchObject([{ path: ['input', 'horizonDays'] }])
    expect(refused.problems[0]?.message).toContain('must reach further than the lead time')
  })
})

describe('booking', () => {
  test('asks for the skills of the therapist', async () => {
    const { chen, book } = await makeBook({ requiredSkills: ['emdr'] })
    const before = await clinicState(database, office.clinic.id)
    const refused = await book()
    expect(codesOf(refused)).toEqual(['THERAPIST_UNQUALIFIED'])
    expect(refused.problems[0]?.message).toBe('Dr. Chen does not offer EMDR, which asks for emdr.')
    expect(await clinicState(database, office.clinic.id)).toBe(before)
    const { therapist } = await office.save('updateTherapist', 'Therapist', {
      ...{ id: chen.id, expectedVersion: 1, skills: ['EMDR'] },
    })
    expect(therapist).toMatchObject({ skills: ['emdr'] })
    expect((await book()).__typename).toBe('AppointmentBooked')
  })

  test('asks for a room that has what the type needs, where the therapist works', async () => {
    const { chen, oak, book } = await makeBook({ requiredFeatures: ['quiet'], minCapacity: 3 })
    expect(codesOf(await book())).toEqual(['ROOM_UNSUITABLE'])
    expect(codesOf(await book({ roomId: null }))).toEqual(['ROOM_UNSUITABLE'])
    const uptown = await makeLocation(database.db, office.clinic.id, { name: 'Uptown' })
    const downtown = await makeLocation(database.db, office.clinic.id, { name: 'Downtown' })
    const { room } = await office.save('updateRoom', 'Room', {
      ...{ id: oak.id, expectedVersion: 1, features: ['Quiet'], capacity: 3, locationId: downtown.id },
    })
    expect(room).toMatchObject({ features: ['quiet'], location: { id: downtown.id, name: 'Downtown' } })
    const hours = [{ weekday: 2, startTime: '09:00', endTime: '17:00', locationId: uptown.id }]
    await office.save('updateTherapist', 'Therapist', { id: chen.id, expectedVersion: 1, weeklyHours: hours })
    expect(codesOf(await book())).toEqual(['ROOM_UNSUITABLE'])
    const moved = [{ ...hours[0], locationId: downtown.id }]
    await office.save('updateTherapist', 'Therapist', { id: chen.id, expectedVersion: 2, weeklyHours: moved })
    expect((await book()).__typename).toBe('AppointmentBooked')
  })

  test('keeps to the daily limit of the type, all through the local date', async () => {
    const { leo, book } = await makeBook({ dailyLimit: 1 })
    // the first stands at nine and the second is asked for at four: seven hours apart, on one date
    const first = await book({ startsAt: '2026-03-03T14:00:00Z' })
    const late = { clientId: leo.id, startsAt: '2026-03-03T21:00:00Z' }
    expect(codesOf(await book(late))).toEqual(['DAILY_LIMIT'])
    expect((await book({ ...late, startsAt: '2026-03-04T21:00:00Z' })).__typename).toBe('AppointmentBooked')
    const { id, version } = first.appointment
    const input = { id, expectedVersion: version, startsAt: '2026-03-03T20:00:00Z' }
    expect((await send(MOVE, input, office.receptionist.cookie)).__typename).toBe('AppointmentMoved')
  })

  test('keeps to the most appointments of a block', async () => {
    const { chen, leo, book } = await makeBook()
    const hours = [{ weekday: 2, startTime: '09:00', endTime: '17:00', mostAppointments: 1 }]
    await office.save('updateTherapist', 'Therapist', { id: chen.id, expectedVersion: 1, weeklyHours: hours })
    await book({ startsAt: '2026-03-03T14:00:00Z' })
    expect(codesOf(await book({ clientId: leo.id, startsAt: '2026-03-03T20:00:00Z' }))).toEqual(['DAILY_LIMIT'])
  })

  test('of two that reach for the last place of a day at once, one has it', async () => {
    const { leo, book } = await makeBook({ dailyLimit: 1 })
    const told = await Promise.all([
      book({ startsAt: '2026-03-03T14:00:00Z', roomId: null }),
      book({ clientId: leo.id, startsAt: '2026-03-03T19:00:00Z', roomId: null }),
    ])
    expect(told.map((each) => each.__typename).sort()).toEqual(['AppointmentBooked', 'BookingRefused'])
  })

  test('may set such a rule aside at the desk, by name and with a reason that is kept', async () => {
    const { book } = await makeBook({ requiredSkills: ['emdr'] })
    const override = { override: ['THERAPIST_UNQUALIFIED'], overrideReason: 'Supervised' }
    const { appointment } = await book(override)
    expect(appointment.overriddenRules).toEqual(['THERAPIST_UNQUALIFIED'])
  })

  test('by a program keeps the lead time and the horizon, and sets nothing aside', async () => {
    const { book, usual } = await makeBook({ leadMinutes: 48 * 60, horizonDays: 10, requiredSkills: [] })
    const key = await makeApiKey(database.db, office.clinic.id)
    const refused = await book({}, key)
    expect(refused.problems).toMatchObject([
      { code: 'TOO_SOON', message: 'EMDR is booked online from Wed, Mar 4, 8:00 AM, not sooner.' },
    ])
    expect(codesOf(await book({ startsAt: '2026-03-17T14:00:00Z' }, key))).toEqual(['TOO_FAR'])
    const input = { ...usual, override: ['TOO_SOON'], overrideReason: 'Urgent' }
    const { errors } = await ask(app, key, BOOK, { input })
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await book()).__typename).toBe('AppointmentBooked')
  })
})

describe('a location', () => {
  test('is made, renamed, and archived once no room stands there', async () => {
    const { location } = await office.save('createLocation', 'Location', { name: 'Uptown', address: '1 Main St' })
    const { id } = location as { id: string }
    expect(location).toMatchObject({ name: 'Uptown', address: '1 Main St', active: true, version: 1 })
    const taken = await office.save('createLocation', 'Location', { name: 'uptown' })
    expect(taken.problems[0]?.code).toBe('NAME_TAKEN')
    const { location: renamed } = await office.save('updateLocation', 'Location', {
      ...{ id, expectedVersion: 1, name: 'Upper town', address: null },
    })
    expect(renamed).toMatchObject({ name: 'Upper town', address: null, version: 2 })
    const { room } = await office.save('createRoom', 'Room', { name: 'Oak', locationId: id })
    const inUse = await office.save('archiveLocation', 'Location', { id, expectedVersion: 2 })
    expect(inUse.problems[0]?.message).toBe('Upper town still has 1 room. Move or archive it first.')
    const roomId = (room as { id: string }).id
    await office.save('updateRoom', 'Room', { id: roomId, expectedVersion: 1, locationId: null })
    const { location: archived } = await office.save('archiveLocation', 'Location', { id, expectedVersion: 2 })
    expect(archived).toMatchObject({ active: false, version: 3 })
    const active = await office.read<{ locations: object[] }>('{ locations(activeOnly: true) { id } }')
    expect(active.locations).toEqual([])
  })
})

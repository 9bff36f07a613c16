import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeClient, makeClinic, makeRoom, makeTherapist, makeType } from '../../support/world.ts'

// Monday 2 March 2026, 08:00 in New York.
const now = Date.parse('2026-03-02T13:00:00Z')

const BOOK = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) {
  __typename
  ... on AppointmentBooked { appointment { id version status startsAt endsAt overbooked
    client { id name referralStatus firstSessionAt } therapist { id name } room { id } type { id } } }
  ... on BookingRefused {
    problems { code message path resource { __typename id name } startsAt endsAt overridable }
    alternatives { startsAt endsAt therapist { id } room { id } } }
} }`

interface Booked {
  bookAppointment: {
    __typename: string
    appointment: { id: string; version: number; startsAt: string; endsAt: string; client: Record<string, unknown> }
    problems: { code: string; message: string; path: string[]; resource: { id: string } | null; startsAt: string }[]
    alternatives: { startsAt: string; therapist: { id: string }; room: { id: string } | null }[]
  }
}

let database: TestDatabase
let app: TestApp
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function makeWorld() {
  const { db } = database
  const clinic = await makeClinic(db)
  const [chen, okafor] = [
    await makeTherapist(db, clinic.id, { name: 'Dr. Chen' }),
    await makeTherapist(db, clinic.id, { name: 'Dr. Okafor' }),
  ]
  const [oak, elm] = [await makeRoom(db, clinic.id, { name: 'Oak' }), await makeRoom(db, clinic.id, { name: 'Elm' })]
  const [maya, leo] = [await makeClient(db, clinic.id), await makeClient(db, clinic.id, { name: 'Leo Park' })]
  const type = await makeType(db, clinic.id, { bufferAfter: 10 })
  const key = await makeApiKey(db, clinic.id)
  const book = (input: Record<string, unknown>) => ask<Booked>(app, key, BOOK, { input })
  const usual = { clientId: maya.id, therapistId: chen.id, typeId: type.id, startsAt: '2026-03-03T15:00:00Z' }
  return { clinic, chen, okafor, oak, elm, maya, leo, type, key, book, usual }
}

describe('booking', () => {
  it('puts an appointment into the book and marks the first session of the client', async () => {
    const { book, usual, oak } = await makeWorld()
    const { data } = await book({ ...usual, roomId: oak.id })
    expect(data.bookAppointment).toMatchObject({
      __typename: 'AppointmentBooked',
      appointment: {
        version: 1,
        status: 'BOOKED',
        startsAt: '2026-03-03T15:00:00.000Z',
        endsAt: '2026-03-03T15:50:00.000Z',
        overbooked: false,
        client: { referralStatus: 'ACCEPTANCE_SCHEDULED', firstSessionAt: '2026-03-03T15:00:00.000Z' },
        room: { id: oak.id },
      },
    })
  })

  it('refuses a booking that overlaps on any one of its resources, and offers others', async () => {
    const { book, usual, oak, leo, okafor, chen } = await makeWorld()
    await book({ ...usual, roomId: oak.id })
    const { data } = await book({ ...usual, clientId: leo.id, roomId: oak.id, startsAt: '2026-03-03T15:30:00Z' })
    const refused = data.bookAppointment
    expect(refused.__typename).toBe('BookingRefused')
    expect(refused.problems.map((each) => each.code)).toEqual(['THERAPIST_BUSY', 'ROOM_BUSY'])
    expect(refused.problems[0]?.message).toBe('Dr. Chen is busy with Maya Alvarez Tue, Mar 3, 10:00 AM to 10:50 AM.')
    expect(refused.alternatives.length).toBeGreaterThanOrEqual(2)
    expect(refused.alternatives[0]?.therapist.id).toBe(chen.id)
    expect(refused.alternatives.at(-1)).toMatchObject({
      startsAt: '2026-03-03T15:30:00.000Z',
      therapist: { id: okafor.id },
    })
  })

  it('offers only what can then be booked', async () => {
    const { book, usual, oak, leo } = await makeWorld()
    await book({ ...usual, roomId: oak.id })
    const { data } = await book({ ...usual, clientId: leo.id, roomId: oak.id })
    for (const slot of data.bookAppointment.alternatives) {
      const again = await book({
        ...usual,
        clientId: leo.id,
        therapistId: slot.therapist.id,
        roomId: slot.room?.id,
        startsAt: slot.startsAt,
        validateOnly: true,
      })
      expect(again.data.bookAppointment.__typename).toBe('AppointmentBooked')
    }
  })

  it('writes nothing when it only validates', async () => {
    const { book, usual } = await makeWorld()
    const first = await book({ ...usual, validateOnly: true })
    expect(first.data.bookAppointment.__typename).toBe('AppointmentBooked')
    const second = await book(usual)
    expect(second.data.bookAppointment.__typename).toBe('AppointmentBooked')
  })

  it('answers a repeated request as the first time, and refuses its id for another', async () => {
    const { book, usual } = await makeWorld()
    const input = { ...usual, clientMutationId: 'drop-1' }
    const [first, second] = [await book(input), await book(input)]
    expect(second.data).toEqual(first.data)
    const other = await book({ ...input, startsAt: '2026-03-03T18:00:00Z' })
    expect(other.errors?.[0]?.extensions.code).toBe('CONFLICT')
  })

  it('answers a repeated refusal as the first time', async () => {
    const { book, usual, leo } = await makeWorld()
    await book(usual)
    const input = { ...usual, clientId: leo.id, clientMutationId: 'drop-2' }
    const [first, second] = [await book(input), await book(input)]
    expect(first.data.bookAppointment.__typename).toBe('BookingRefused')
    expect(second.data).toEqual(first.data)
  })

  const refusals: [string, Record<string, unknown>, string][] = [
    ['outside opening hours', { startsAt: '2026-03-03T12:00:00Z' }, 'OUTSIDE_HOURS'],
    ['in the past', { startsAt: '2026-02-27T15:00:00Z' }, 'IN_THE_PAST'],
    ['off the step', { startsAt: '2026-03-03T15:07:00Z' }, 'INVALID_INTERVAL'],
    ['that end before they start', { endsAt: '2026-03-03T14:00:00Z' }, 'INVALID_INTERVAL'],
    ['of no length', { endsAt: '2026-03-03T15:00:00Z' }, 'INVALID_INTERVAL'],
    ['of ten years', { endsAt: '2036-03-03T15:00:00Z' }, 'INVALID_INTERVAL'],
    ['in the year 1', { startsAt: '0001-03-03T15:00:00Z' }, 'INVALID_INTERVAL'],
    ['in the year 9999', { startsAt: '9999-03-03T15:00:00Z' }, 'INVALID_INTERVAL'],
  ]
  it.each(refusals)('refuses appointments %s', async (_, change, code) => {
    const { book, usual } = await makeWorld()
    const { data } = await book({ ...usual, ...change })
    expect(data.bookAppointment.problems.map((each) => each.code)).toContain(code)
  })

  it('keeps buffers on both sides', async () => {
    const { book, usual, leo } = await makeWorld()
    await book(usual)
    const after = await book({ ...usual, clientId: leo.id, startsAt: '2026-03-03T16:00:00Z' })
    expect(after.data.bookAppointment.__typename).toBe('AppointmentBooked')
    const before = await book({
      ...usual,
      clientId: leo.id,
      startsAt: '2026-03-03T14:15:00Z',
      endsAt: '2026-03-03T14:55:00Z',
    })
    expect(before.data.bookAppointment.problems.map((each) => each.code)).toEqual(['BUFFER'])
  })

  it('refuses a client who is elsewhere at that time', async () => {
    const { book, usual, okafor } = await makeWorld()
    await book(usual)
    const { data } = await book({ ...usual, therapistId: okafor.id })
    expect(data.bookAppointment.problems.map((each) => each.code)).toEqual(['CLIENT_BUSY'])
  })

  it('lets no program override a rule', async () => {
    const { book, usual } = await makeWorld()
    const { errors } = await book({
      ...usual,
      startsAt: '2026-03-03T12:00:00Z',
      override: ['OUTSIDE_HOURS'],
      overrideReason: 'x',
    })
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('answers ids that are not there, or are another clinic’s, alike', async () => {
    const { book, usual } = await makeWorld()
    const other = await makeWorld()
    for (const therapistId of [other.chen.id, '0190b7a0-0000-7000-8000-000000000000', 'nonsense']) {
      const { errors } = await book({ ...usual, therapistId })
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    }
  })
})

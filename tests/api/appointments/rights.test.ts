import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { BOOK, CANCEL, MONDAY, MOVE, makeDesk, type Result, SET_STATUS } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

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

async function makeStaff() {
  const desk = await makeDesk(app, database.db)
  const chen = { role: 'therapist' as const, therapistId: desk.chen.id, name: 'Wei Chen' }
  const therapist = await sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, chen))
  const receptionist = await sessionCookieOf(
    database.db,
    await makePerson(database.db, desk.clinic.id, { role: 'receptionist' }),
  )
  const code = async (proof: string, query: string, input: Record<string, unknown>) => {
    const { data, errors } = await ask<Record<string, Result>>(app, proof, query, { input })
    return errors ? errors[0]?.extensions.code : Object.values(data)[0]?.__typename
  }
  return { desk, therapist, receptionist, code }
}

describe('a therapist', () => {
  it('books, moves and cancels in the own column', async () => {
    const { desk, therapist, code } = await makeStaff()
    const { appointment } = await desk.book({}, therapist)
    const { id } = appointment
    expect(await code(therapist, MOVE, { id, expectedVersion: 1, startsAt: '2026-03-03T16:00:00Z' })).toBe(
      'AppointmentMoved',
    )
    expect(await code(therapist, SET_STATUS, { id, expectedVersion: 2, confirmed: true })).toBe('AppointmentStatusSet')
    expect(await code(therapist, CANCEL, { id, expectedVersion: 3, reason: 'PROVIDER_ILL' })).toBe(
      'AppointmentCancelled',
    )
  })

  it('changes nothing in another’s', async () => {
    const { desk, therapist, code } = await makeStaff()
    const { id } = (await desk.book({ therapistId: desk.okafor.id })).appointment
    const startsAt = '2026-03-03T18:00:00Z'
    expect(await code(therapist, BOOK, { ...desk.usual, therapistId: desk.okafor.id, startsAt })).toBe('FORBIDDEN')
    expect(await code(therapist, MOVE, { id, expectedVersion: 1, startsAt })).toBe('FORBIDDEN')
    expect(await code(therapist, MOVE, { id, expectedVersion: 1, therapistId: desk.chen.id })).toBe('FORBIDDEN')
    expect(await code(therapist, CANCEL, { id, expectedVersion: 1, reason: 'PROVIDER' })).toBe('FORBIDDEN')
    expect(await code(therapist, SET_STATUS, { id, expectedVersion: 1, status: 'ARRIVED' })).toBe('FORBIDDEN')
    const own = (await desk.book({ clientId: desk.leo.id })).appointment
    const away = { id: own.id, expectedVersion: 1, therapistId: desk.okafor.id, startsAt }
    expect(await code(therapist, MOVE, away)).toBe('FORBIDDEN')
  })
})

describe('a rule', () => {
  const early = { startsAt: '2026-03-03T12:00:00Z', override: ['OUTSIDE_HOURS'] }

  it('is set aside by the desk with a reason, which is kept', async () => {
    const { desk, receptionist } = await makeStaff()
    const { appointment } = await desk.book({ ...early, overrideReason: 'Comes before work' }, receptionist)
    expect(appointment.overriddenRules).toEqual(['OUTSIDE_HOURS'])
  })

  it('is not set aside without a reason, without the right, or where nothing may', async () => {
    const { desk, therapist, receptionist, code } = await makeStaff()
    const input = { ...desk.usual, ...early }
    expect(await code(receptionist, BOOK, input)).toBe('BAD_USER_INPUT')
    expect(await code(therapist, BOOK, { ...input, overrideReason: 'Please' })).toBe('FORBIDDEN')
    expect(await code(receptionist, BOOK, { ...input, override: ['CLIENT_BUSY'], overrideReason: 'Please' })).toBe(
      'BAD_USER_INPUT',
    )
  })

  it('against double booking stands where the clinic does not allow it, whoever asks', async () => {
    const { desk, receptionist } = await makeStaff()
    await desk.book()
    const over = { clientId: desk.leo.id, override: ['THERAPIST_BUSY'], overrideReason: 'Emergency' }
    expect((await desk.book(over, receptionist)).__typename).toBe('BookingRefused')
  })
})

describe('a key', () => {
  it('with `read` alone reads and changes nothing; with `write` alone the other way round', async () => {
    const { desk, code } = await makeStaff()
    const reader = await makeApiKey(database.db, desk.clinic.id, ['read'])
    const writer = await makeApiKey(database.db, desk.clinic.id, ['write'])
    expect(await code(reader, BOOK, desk.usual)).toBe('FORBIDDEN')
    expect(await code(writer, BOOK, desk.usual)).toBe('AppointmentBooked')
    expect((await ask(app, reader, '{ therapists { id } }')).errors).toBeUndefined()
    expect((await ask(app, writer, '{ therapists { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { codesOf, type Holder, makeHolder } from '../../support/holder.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

// Monday 2 March 2026, 08:00 in New York.
const morning = Date.parse('2026-03-02T13:00:00Z')
const MINUTE = 60_000

let database: TestDatabase
let app: TestApp
let now = morning
let holder: Holder
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = morning
  holder = await makeHolder(app, database)
})

const occupanciesOf = (clinicId: string) =>
  rowsOf(database, clinicId, 'select kind, appointment_id, hold_id, lane from occupancies where clinic_id = $1')

describe('confirming a hold', () => {
  it('makes an appointment of it in its place', async () => {
    const { send, usual, clinic, maya, oak } = holder
    const { hold, token } = await send('holdSlot', usual)
    const booked = await send('confirmHold', { id: hold.id, token, clientId: maya.id, notes: 'By telephone' })
    expect(booked.appointment).toMatchObject({
      startsAt: hold.startsAt,
      client: { id: maya.id },
      room: { id: oak.id },
      notes: 'By telephone',
      overbooked: false,
    })
    const row = { kind: 'appointment', appointment_id: booked.appointment.id, hold_id: null, lane: 0 }
    expect(await occupanciesOf(clinic.id)).toEqual([row, row])
    const log = await rowsOf(
      database,
      clinic.id,
      'select action, item_kind, removed from changes where clinic_id = $1 order by seq',
    )
    expect(log).toEqual([
      { action: 'hold slot', item_kind: 'hold', removed: false },
      { action: 'book appointment', item_kind: 'appointment', removed: false },
      { action: 'confirm hold', item_kind: 'hold', removed: true },
      { action: 'update referral', item_kind: 'client', removed: false },
    ])
  })

  it('is done once: the same request is answered again, another is told that it is booked', async () => {
    const { send, usual, maya } = holder
    const { hold, token } = await send('holdSlot', usual)
    const input = { id: hold.id, token, clientId: maya.id, clientMutationId: 'confirm' }
    const first = await send('confirmHold', input)
    expect(await send('confirmHold', input)).toEqual(first)
    expect(codesOf(await send('confirmHold', { ...input, clientMutationId: 'again' }))).toEqual(['TERMINAL_STATUS'])
  })

  it('comes too late once its time is over, also before anybody has removed it, and offers other slots', async () => {
    const { send, usual, maya, clinic } = holder
    const { hold, token } = await send('holdSlot', usual)
    now += 15 * MINUTE
    const late = await send('confirmHold', { id: hold.id, token, clientId: maya.id })
    expect(codesOf(late)).toEqual(['HOLD_EXPIRED'])
    expect(late.problems[0]?.message).toBe('This slot was held until 8:15 AM and is held no longer.')
    expect(late.alternatives.length).toBeGreaterThan(1)
    // Nobody has taken it meanwhile.
    expect(late.alternatives[0]?.startsAt).toBe(new Date(usual.startsAt).toISOString())
    expect(await occupanciesOf(clinic.id)).toHaveLength(2)
  })

  it('keeps the rules of the client', async () => {
    const { send, usual, maya, okafor } = holder
    await send('bookAppointment', { ...usual, clientId: maya.id, therapistId: okafor.id, roomId: null })
    const { hold, token } = await send('holdSlot', usual)
    expect(codesOf(await send('confirmHold', { id: hold.id, token, clientId: maya.id }))).toEqual(['CLIENT_BUSY'])
  })

  it('is not in the way of itself when its start has passed, nor of what was put over it on purpose', async () => {
    const { send, usual, maya, leo, clinic, ask } = holder
    const admin = await sessionCookieOf(database.db, await makePerson(database.db, clinic.id, { role: 'admin' }))
    await ask('mutation { updateClinic(input: { expectedVersion: 1, allowsOverbooking: true }) { __typename } }', admin)
    now = Date.parse('2026-03-03T14:55:00Z')
    const { hold, token } = await send('holdSlot', usual)
    const override = { override: ['THERAPIST_BUSY', 'ROOM_BUSY'], overrideReason: 'They are brothers' }
    const over = await send('bookAppointment', { ...usual, clientId: leo.id, ...override }, admin)
    expect(over.appointment.overbooked).toBe(true)
    now = Date.parse('2026-03-03T15:05:00Z')
    const booked = await send('confirmHold', { id: hold.id, token, clientId: maya.id })
    expect(booked.appointment.overbooked).toBe(false)
  })

  it('is the only way in: booking its slot is refused even to its holder, without the token', async () => {
    const { send, usual, maya } = holder
    await send('holdSlot', usual)
    expect(codesOf(await send('bookAppointment', { ...usual, clientId: maya.id }))).toContain('THERAPIST_BUSY')
  })
})

describe('a hold named as one’s own', () => {
  it('does not stand in the way of a booking that overlaps it, and ends with it', async () => {
    const { send, usual, maya, clinic } = holder
    const { hold, token } = await send('holdSlot', usual)
    const wanted = { ...usual, clientId: maya.id, startsAt: '2026-03-03T15:15:00Z', hold: { id: hold.id, token } }
    const booked = await send('bookAppointment', wanted)
    expect(booked.appointment).toMatchObject({ startsAt: '2026-03-03T15:15:00.000Z', overbooked: false })
    expect(await occupanciesOf(clinic.id)).toMatchObject([{ kind: 'appointment' }, { kind: 'appointment' }])
  })

  it('does not stand in the way of an appointment moved onto it', async () => {
    const { send, usual, maya, clinic } = holder
    const { appointment } = await send('bookAppointment', {
      ...usual,
      clientId: maya.id,
      startsAt: '2026-03-03T18:00:00Z',
    })
    const { hold, token } = await send('holdSlot', usual)
    const input = { id: appointment.id, expectedVersion: 1, startsAt: usual.startsAt }
    expect(codesOf(await send('moveAppointment', input))).toContain('THERAPIST_BUSY')
    const moved = await send('moveAppointment', { ...input, hold: { id: hold.id, token } })
    expect(moved.appointment).toMatchObject({ startsAt: '2026-03-03T15:00:00.000Z', version: 2 })
    expect(await occupanciesOf(clinic.id)).toHaveLength(2)
  })

  it('stays when the booking is refused for something else', async () => {
    const { send, usual, maya, clinic, okafor } = holder
    await send('bookAppointment', { ...usual, clientId: maya.id, therapistId: okafor.id, roomId: null })
    const { hold, token } = await send('holdSlot', usual)
    const refused = await send('bookAppointment', { ...usual, clientId: maya.id, hold: { id: hold.id, token } })
    expect(codesOf(refused)).toEqual(['CLIENT_BUSY'])
    expect(await rowsOf(database, clinic.id, 'select status from slot_holds where clinic_id = $1')).toEqual([
      { status: 'held' },
    ])
  })

  it('that has ended meanwhile lets the booking be decided as any other', async () => {
    const { send, usual, maya } = holder
    const { hold, token } = await send('holdSlot', usual)
    now += 20 * MINUTE
    const booked = await send('bookAppointment', { ...usual, clientId: maya.id, hold: { id: hold.id, token } })
    expect(booked.__typename).toBe('AppointmentBooked')
  })
})

describe('the token of a hold', () => {
  const attempts = [
    ['extendHold', {}],
    ['releaseHold', {}],
    ['confirmHold', {}],
  ] as const

  it.each(attempts)(
    'is asked for by %s: a guess, or another hold’s, is answered as if there were none',
    async (mutation) => {
      const { send, attempt, usual, maya, clinic, okafor } = holder
      const { hold } = await send('holdSlot', usual)
      const other = await send('holdSlot', { ...usual, therapistId: okafor.id, roomId: null })
      const client = mutation === 'confirmHold' ? { clientId: maya.id } : {}
      for (const token of ['', 'guess', other.token, 'x'.repeat(43)]) {
        const { errors } = await attempt(mutation, { id: hold.id, token, ...client })
        expect(errors?.[0]).toMatchObject({ message: 'There is no such hold.', extensions: { code: 'NOT_FOUND' } })
      }
      const missed = await rowsOf(
        database,
        clinic.id,
        `select distinct action from audit_entries where clinic_id = $1 and action like '%not found'`,
      )
      expect(missed).toEqual([{ action: `${mutation}: not found` }])
    },
  )

  it.each(attempts)('is worth nothing in another clinic for %s', async (mutation) => {
    const theirs = await makeHolder(app, database)
    const { hold, token } = await theirs.send('holdSlot', theirs.usual)
    const client = mutation === 'confirmHold' ? { clientId: holder.maya.id } : {}
    const { errors } = await holder.attempt(mutation, { id: hold.id, token, ...client })
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const booking = { ...holder.usual, clientId: holder.maya.id, hold: { id: hold.id, token } }
    expect((await holder.attempt('bookAppointment', booking)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await theirs.send('extendHold', { id: hold.id, token })).__typename).toBe('HoldExtended')
  })

  it('is not enough for a therapist in another’s column', async () => {
    const { send, attempt, usual, clinic, okafor } = holder
    const person = await makePerson(database.db, clinic.id, { role: 'therapist', therapistId: okafor.id })
    const { hold, token } = await send('holdSlot', usual)
    const { errors } = await attempt('releaseHold', { id: hold.id, token }, await sessionCookieOf(database.db, person))
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('of things of another clinic opens nothing: what a hold names must be the clinic’s own', async () => {
    const theirs = await makeHolder(app, database)
    for (const foreign of [
      { therapistId: theirs.chen.id },
      { roomId: theirs.oak.id },
      { typeId: theirs.type.id },
      { clientId: theirs.maya.id },
    ]) {
      const { errors } = await holder.attempt('holdSlot', { ...holder.usual, ...foreign })
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    }
  })
})

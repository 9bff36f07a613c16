import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { type Answer, ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'
import { makeAppointment, makeClient, makeRoom, makeTherapist, makeType } from '../../support/world.ts'

const SLOTS = `query ($input: AvailableSlotsInput!) { availableSlots(input: $input) {
  slots { startsAt endsAt localStart therapist { id name } room { id name } }
  reasons { code message startsAt endsAt resource { id } path }
  nextFit { startsAt localStart therapist { name } } } }`

interface SlotSeen {
  readonly startsAt: string
  readonly endsAt: string
  readonly localStart: string
  readonly therapist: { id: string; name: string }
  readonly room: { id: string; name: string } | null
}

interface Found {
  readonly availableSlots: {
    readonly slots: SlotSeen[]
    readonly reasons: { code: string; message: string; startsAt: string; resource: { id: string } | null }[]
    readonly nextFit: SlotSeen | null
  }
}

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
let cookie: string

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
  desk = await makeDesk(app, database.db)
  cookie = await sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, { role: 'receptionist' }))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const TUESDAY = { from: '2026-03-03T05:00:00Z', to: '2026-03-04T05:00:00Z' }

function attempt(input: Record<string, unknown>, proof = cookie): Promise<Answer<Found>> {
  return ask<Found>(app, proof, SLOTS, { input: { typeId: desk.type.id, ...TUESDAY, ...input } })
}

async function find(input: Record<string, unknown>, proof = cookie) {
  const { data, errors } = await attempt(input, proof)
  if (errors) throw new Error(errors[0]?.message, { cause: errors })
  return data.availableSlots
}

const told = ({ localStart, therapist, room }: SlotSeen) => `${localStart} ${therapist.name} ${room?.name ?? '-'}`

/** Rows that no builder of the world makes. */
function write(statement: ReturnType<typeof sql>): Promise<unknown> {
  return inClinic(database.db, desk.clinic.id, (trx) => statement.execute(trx))
}

describe('the slots of a day', () => {
  test('come with a therapist and the smallest room that is free, and can be booked as they are', async () => {
    await makeRoom(database.db, desk.clinic.id, { name: 'Nook', capacity: 1 })
    const { slots, reasons, nextFit } = await find({ therapistIds: [desk.chen.id], first: 3 })
    expect(slots.map(told)).toEqual([
      '2026-03-03T09:00 Dr. Chen Nook',
      '2026-03-03T09:15 Dr. Chen Nook',
      '2026-03-03T09:30 Dr. Chen Nook',
    ])
    expect([reasons, nextFit]).toEqual([[], null])
    const [slot] = slots
    const booked = await desk.book({ startsAt: slot!.startsAt, roomId: slot!.room!.id })
    expect(booked.__typename).toBe('AppointmentBooked')
    const later = await find({ therapistIds: [desk.chen.id], first: 1 })
    expect(later.slots.map(told)).toEqual(['2026-03-03T10:00 Dr. Chen Nook'])
  })

  test('keep clear of what the client has already, and of holds until they expire', async () => {
    const elsewhere = await makeTherapist(database.db, desk.clinic.id, { name: 'Dr. Elsewhere' })
    const at = { startsAt: new Date('2026-03-05T14:00:00Z'), endsAt: new Date('2026-03-05T15:00:00Z') }
    const client = await makeClient(database.db, desk.clinic.id)
    const place = { clientId: client.id, therapistId: elsewhere.id, typeId: desk.type.id }
    await makeAppointment(database.db, desk.clinic.id, { ...place, ...at })
    const thursday = {
      from: '2026-03-05T05:00:00Z',
      to: '2026-03-06T05:00:00Z',
      therapistIds: [desk.okafor.id],
      first: 1,
    }
    expect((await find(thursday)).slots.map(told)).toEqual(['2026-03-05T09:00 Dr. Okafor Nook'])
    expect((await find({ ...thursday, clientId: client.id })).slots.map(told)).toEqual([
      '2026-03-05T10:00 Dr. Okafor Nook',
    ])

    const holdSlot = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { ... on SlotHeld { hold { id } } } }`
    const input = { typeId: desk.type.id, therapistId: desk.okafor.id, startsAt: '2026-03-05T14:00:00Z' }
    await ask(app, cookie, holdSlot, { input })
    expect((await find(thursday)).slots.map(told)).toEqual(['2026-03-05T10:00 Dr. Okafor Nook'])
    await write(sql`update slot_holds set expires_at = ${new Date(MONDAY)}`)
    expect((await find(thursday)).slots.map(told)).toEqual(['2026-03-05T09:00 Dr. Okafor Nook'])
  })

  test('are told in the zone asked for, and stay the same instants', async () => {
    const asked = { therapistIds: [desk.okafor.id], first: 1 }
    const { slots } = await find({ ...asked, zone: 'Asia/Kathmandu' })
    expect(slots[0]).toMatchObject({ startsAt: '2026-03-03T14:00:00.000Z', localStart: '2026-03-03T19:45' })
  })

  test('keep to the weekdays, times, length and room features wished for', async () => {
    const week = { from: '2026-03-02T05:00:00Z', to: '2026-03-09T05:00:00Z', therapistIds: [desk.okafor.id] }
    await write(
      sql`insert into room_features (clinic_id, room_id, feature) values (${desk.clinic.id}, ${desk.elm.id}, 'quiet')`,
    )
    const { slots } = await find({
      ...{ ...week, weekdays: [5], earliestTime: '15:00', latestTime: '00:00', minutes: 90, roomFeatures: [' Quiet '] },
    })
    expect(slots.map(told)).toEqual([
      '2026-03-06T15:00 Dr. Okafor Elm',
      '2026-03-06T15:15 Dr. Okafor Elm',
      '2026-03-06T15:30 Dr. Okafor Elm',
    ])
  })

  test('begin with the preferred therapist, or the one with less booked', async () => {
    const friday = { from: '2026-03-06T05:00:00Z', to: '2026-03-07T05:00:00Z', first: 1 }
    const both = { ...friday, therapistIds: [desk.chen.id, desk.okafor.id] }
    expect((await find(both)).slots[0]?.therapist.name).toBe('Dr. Okafor')
    expect((await find({ ...both, preferTherapistId: desk.chen.id })).slots[0]?.therapist.name).toBe('Dr. Chen')
    const near = { near: '2026-03-06T19:10:00Z', therapistIds: [desk.chen.id] }
    expect((await find({ ...friday, ...near })).slots[0]?.localStart).toBe('2026-03-06T14:15')
  })
})

describe('where nothing fits', () => {
  test('it says who is away until when, who is free first, and when the one asked for is', async () => {
    const ana = await makeTherapist(database.db, desk.clinic.id, { name: 'Dr. Ana' })
    await write(sql`insert into time_off (clinic_id, id, resource_id, starts_at, ends_at, reason, status)
      values (${desk.clinic.id}, ${uuid()}, ${ana.id}, '2026-03-01 05:00Z', '2026-05-04 04:00Z', 'vacation', 'approved')`)
    const { slots, reasons, nextFit } = await find({ therapistIds: [ana.id] })
    expect(slots).toEqual([])
    expect(reasons).toMatchObject([
      { code: 'ON_TIME_OFF', startsAt: '2026-03-01T05:00:00.000Z', resource: { id: ana.id } },
    ])
    expect(reasons[0]?.message).toMatch(
      /^Dr\. Ana is away \(vacation\) until .*May 4.*; first free with Dr\. \w+ Tue, Mar 3, /,
    )
    expect(nextFit).toMatchObject({ localStart: '2026-05-04T09:00', therapist: { name: 'Dr. Ana' } })
  })

  test('a preferred therapist who has none is told of beside the slots of others', async () => {
    const ben = await makeTherapist(database.db, desk.clinic.id, { name: 'Dr. Ben', hours: [] })
    const { slots, reasons } = await find({ preferTherapistId: ben.id, first: 1 })
    expect(slots).toHaveLength(1)
    expect(reasons).toMatchObject([{ code: 'OUTSIDE_HOURS', resource: { id: ben.id } }])
  })

  test('a program is bound by what the type asks of online booking, and the desk is not', async () => {
    const given = { typeId: (await makeType(database.db, desk.clinic.id)).id, therapistIds: [desk.okafor.id] }
    await write(sql`update appointment_types set lead_minutes = 2880, horizon_days = 10 where id = ${given.typeId}`)
    expect((await find(given)).slots).not.toEqual([])
    const soon = await find(given, desk.key)
    expect(soon).toMatchObject({ slots: [], reasons: [{ code: 'TOO_SOON' }] })
    expect(soon.nextFit?.localStart).toBe('2026-03-04T09:00')
    const april = { from: '2026-04-01T04:00:00Z', to: '2026-04-03T04:00:00Z' }
    expect(await find({ ...given, ...april }, desk.key)).toMatchObject({ reasons: [{ code: 'TOO_FAR' }] })
    await write(sql`update appointment_types set online = false where id = ${given.typeId}`)
    expect(await find(given, desk.key)).toMatchObject({ reasons: [{ code: 'RESOURCE_INACTIVE' }], nextFit: null })
  })
})

describe('an ask that makes no sense', () => {
  const late = { from: '2026-03-03T05:00:00Z', to: '2026-05-05T05:00:00Z' }
  test.each<[string, Record<string, unknown>, string]>([
    ['a window that ends before it begins', { to: TUESDAY.from }, 'to'],
    ['a window of more than 62 days', late, 'to'],
    ['a window in the year 9999', { from: '9999-03-01T00:00:00Z', to: '9999-03-02T00:00:00Z' }, 'from'],
    ['nobody to choose from', { therapistIds: [] }, 'therapistIds'],
    ['no room to choose from', { roomIds: [] }, 'roomIds'],
    ['four minutes', { minutes: 4 }, 'minutes'],
    ['a weekday that is none', { weekdays: [0] }, 'weekdays'],
    ['no weekday', { weekdays: [] }, 'weekdays'],
    ['times the wrong way round', { earliestTime: '15:00', latestTime: '09:00' }, 'latestTime'],
    ['a feature without a name', { roomFeatures: [' '] }, 'roomFeatures'],
    ['a feature that is no text', { roomFeatures: ['quiet\u0000'] }, 'roomFeatures'],
  ])('of %s is refused, with where it stands', async (_, input, field) => {
    const { errors } = await attempt(input)
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', path: ['input', field] })
  })

  test.each([0, 101])('of the first %i is refused', async (first) => {
    expect((await attempt({ first })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('the walls between clinics', () => {
  test('what is another clinic’s is not there, and that it was asked for is kept', async () => {
    const theirs = await makeDesk(app, database.db)
    for (const [field, value, own] of [
      ['typeId', theirs.type.id, uuid()],
      ['clientId', theirs.maya.id, uuid()],
      ['therapistIds', [theirs.chen.id], [uuid()]],
      ['roomIds', [theirs.oak.id], [uuid()]],
      ['preferTherapistId', theirs.chen.id, 'nonsense'],
      ['therapistIds', [desk.chen.id, desk.oak.id], [desk.chen.id, uuid()]],
    ] as const) {
      const [foreign, missing] = [await attempt({ [field]: value }), await attempt({ [field]: own })]
      expect(foreign.errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['input', field] })
      expect(missing.errors).toEqual(foreign.errors)
    }
    const missed = await inClinic(database.db, desk.clinic.id, (trx) =>
      sql`select 1 from audit_entries where action = 'availableSlots: not found' and subject_id = ${theirs.chen.id}`.execute(
        trx,
      ),
    )
    expect(missed.rows).toHaveLength(2)
  })

  test('who may not read the calendar is told no slots', async () => {
    expect(
      (await ask(app, undefined, SLOTS, { input: { typeId: desk.type.id, ...TUESDAY } })).errors?.[0]?.extensions.code,
    ).toBe('UNAUTHENTICATED')
    const writer = await makeApiKey(database.db, desk.clinic.id, ['write'])
    expect((await attempt({}, writer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })
})

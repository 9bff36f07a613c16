import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fillSlots } from '../../../actions/fill-slots.ts'
import { inClinic } from '../../../db/connect.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { countedDb } from '../../support/counted-db.ts'
import { MONDAY, MOVE } from '../../support/desk.ts'
import { manyWaiting } from '../../support/many-waiting.ts'
import { webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeWaitlistDesk, shown, THURSDAY, type WaitlistDesk } from '../../support/waitlist-desk.ts'
import { makeAppointment, makeType } from '../../support/world.ts'
import { wrongsIn } from '../../support/wrongs.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let database: TestDatabase
let app: TestApp
let list: WaitlistDesk
let now = MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, webhookProofs })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = MONDAY
  list = await makeWaitlistDesk(app, database, { now: () => now })
})

const later = (minutes: number, from = THURSDAY) => new Date(Date.parse(from) + minutes * MINUTE)

/** Leo's appointment of so many minutes is booked then and cancelled. */
async function cancelled(minutes?: number, startsAt = THURSDAY): Promise<void> {
  const { book, leo, oak } = list.desk
  const endsAt = minutes === undefined ? null : later(minutes, startsAt).toISOString()
  const { appointment } = await book({ startsAt, endsAt, roomId: oak.id, clientId: leo.id })
  await list.cancel(appointment)
}

/** Rows of a booking in it, past every rule. */
async function taken(from: number, until: number): Promise<void> {
  const { chen, clinic, maya, type } = list.desk
  const place = { clientId: maya.id, therapistId: chen.id, typeId: type.id }
  await makeAppointment(database.db, clinic.id, { ...place, startsAt: later(from), endsAt: later(until) })
}

/** The statements that filling takes. */
async function statementsOfFilling(): Promise<string[]> {
  const { db, statements } = countedDb(database.db)
  await fillSlots({ ...list.context, db }, { clinicId: list.desk.clinic.id })
  return statements
}

const locking = (statements: readonly string[]) =>
  statements.filter((each) => each.includes('from resources') && each.includes('for no key update'))
const starts = async () =>
  (await list.offers()).map((each) => [each.entry.client.name, each.slot.startsAt.slice(11, 16)])
const statuses = async () => (await list.freed()).map((each) => `${each.cause} ${each.status}`)

describe('looking for somebody', () => {
  test('takes as many statements for two hundred who wait as for two, and locks nobody when it fits none', async () => {
    const { clinic } = list.desk
    // Its buffer runs into what follows.
    const buffered = await makeType(database.db, clinic.id, { minutes: 50, bufferAfter: 30 })
    await taken(60, 110)
    await manyWaiting(database.db, clinic.id, { count: 2, typeId: buffered.id, since: now })
    await cancelled()
    const few = await statementsOfFilling()
    await manyWaiting(database.db, clinic.id, { count: 200, typeId: buffered.id, since: now })
    await cancelled()
    const many = await statementsOfFilling()
    expect(await statuses()).toEqual(['CANCELLED PASSED', 'CANCELLED PASSED'])
    expect(many.length).toBe(few.length)
    expect(locking(many)).toEqual([])
  })

  test('locks once for the one whom it fits, however many stand before her', async () => {
    const { clinic } = list.desk
    const buffered = await makeType(database.db, clinic.id, { minutes: 50, bufferAfter: 30 })
    await taken(60, 110)
    await manyWaiting(database.db, clinic.id, { count: 100, typeId: buffered.id, since: now - 48 * HOUR })
    await list.waiting('Ann')
    await cancelled()
    expect(locking(await statementsOfFilling())).toHaveLength(1)
    expect(await starts()).toEqual([['Ann', '19:00']])
  })

  test('lets others book with the therapist while it looks through new hours', async () => {
    const { chen, clinic, type } = list.desk
    await manyWaiting(database.db, clinic.id, { count: 40, typeId: type.id, since: now, days: [6] })
    const { resources } = await list.read<{ resources: { id: string; version: number }[] }>(
      '{ resources { id version } }',
    )
    const expectedVersion = resources.find((each) => each.id === chen.id)!.version
    const hours = [{ weekday: 6, startTime: '10:00', endTime: '15:00' }]
    await list.read('mutation ($input: SetWeeklyHoursInput!) { setWeeklyHours(input: $input) { __typename } }', {
      input: { resourceId: chen.id, expectedVersion, hours },
    })
    let booked = 0
    let isFilling = true
    const filling = list.fill().finally(() => {
      isFilling = false
    })
    while (isFilling) {
      await inClinic(database.db, clinic.id, (trx) =>
        sql`select from resources where id = ${chen.id} for no key update`.execute(trx),
      )
      booked++
    }
    await filling
    const offered = await list.offers()
    expect(offered.length).toBeGreaterThan(5)
    expect(booked).toBeGreaterThan(5)
    expect(await wrongsIn(database, clinic.id)).toEqual([])
  })

  test('never waits for who waits for it: what she would give up is locked with the rest', async () => {
    const { book, chen, clinic, elm, leo, maya, okafor, send, type } = list.desk
    // With whom each has an appointment comes before whom they wait for, in the order in which everybody locks.
    const hours = [14, 16, 18, 20]
    for (const hour of hours) {
      const { client, entry } = await list.waiting(`Person${hour}`)
      await list.send('leaveWaitlist', { id: entry.id, expectedVersion: 1 })
      const { appointment } = await book({ clientId: client.id, startsAt: `2026-03-12T${hour - 1}:00:00Z` })
      const wish = { clientId: client.id, typeId: type.id, appointmentId: appointment.id, therapistIds: [okafor.id] }
      await list.send('joinWaitlist', wish)
      const freed = { startsAt: `2026-03-05T${hour}:00:00Z`, therapistId: okafor.id, clientId: leo.id, roomId: elm.id }
      await list.cancel((await book(freed)).appointment)
    }
    const deadlocks = async () => {
      const [row] = await list.rows(`select deadlocks::int, pg_stat_force_next_flush() from pg_stat_database
        where datname = current_database() and $1::uuid is not null`)
      return row!.deadlocks as number
    }
    const before = await deadlocks()
    let { appointment } = await book({ clientId: maya.id, startsAt: '2026-03-10T15:00:00Z' })
    let isFilling = true
    const filling = list.fill().finally(() => {
      isFilling = false
    })
    while (isFilling) {
      const there = appointment.therapist.id === chen.id ? okafor.id : chen.id
      const to = { id: appointment.id, expectedVersion: appointment.version, therapistId: there }
      appointment = (await send(MOVE, { ...to, startsAt: appointment.startsAt })).appointment
    }
    await filling
    expect(shown(await list.offers())).toHaveLength(hours.length)
    expect(await deadlocks()).toBe(before)
    expect(await wrongsIn(database, clinic.id)).toEqual([])
  })
})

describe('what is left of a freed slot', () => {
  test('is offered where a short booking stands in it', async () => {
    await list.waiting('Ann')
    await cancelled(120)
    await taken(0, 15)
    await list.fill()
    expect(await starts()).toEqual([['Ann', '19:15']])
  })

  test('is shown as free with whom it still fits, and as filled once it is too short for anybody', async () => {
    await list.setPolicy({ mode: 'SUGGEST' })
    await list.waiting('Ann')
    await cancelled(120)
    const seen = async () => {
      const { freedSlots } = await list.read<{
        freedSlots: { nodes: { status: string; slot: { startsAt: string }; candidates: { fits: boolean }[] }[] }
      }>('{ freedSlots(first: 5) { nodes { status slot { startsAt } candidates(first: 5) { fits } } } }')
      return freedSlots.nodes.map(({ candidates, slot, status }) => [
        ...[status, slot.startsAt.slice(11, 16), candidates[0]?.fits],
      ])
    }
    await taken(0, 15)
    expect(await seen()).toEqual([['OPEN', '19:15', true]])
    await taken(65, 75)
    expect(await seen()).toEqual([['OPEN', '19:15', true]])
    await taken(30, 45)
    expect((await seen()).map(([status]) => status)).toEqual(['FILLED'])
  })

  test('is offered to the next once somebody has taken the first of it', async () => {
    await list.waiting('Ann', { urgency: 'URGENT' })
    await list.waiting('Bea')
    await cancelled(120)
    await list.fill()
    const [first] = await list.offers()
    await list.send('acceptOffer', { id: first!.id, expectedVersion: first!.version })
    await list.fill()
    expect(await starts()).toEqual([
      ['Ann', '19:00'],
      ['Bea', '20:00'],
    ])
    expect(await statuses()).toEqual(['CANCELLED FILLED', 'CANCELLED OFFERED'])
  })

  test('one who declined some of it is not offered the rest as well', async () => {
    await list.waiting('Ann')
    await cancelled(120)
    await list.fill()
    const [first] = await list.offers()
    await list.send('declineOffer', { id: first!.id, expectedVersion: first!.version })
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Ann DECLINED'])
    expect(await statuses()).toEqual(['CANCELLED PASSED'])
  })
})

describe('a slot that nobody was found for', () => {
  test('is offered to who joins the list while it is ahead, and to nobody whom it does not fit', async () => {
    await list.waiting('Ann', { days: [1] })
    await cancelled()
    await list.fill()
    expect(await statuses()).toEqual(['CANCELLED PASSED'])
    await list.waiting('Bea', { days: [2] })
    expect(await statuses()).toEqual(['CANCELLED PASSED'])
    await list.waiting('Cleo')
    expect(await statuses()).toEqual(['CANCELLED OPEN'])
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Cleo OPEN'])
  })

  test('is offered to who would now come at that time, and not once it is past', async () => {
    const { entry } = await list.waiting('Ann', { days: [1] })
    await cancelled()
    await list.fill()
    now = Date.parse(THURSDAY) - HOUR
    const late = await list.send('updateWaitlistEntry', { id: entry.id, expectedVersion: entry.version, days: [1, 4] })
    expect(await statuses()).toEqual(['CANCELLED PASSED'])
    now = MONDAY
    const { version } = late.entry
    await list.send('updateWaitlistEntry', { id: entry.id, expectedVersion: version, days: null })
    await list.fill()
    expect(shown(await list.offers())).toEqual(['Ann OPEN'])
  })

  test('who joins while it is being passed by is found', async () => {
    await list.waiting('Ann', { days: [1] })
    for (let round = 0; round < 3; round++) {
      await cancelled(undefined, later(round * 120, '2026-03-05T15:00:00Z').toISOString())
      await Promise.all([list.fill(), list.waiting(`Bea${round}`), list.fill()])
      await list.fill()
    }
    expect(shown(await list.offers())).toEqual(['Bea0 OPEN', 'Bea1 OPEN', 'Bea2 OPEN'])
  })
})

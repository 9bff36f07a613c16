import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, MOVE } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'
import { makeWaitlistDesk, THURSDAY, type WaitlistDesk } from '../../support/waitlist-desk.ts'
import { makeClient, makeType } from '../../support/world.ts'
import { wrongsIn } from '../../support/wrongs.ts'

const MINUTE = 60_000
const WEDNESDAY = '2026-03-04T15:00:00Z'

let database: TestDatabase
let app: TestApp
let list: WaitlistDesk
let now = MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = MONDAY
  list = await makeWaitlistDesk(app, database, { now: () => now })
})

/** Ann, booked from the waitlist on Thursday, and how that is taken back. */
async function bookAnn(wishes: Record<string, unknown> = {}) {
  const { chen, oak } = list.desk
  const ann = await list.waiting('Ann', wishes)
  const booked = await list.send('bookFromWaitlist', {
    ...{ entryId: ann.entry.id, therapistId: chen.id, roomId: oak.id, startsAt: THURSDAY },
    expectedVersion: ann.entry.version,
  })
  const undo = (expectedVersion = booked.entry.version) =>
    list.send('undoBookFromWaitlist', { id: ann.entry.id, expectedVersion })
  return { ann, booked, undo }
}

/** `booked 2026-03-05` for each that was ever booked. */
const standing = async () =>
  (await list.rows('select status, starts_at, id from appointments where clinic_id = $1 order by id')).map(
    (each) => `${each.status} ${(each.starts_at as Date).toISOString().slice(0, 10)}`,
  )

test('a booking from the waitlist is taken back: the time is free, she waits on, and nobody hears of any of it', async () => {
  const { booked, undo } = await bookAnn({ urgency: 'URGENT' })
  const undone = await undo()
  expect(undone.appointment).toMatchObject({ id: booked.appointment.id, status: 'ENTERED_IN_ERROR' })
  expect(undone.entry).toMatchObject({ status: 'WAITING', bookedAppointment: null, score: { total: 45 } })
  await list.fill()
  now += 60 * MINUTE
  await list.post()
  expect([await list.freed(), await list.offers()]).toEqual([[], []])
  expect(await list.rows('select kind from messages where clinic_id = $1')).toEqual([])

  const again = await undo(undone.entry.version)
  expect(again.problems[0]).toMatchObject({ code: 'TERMINAL_STATUS', message: 'Ann is not booked from the waitlist.' })
  const { chen, oak } = list.desk
  expect((await list.desk.book({ startsAt: THURSDAY, roomId: oak.id, therapistId: chen.id })).__typename).toBe(
    'AppointmentBooked',
  )
  expect(await wrongsIn(database, list.desk.clinic.id)).toEqual([])
})

test('a freed slot that the booking filled is free again', async () => {
  await list.setPolicy({ mode: 'SUGGEST' })
  await list.waiting('Bea')
  await list.free()
  const { undo } = await bookAnn()
  expect((await list.freed()).map((each) => each.status)).toEqual(['FILLED'])
  await undo()
  expect((await list.freed()).map((each) => each.status)).toEqual(['OPEN'])
})

test('what she gave up for it is hers again, whether it was moved or cancelled', async () => {
  const { chen, clinic, oak, type } = list.desk
  const other = await makeType(database.db, clinic.id, { bufferAfter: 10 })
  for (const typeId of [type.id, other.id]) {
    const client = await makeClient(database.db, clinic.id, { name: 'Ann' })
    const had = await list.desk.book({ startsAt: THURSDAY, roomId: oak.id, clientId: client.id, typeId })
    const { entry } = await list.send('joinWaitlist', {
      ...{ clientId: client.id, typeId: type.id, appointmentId: had.appointment.id },
    })
    const place = { therapistId: chen.id, startsAt: WEDNESDAY, expectedVersion: entry.version }
    const booked = await list.send('bookFromWaitlist', { entryId: entry.id, ...place })
    const before = await list.freed()
    const undone = await list.send('undoBookFromWaitlist', { id: entry.id, expectedVersion: booked.entry.version })
    expect(undone.entry.status).toBe('WAITING')
    const kept = (await list.rows('select id, status, starts_at from appointments where clinic_id = $1')).find(
      (each) => each.id === had.appointment.id,
    )
    expect(kept).toMatchObject({ status: 'booked', starts_at: new Date(THURSDAY) })
    // Where she was is no news to whoever waits.
    expect(await list.freed()).toHaveLength(before.length)
    expect(await wrongsIn(database, clinic.id)).toEqual([])
    await list.send('leaveWaitlist', { id: entry.id, expectedVersion: undone.entry.version })
    await list.cancel({ id: had.appointment.id, version: had.appointment.version + 2 })
  }
})

test('where she would go back to is taken meanwhile: nothing is undone, and it is said why', async () => {
  const { chen, leo, oak, type } = list.desk
  const ann = await makeClient(database.db, list.desk.clinic.id, { name: 'Ann' })
  const had = await list.desk.book({ startsAt: THURSDAY, roomId: oak.id, clientId: ann.id })
  const joining = { clientId: ann.id, typeId: type.id, appointmentId: had.appointment.id }
  const { entry } = await list.send('joinWaitlist', joining)
  const place = { therapistId: chen.id, startsAt: WEDNESDAY, expectedVersion: entry.version }
  const booked = await list.send('bookFromWaitlist', { entryId: entry.id, ...place })
  await list.desk.book({ startsAt: THURSDAY, roomId: oak.id, clientId: leo.id })
  const refused = await list.send('undoBookFromWaitlist', { id: entry.id, expectedVersion: booked.entry.version })
  expect(refused.problems.map((each) => each.code)).toContain('THERAPIST_BUSY')
  expect((await list.entry(entry.id)).status).toBe('BOOKED')
  expect(await standing()).toEqual(['booked 2026-03-04', 'booked 2026-03-05'])
})

test('what was changed since is left alone', async () => {
  const { ann, booked, undo } = await bookAnn()
  expect((await undo(1)).problems[0]).toMatchObject({ code: 'STALE_VERSION', path: ['input', 'expectedVersion'] })
  const again = await list.send('joinWaitlist', { clientId: ann.client.id, typeId: list.desk.type.id })
  expect((await undo()).problems[0]?.message).toMatch(/^Ann is waiting for .* again already\.$/)
  await list.send('leaveWaitlist', { id: again.entry.id, expectedVersion: 1 })
  const away = { id: booked.appointment.id, expectedVersion: 1, startsAt: WEDNESDAY }
  expect((await list.desk.send(MOVE, away)).__typename).toBe('AppointmentMoved')
  expect((await undo()).problems[0]?.message).toMatch(/^Ann's appointment was changed by .* since it was booked\.$/)
  expect(await standing()).toEqual(['booked 2026-03-04'])
})

test('a therapist takes back what stands in her own calendar, and nothing else', async () => {
  const { booked, ann } = await bookAnn()
  const { clinic, okafor } = list.desk
  const other = await makePerson(database.db, clinic.id, { role: 'therapist', therapistId: okafor.id })
  const input = { id: ann.entry.id, expectedVersion: booked.entry.version }
  await expect(list.send('undoBookFromWaitlist', input, await sessionCookieOf(database.db, other))).rejects.toThrow(
    /^FORBIDDEN/,
  )
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, MOVE } from '../../support/desk.ts'
import { makePhone, makeSentMessage, webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { freshNumber, makeReplyDesk, type ReplyDesk } from '../../support/reply-desk.ts'
import { rowsOf } from '../../support/rows.ts'
import { makeClient } from '../../support/world.ts'
import { wrongsIn } from '../../support/wrongs.ts'

let database: TestDatabase
let app: TestApp

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY, webhookProofs })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** So many clients of one therapist, one after the other on one day, each told by text. */
async function tellMany({ desk }: ReplyDesk, count: number) {
  const { db } = database
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const number = freshNumber()
      const client = await makeClient(db, desk.clinic.id, { name: `Client ${index}`, phone: number })
      const startsAt = new Date(Date.parse('2026-03-04T14:00:00Z') + index * 60 * 60_000).toISOString()
      const { appointment } = await desk.book({ clientId: client.id, startsAt, roomId: null })
      const about = { appointmentId: appointment.id, aboutStartsAt: startsAt, sentAt: MONDAY, recipient: number }
      await makeSentMessage(db, desk.clinic.id, about)
      return { phone: makePhone(app, number), appointment }
    }),
  )
}

test('clients who all move at once are held times of their own, and each is moved to the one she chose', async () => {
  const at = await makeReplyDesk(app, database, () => MONDAY)
  const { clinic } = at.desk
  const clients = await tellMany(at, 8)
  const offers = await Promise.all(clients.map(({ phone }) => phone.text('MOVE')))
  expect(offers.every((each) => each?.includes('kept for you'))).toBe(true)
  const held = await rowsOf(
    database,
    clinic.id,
    `select starts_at from slot_holds where clinic_id = $1 and status = 'held'`,
  )
  expect(new Set(held.map((each) => each.starts_at.getTime())).size).toBe(held.length)
  const answers = await Promise.all(clients.map(({ phone }) => phone.text('1')))
  expect(answers.every((each) => each?.includes('is now'))).toBe(true)
  expect(await wrongsIn(database, clinic.id)).toEqual([])
})

test('a yes, a no and a move of the desk at one moment end in a book that can be trusted', async () => {
  const at = await makeReplyDesk(app, database, () => MONDAY)
  const { desk } = at
  const clients = await tellMany(at, 6)
  await Promise.all(
    clients.flatMap(({ phone, appointment }, index) => [
      phone.text('Y'),
      phone.text('C'),
      phone.text('MOVE'),
      desk.send(MOVE, {
        id: appointment.id,
        expectedVersion: 1,
        startsAt: new Date(Date.parse('2026-03-06T14:00:00Z') + index * 60 * 60_000).toISOString(),
      }),
    ]),
  )
  expect(await wrongsIn(database, desk.clinic.id)).toEqual([])
  const rows = await rowsOf(database, desk.clinic.id, 'select status, reply from appointments where clinic_id = $1')
  expect(rows).toHaveLength(6)
  const texts = await rowsOf(database, desk.clinic.id, 'select id from message_replies where clinic_id = $1')
  expect(texts).toHaveLength(18)
})

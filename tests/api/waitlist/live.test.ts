import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSocket, startApp, subscribe, type TestApp } from '../../support/app.ts'
import { MONDAY } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeWaitlistDesk, THURSDAY } from '../../support/waitlist-desk.ts'

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

test('a board hears of entries, offers and freed slots, and of nothing else; what it missed comes with its cursor', async () => {
  const list = await makeWaitlistDesk(app, database, { now: () => MONDAY })
  const socket = openSocket(app, list.adminProof)
  const heard = subscribe<{
    waitlistChanged: { cursor: string; itemKind: string; itemId: string; actor: { name: string } }
  }>(socket, 'subscription { waitlistChanged(after: "0") { cursor itemKind itemId actor { name } } }', {})
  const next = async () => {
    const { value } = await heard.next()
    return value.waitlistChanged
  }
  const { appointment } = await list.desk.book({ startsAt: THURSDAY, roomId: list.desk.oak.id })
  const ann = await list.waiting('Ann')
  expect(await next()).toMatchObject({ itemKind: 'waitlist_entry', itemId: ann.entry.id })
  await list.cancel(appointment)
  expect(await next()).toMatchObject({ itemKind: 'freed_slot', actor: { name: 'Test program' } })
  await list.fill()
  const told = [await next(), await next(), await next()]
  expect(told.map((each) => [each.itemKind, each.actor.name])).toEqual([
    ['waitlist_offer', 'Daybook waitlist'],
    ['waitlist_entry', 'Daybook waitlist'],
    ['freed_slot', 'Daybook'],
  ])
  await socket.dispose()
})

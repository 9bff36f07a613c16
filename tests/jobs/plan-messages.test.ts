import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMessageDesk } from '../support/message-desk.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { at } from '../support/series-desk.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

describe('a booking', () => {
  it('is confirmed once it has settled, and reminded of', async () => {
    const desk = await makeMessageDesk(database)
    await desk.plan()
    await desk.book({ startsAt: at('2026-03-05T15:00:00Z') })
    await desk.plan()
    expect(await desk.lines()).toEqual([
      'confirmation email Mon 2026-03-02 08:00:20 scheduled',
      'two_days_before email Tue 2026-03-03 10:00 scheduled',
      'day_before sms Wed 2026-03-04 10:00 scheduled',
      'two_hours_before sms Thu 2026-03-05 08:00 scheduled',
    ])
    desk.pass(20)
    expect(await desk.send()).toEqual(['confirmation email Mon 2026-03-02 08:00:20'])
    expect(await desk.send()).toEqual([])
  })
})

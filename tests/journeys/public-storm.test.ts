import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { BOOKING_MONDAY, makeBookingDesk, startsIn, TUESDAY_TEN } from '../support/booking-desk.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { builtPages } from '../support/web.ts'

const VISITORS = 200
const HOUR = 60 * 60_000
/** Ten hours with each of two therapists. */
const STARTS = Array.from({ length: 10 }, (_, at) => TUESDAY_TEN - 2 * HOUR + at * HOUR)

let database: TestDatabase
let app: TestApp

beforeAll(async () => {
  database = await testDatabase({ max: 20 })
  app = await startApp(database, {
    now: () => BOOKING_MONDAY,
    pagesRoot: await builtPages(),
    trustedProxies: ['127.0.0.1'],
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

describe(`${VISITORS} visitors who want ${2 * STARTS.length} slots`, () => {
  it('have them all, none of them twice; each of the others is shown what else there is, and nobody an error', async () => {
    const hours = [2, 3].map((weekday) => ({ weekday, start: '08:00', end: '18:00' }))
    const desk = await makeBookingDesk(app, database, { hours })
    const wishes = Array.from({ length: VISITORS }, (_, at) => STARTS[at % STARTS.length]!)
    const outcomes = await Promise.all(
      wishes.map(async (start, at) => {
        const visitor = desk.visitor(`10.1.${at >> 8}.${at & 255}`)
        const answer = await visitor.hold(desk.type.id, start)
        if (answer.status !== 303)
          return { status: answer.status, alternatives: startsIn(firstForm(await answer.text())) }
        const fields = { name: `Visitor ${at}`, email: `visitor${at}@example.com`, phone: '' }
        return { status: (await visitor.book(answer.headers.get('location')!, fields)).status, alternatives: [] }
      }),
    )
    const losers = outcomes.filter(({ status }) => status !== 303)
    expect(outcomes.filter(({ status }) => status === 303)).toHaveLength(2 * STARTS.length)
    expect(new Set(losers.map(({ status }) => status))).toEqual(new Set([409]))
    expect(losers.filter(({ alternatives }) => alternatives.length < 2)).toEqual([])
    const taken = await desk.query(`select starts_at, therapist_id from appointments where clinic_id = $1`)
    expect(new Set(taken.map((each) => `${each.starts_at} ${each.therapist_id}`)).size).toBe(2 * STARTS.length)
    expect(await desk.query(`select id from slot_holds where clinic_id = $1 and status = 'held'`)).toEqual([])
  })
})

/** What is offered instead stands before the heading of the page. */
function firstForm(page: string): string {
  return page.slice(0, page.indexOf('<h1'))
}

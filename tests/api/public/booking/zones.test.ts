import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../../support/app.ts'
import { makeBookingDesk, textOf } from '../../../support/booking-desk.ts'
import { type TestDatabase, testDatabase } from '../../../support/postgres.ts'
import { builtPages } from '../../../support/web.ts'

let database: TestDatabase
let app: TestApp
let now = 0

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, pagesRoot: await builtPages() })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const NEW_YORK = 'America/New_York'
const HONOLULU = 'Pacific/Honolulu'
const KATHMANDU = 'Asia/Kathmandu'
const LORD_HOWE = 'Australia/Lord_Howe'
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** One opening of an hour, so that there is one time a day; the visitor's day, what she reads, and the clinic's clock. */
const cases = [
  // New York goes ahead on Sunday, March 11, 2040: from 15:00Z to 14:00Z for the same 10:00.
  [NEW_YORK, '10:00', HONOLULU, '2040-03-10', '5:00 AM', '10:00 AM at the clinic'],
  [NEW_YORK, '10:00', HONOLULU, '2040-03-11', '4:00 AM', '10:00 AM at the clinic'],
  [NEW_YORK, '10:00', KATHMANDU, '2040-03-10', '8:45 PM', '10:00 AM at the clinic'],
  [NEW_YORK, '10:00', KATHMANDU, '2040-03-11', '7:45 PM', '10:00 AM at the clinic'],
  [NEW_YORK, '10:00', LORD_HOWE, '2040-03-11', '2:00 AM', 'Sat 10:00 AM at the clinic'],
  [NEW_YORK, '10:00', LORD_HOWE, '2040-03-12', '1:00 AM', 'Sun 10:00 AM at the clinic'],
  // Lord Howe goes back by half an hour on Sunday, April 1, 2040.
  [NEW_YORK, '10:00', LORD_HOWE, '2040-04-01', '1:00 AM', 'Sat 10:00 AM at the clinic'],
  [NEW_YORK, '10:00', LORD_HOWE, '2040-04-02', '12:30 AM', 'Sun 10:00 AM at the clinic'],
  // The half hour from 1:30 to 2:00 is shown twice that night: the first is +11.
  [NEW_YORK, '10:30', LORD_HOWE, '2040-04-01', '1:30 AM GMT+11', 'Sat 10:30 AM at the clinic'],
  [NEW_YORK, '11:00', LORD_HOWE, '2040-04-01', '1:30 AM GMT+10:30', 'Sat 11:00 AM at the clinic'],
  // New York goes back on Sunday, November 4; Lord Howe ahead on October 7.
  [NEW_YORK, '10:00', HONOLULU, '2040-11-03', '4:00 AM', '10:00 AM at the clinic'],
  [NEW_YORK, '10:00', HONOLULU, '2040-11-04', '5:00 AM', '10:00 AM at the clinic'],
  [NEW_YORK, '10:00', KATHMANDU, '2040-11-03', '7:45 PM', '10:00 AM at the clinic'],
  [NEW_YORK, '10:00', KATHMANDU, '2040-11-04', '8:45 PM', '10:00 AM at the clinic'],
  [NEW_YORK, '10:00', LORD_HOWE, '2040-10-07', '12:30 AM', 'Sat 10:00 AM at the clinic'],
  [NEW_YORK, '10:00', LORD_HOWE, '2040-10-08', '1:00 AM', 'Sun 10:00 AM at the clinic'],
  [LORD_HOWE, '09:00', HONOLULU, '2040-09-29', '12:30 PM', 'Sun 9:00 AM at the clinic'],
  [LORD_HOWE, '09:00', KATHMANDU, '2040-10-07', '3:45 AM', '9:00 AM at the clinic'],
] as const

describe('the times that a visitor is shown', () => {
  it.each(cases)('of a clinic in %s at %s, to one in %s on %s: %s', async (zone, opens, seenFrom, day, time, there) => {
    now = Date.parse(`${day}T12:00:00Z`) - 6 * 24 * 60 * 60_000
    const hours = EVERY_DAY.map((weekday) => ({ weekday, start: opens, end: after(opens) }))
    const desk = await makeBookingDesk(app, database, { zone, hours })
    await desk.query(`update clinics set step_minutes = 30 where id = $1`)
    await desk.query(`update appointment_types set buffer_after_minutes = 0 where clinic_id = $1`)
    const page = await fetch(
      `${app.url}${desk.base}/dr-chen?type=${desk.type.id}&day=${day}&zone=${encodeURIComponent(seenFrom)}`,
    )
    const text = textOf(await page.text())
    expect(text).toContain(`${time} ${there}`)
    expect(text).toContain('The clinic is in')
  })

  it('are the clinic’s own where nobody says where she is', async () => {
    now = Date.parse('2040-03-05T13:00:00Z')
    const desk = await makeBookingDesk(app, database)
    const page = textOf(await (await fetch(`${app.url}${desk.base}/dr-chen?type=${desk.type.id}`)).text())
    expect(page).toContain('Times are shown in New York (Eastern Time).')
    expect(page).not.toContain('at the clinic')
  })
})

/** Fifty minutes later. */
function after(time: string): string {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 50
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

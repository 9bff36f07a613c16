import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inClinic } from '../../db/connect.ts'
import { addDays, instantOf, localDateOf, weekdayOf } from '../../domain/zone.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type DaybookProgram, startDaybookProgram } from '../support/daybook-program.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { type Providers, startProviders } from '../support/providers.ts'
import { makeWaitlistDesk } from '../support/waitlist-desk.ts'
import { wrongsIn } from '../support/wrongs.ts'

const CLINICS = 5
const SLOTS = 3
const ZONE = 'America/New_York'

let database: TestDatabase
let app: TestApp
let providers: Providers
const workers: DaybookProgram[] = []
const now = () => Date.now()

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database)
  providers = await startProviders()
})
afterAll(async () => {
  await Promise.all(workers.map((each) => each.stop()))
  await providers.stop()
  await app.close()
  await database.close()
})

async function startWorker(): Promise<DaybookProgram> {
  const settings = {
    DATABASE_URL: database.ownerUrl,
    DAYBOOK_SECRET: 'a secret that both programs know',
    ...providers.env,
  }
  const worker = await startDaybookProgram(settings, '--role', 'jobs')
  workers.push(worker)
  return worker
}

/** One of the weekday mornings a week from now, by the clinic's clock. */
function morning(at: number): string {
  const today = localDateOf(now(), ZONE)
  const monday = addDays(today, 8 - weekdayOf(today) + 7)
  return new Date(instantOf(addDays(monday, at), '10:00', ZONE)).toISOString()
}

/** A clinic that offers at any hour, with somebody booked on so many mornings and more people who would like to come. */
async function openList() {
  const list = await makeWaitlistDesk(app, database, { now })
  const { desk } = list
  await inClinic(database.db, desk.clinic.id, (trx) =>
    sql`update waitlist_policies set leave_from = '00:00', leave_until = '23:59:59'
      where clinic_id = ${desk.clinic.id}`.execute(trx),
  )
  const appointments = []
  for (let at = 0; at < SLOTS; at++) {
    await list.waiting(`Person${at}`)
    const booked = { startsAt: morning(at), roomId: desk.oak.id, clientId: desk.leo.id }
    appointments.push((await desk.book(booked)).appointment)
  }
  return { list, appointments }
}

test('what many clinics free at once is offered once each, whichever of two programs does it', async () => {
  const lists = []
  while (lists.length < CLINICS) lists.push(await openList())
  await Promise.all([startWorker(), startWorker()])
  const { twilio } = providers
  await Promise.all(
    lists.map(async ({ appointments, list }) => {
      for (const each of appointments) await list.cancel(each)
    }),
  )
  await twilio.untilAccepted(CLINICS * SLOTS)
  for (const { list } of lists) {
    expect((await list.offers()).map((each) => each.status)).toEqual(Array(SLOTS).fill('OPEN'))
    expect(await wrongsIn(database, list.desk.clinic.id)).toEqual([])
  }
  expect(new Set(twilio.accepted.map((each) => each.to)).size).toBe(twilio.accepted.length)
}, 60_000)

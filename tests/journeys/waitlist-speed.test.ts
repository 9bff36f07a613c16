import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAnnouncer } from '../../api/live/announcer.ts'
import { makeLog } from '../../api/log.ts'
import { inClinic } from '../../db/connect.ts'
import { addDays, instantOf, localDateOf, weekdayOf } from '../../domain/zone.ts'
import { openChannels } from '../../jobs/channels/channels.ts'
import { openJobs } from '../../jobs/kit.ts'
import { type RunningJobs, startJobs } from '../../jobs/schedule.ts'
import { makeComposer } from '../../jobs/send/compose.ts'
import { makeSender } from '../../jobs/send/sender.ts'
import { SECRET, startApp, type TestApp } from '../support/app.ts'
import { webhookProofs } from '../support/phone.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { type Providers, startProviders } from '../support/providers.ts'
import { makeWaitlistDesk } from '../support/waitlist-desk.ts'
import { wrongsIn } from '../support/wrongs.ts'

let database: TestDatabase
let app: TestApp
let providers: Providers
let running: RunningJobs
const now = () => Date.now()

/** The program as it runs: jobs look for work by themselves, and the clock is the real one. */
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { webhookProofs })
  providers = await startProviders()
  const { db, url } = database
  const log = makeLog('silent')
  const jobs = await openJobs(db, url)
  const channels = openChannels(providers.settings, { db, now })
  const composer = makeComposer({ jobs, publicUrl: app.url, mailFrom: 'book@harbor.example', secret: SECRET })
  const context = { db, jobs, now, announce: createAnnouncer(db, log) }
  running = await startJobs({ context, url, log, secret: SECRET, sender: makeSender({ channels, ...composer, log }) })
})
afterAll(async () => {
  await running.stop()
  await providers.stop()
  await app.close()
  await database.close()
})

/** A weekday a week from now, at ten by the clinic's clock. */
function nextWeek(): string {
  const zone = 'America/New_York'
  const date = addDays(localDateOf(now(), zone), 8 - weekdayOf(localDateOf(now(), zone)) + 7)
  return new Date(instantOf(date, '10:00', zone)).toISOString()
}

/** A clinic that offers at any hour, with somebody booked. */
async function openList() {
  const list = await makeWaitlistDesk(app, database, { now, settings: providers.settings })
  const { desk } = list
  await inClinic(database.db, desk.clinic.id, (trx) =>
    sql`update waitlist_policies set leave_from = '00:00', leave_until = '23:59:59'
      where clinic_id = ${desk.clinic.id}`.execute(trx),
  )
  const { appointment } = await desk.book({ startsAt: nextWeek(), roomId: desk.oak.id })
  return { list, appointment }
}

test('an offer leaves within two seconds of the cancellation, and the next within two of the yes', async () => {
  const { appointment, list } = await openList()
  const ann = await list.waiting('Ann')
  await list.waiting('Bea')
  const cancelled = performance.now()
  await list.cancel(appointment)
  await providers.twilio.untilAccepted(1)
  const offered = performance.now() - cancelled
  expect(providers.twilio.accepted.at(-1)?.to).toBe(ann.phone.number)
  const declined = performance.now()
  await ann.phone.text('no')
  await providers.twilio.untilAccepted(2)
  const passedOn = performance.now() - declined
  expect(Math.max(offered, passedOn)).toBeLessThan(2_000)
  expect((await list.offers()).map((each) => each.status)).toEqual(['DECLINED', 'OPEN'])
  expect(await wrongsIn(database, list.desk.clinic.id)).toEqual([])
})

test('a provider that answers nobody of several clinics keeps no other waiting', async () => {
  const silent = []
  for (let at = 0; at < 5; at++) {
    const one = await openList()
    const { phone } = await one.list.waiting('Ann')
    providers.twilio.always(phone.number, 'never answers')
    silent.push(one)
  }
  const other = await openList()
  await other.list.waiting('Bea')
  const { accepted, attempts } = providers.twilio
  await Promise.all(silent.map((one) => one.list.cancel(one.appointment)))
  await providers.twilio.untilAttempted(attempts + silent.length)
  const cancelled = performance.now()
  await other.list.cancel(other.appointment)
  await providers.twilio.untilAccepted(accepted.length + 1)
  expect(performance.now() - cancelled).toBeLessThan(2_000)
})

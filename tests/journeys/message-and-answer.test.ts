import { afterAll, beforeAll, expect, test } from 'vitest'
import { planMessages } from '../../actions/plan-messages.ts'
import { makeLog } from '../../api/log.ts'
import { openChannels } from '../../jobs/channels/channels.ts'
import { openJobs } from '../../jobs/kit.ts'
import { makeComposer } from '../../jobs/send/compose.ts'
import { makeSender } from '../../jobs/send/sender.ts'
import { ask, startApp, type TestApp } from '../support/app.ts'
import { formsOf, LATER_MONDAY } from '../support/client-links.ts'
import { makeDesk } from '../support/desk.ts'
import { makePhone, postTwilio, webhookProofs } from '../support/phone.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { type Providers, startProviders } from '../support/providers.ts'
import { rowsOf } from '../support/rows.ts'
import { makePerson, sessionCookieOf } from '../support/sign-in.ts'
import { twilioFaults } from '../support/twilio-double.ts'
import { wrongsIn } from '../support/wrongs.ts'

const MINUTE = 60_000

let database: TestDatabase
let app: TestApp
let providers: Providers
let now = LATER_MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, webhookProofs })
  providers = await startProviders()
})
afterAll(async () => {
  await providers.stop()
  await app.close()
  await database.close()
})

/** What the jobs do once their time has come: plans are made, and what is due leaves. */
async function openJobsOf(clinicId: string) {
  const jobs = await openJobs(database.db, database.url)
  const { twilio, ...others } = providers.settings
  const settings = { ...others, twilio: twilio && { ...twilio, publicUrl: app.url } }
  const channels = openChannels(settings, { db: database.db, now: () => now })
  const composer = makeComposer({ jobs, publicUrl: app.url, mailFrom: 'book@harbor.example' })
  const sender = makeSender({ channels, ...composer, log: makeLog('silent') })
  const context = { db: database.db, jobs, now: () => now, announce: () => undefined, requestId: 'journey' }
  return async () => {
    await planMessages(context, { clinicId })
    await sender.drain(context, clinicId)
  }
}

test('who writes about an appointment is told of by an e-mail that leaves the text behind', async () => {
  now = LATER_MONDAY
  const desk = await makeDesk(app, database.db)
  const work = await openJobsOf(desk.clinic.id)
  const therapist = await makePerson(database.db, desk.clinic.id, { role: 'therapist', therapistId: desk.chen.id })
  const proof = await sessionCookieOf(database.db, therapist)
  const { appointment } = await desk.book({ startsAt: '2040-03-07T15:00:00Z' })
  const write = `mutation ($input: SendAppointmentMessageInput!) { sendAppointmentMessage(input: $input) { __typename } }`
  const input = { appointmentId: appointment.id, text: 'Something private' }
  expect((await ask(app, proof, write, { input })).errors).toBeUndefined()
  const before = providers.postmark.accepted.length
  now += 2 * MINUTE
  await work()
  const told = providers.postmark.accepted.slice(before).find((each) => each.Subject.includes('message'))!
  expect(told.To).toContain('maya@example.com')
  expect(JSON.stringify(told)).not.toContain('Something private')
  const link = new RegExp(`${app.url}/m/[\\w-]{43}`).exec(told.TextBody ?? '')![0]
  expect(await (await fetch(link)).text()).toContain('Something private')

  const body = new URLSearchParams({ text: 'Private too' })
  await fetch(`${link}/message`, { method: 'POST', body, headers: { origin: app.url } })
  now += 2 * MINUTE
  await work()
  const answer = providers.postmark.accepted.at(-1)!
  expect(answer.To).toContain(therapist.memberId)
  expect(JSON.stringify(answer)).not.toContain('Private too')
})

test('a text that the company refuses to a number that said STOP to it stops the number here, and goes by e-mail', async () => {
  now = LATER_MONDAY
  const desk = await makeDesk(app, database.db)
  const work = await openJobsOf(desk.clinic.id)
  await desk.book({ startsAt: '2040-03-06T15:00:00Z' })
  await work()
  now += MINUTE
  await work()
  now = Date.parse('2040-03-05T15:01:00Z')
  providers.twilio.next(twilioFaults.unsubscribed)
  const before = providers.postmark.accepted.length
  await work()
  await work()
  const stopped = await rowsOf(database, desk.clinic.id, 'select phone from stopped_numbers where clinic_id = $1')
  expect(stopped).toEqual([{ phone: desk.maya.phone }])
  expect(providers.postmark.accepted.slice(before).map((each) => each.To)).toEqual(['maya@example.com'])
})

test('a client is told, moves by the link in her mail, is reminded by text, and answers it', async () => {
  now = LATER_MONDAY
  const desk = await makeDesk(app, database.db)
  const phone = makePhone(app, desk.maya.phone)
  const work = await openJobsOf(desk.clinic.id)
  await work()
  const before = providers.postmark.accepted.length
  const { appointment } = await desk.book({ startsAt: '2040-03-07T15:00:00Z' })
  now += MINUTE
  await work()
  const mail = providers.postmark.accepted[before]
  expect(mail?.To).toContain('maya@example.com')
  expect(mail?.Subject).not.toContain('Maya')
  const link = new RegExp(`${app.url}/m/[\\w-]{43}`).exec(mail?.TextBody ?? '')?.[0]

  const page = await (await fetch(`${link}?move`)).text()
  const choose = (fields: Record<string, string>) =>
    fetch(`${link}/move`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: app.url } })
  const held = await (
    await choose(formsOf(page, 'move').find(({ start }) => Number(start) > now + 72 * 60 * MINUTE)!)
  ).text()
  const [take] = formsOf(held, 'move')
  expect(await (await choose(take!)).text()).toContain('Your appointment is moved')

  const [moved] = await rowsOf<{ starts_at: Date }>(
    database,
    desk.clinic.id,
    'select starts_at from appointments where clinic_id = $1',
  )
  const startsAt = moved!.starts_at.getTime()
  expect(startsAt).not.toBe(Date.parse(appointment.startsAt))
  now += 5 * MINUTE
  await work()
  now = startsAt - 24 * 60 * MINUTE + MINUTE
  await work()
  const text = providers.twilio.accepted.at(-1)!
  expect(text.to).toBe(desk.maya.phone)
  expect(text.body).toContain('Reply YES')

  const status = new URL(text.statusCallback!).pathname
  expect((await postTwilio(app, status, { MessageSid: text.sid, MessageStatus: 'delivered' })).status).toBe(204)
  expect(await phone.text('Yes!')).toContain('Thank you')
  const [card] = await rowsOf(
    database,
    desk.clinic.id,
    'select message_state, reply, status from appointments where clinic_id = $1',
  )
  expect(card).toEqual({ message_state: 'delivered', reply: 'confirmed', status: 'booked' })

  expect(await phone.text('Sorry, I have to cancel')).toContain('is cancelled')
  const left = [providers.postmark.accepted.length, providers.twilio.accepted.length] as const
  for (const minutes of [5, 60, 24 * 60]) {
    now += minutes * MINUTE
    await work()
  }
  const [last, ...more] = providers.postmark.accepted.slice(left[0])
  expect([last?.Tag, more.length, providers.twilio.accepted.length]).toEqual(['cancelled', 0, left[1]])
  expect(Buffer.from(last!.Attachments[0]!.Content, 'base64').toString()).toContain('METHOD:CANCEL')
  expect(await wrongsIn(database, desk.clinic.id)).toEqual([])
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLog } from '../../../api/log.ts'
import { openChannels } from '../../../jobs/channels/channels.ts'
import { openJobs } from '../../../jobs/kit.ts'
import { makeComposer } from '../../../jobs/send/compose.ts'
import { makeSender } from '../../../jobs/send/sender.ts'
import { type Answer, ask, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { makeOffice, type Office } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { type Providers, startProviders } from '../../support/providers.ts'
import { rowsOf } from '../../support/rows.ts'
import { makeTemplateDesk } from './template-desk.ts'

/** Monday 2 March 2026, four in the morning in New York: no hour for a reminder. */
const NOW = Date.UTC(2026, 2, 2, 9)
const SEND = `mutation ($input: SendTestMessageInput!) { sendTestMessage(input: $input) { __typename
  ... on MessageScheduled { message { id kind channel audience recipient language status appointment { id }
    content { subject text html } } }
  ... on RecordRefused { problems { code message path } } } }`
const MAIL = { kind: 'CONFIRMATION', channel: 'EMAIL', language: 'es', to: ' rosa@example.com ' }
const TEXT = { kind: 'DAY_BEFORE', channel: 'SMS', language: 'en', to: '+1 (202) 555-0123' }

interface Sent {
  readonly __typename: string
  readonly message: { id: string; content: { subject: string | null; text: string } } & Record<string, unknown>
  readonly problems: { code: string; message: string; path: string[] }[]
}

let database: TestDatabase
let app: TestApp
let office: Office
let providers: Providers

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => NOW })
  providers = await startProviders()
  office = await makeOffice(app, database)
})
afterAll(async () => {
  await app.close()
  await providers.stop()
  await database.close()
})

const attempt = (input: object, proof = office.admin.cookie): Promise<Answer<{ sendTestMessage: Sent }>> =>
  ask(app, proof, SEND, { input })

async function send(input: object): Promise<Sent> {
  const { data, errors } = await attempt(input)
  if (errors) throw new Error(errors[0]?.message, { cause: errors })
  return data.sendTestMessage
}

/** As the job that was asked for does. */
async function sendDue(): Promise<void> {
  const { db, url } = database
  const jobs = await openJobs(db, url)
  const now = () => NOW
  const composer = makeComposer({ jobs, publicUrl: 'https://book.example', mailFrom: 'desk@harbor.example' })
  const sender = makeSender({
    ...composer,
    channels: openChannels(providers.settings, { db, now }),
    log: makeLog('silent'),
  })
  await sender.drain({ db, jobs, now, announce: () => undefined, requestId: 'job' }, office.clinic.id)
  await sender.stop()
}

describe('a test message', () => {
  test('is a mail like the real one, in words that say what it is, and leaves at any hour', async () => {
    const { message } = await send(MAIL)
    expect(message).toMatchObject({
      ...{ kind: 'TEST', channel: 'EMAIL', audience: 'MEMBER', recipient: 'rosa@example.com' },
      ...{ language: 'es', status: 'SCHEDULED', appointment: null },
    })
    await sendDue()
    const mail = providers.postmark.accepted.find((each) => each.Metadata.message === message.id)
    expect(mail).toMatchObject({
      To: 'rosa@example.com',
      Subject: 'Prueba: Su cita está reservada: martes 10 de marzo a las 2:30 pm',
    })
    expect(mail).toMatchObject({ Subject: message.content.subject, TextBody: expect.stringContaining('Hola, Maya:') })
    expect(mail?.Attachments.map((each) => each.ContentType)).toEqual(['text/calendar; charset=utf-8; method=REQUEST'])
  })

  test('says what the clinic says, in a text to a number as people write it', async () => {
    const desk = makeTemplateDesk(app, office.admin.cookie)
    const { kind, channel, language } = TEXT
    await desk.update({ kind, channel, language, expectedVersion: 0, body: 'See you {{whenShort}}!' })
    const { message } = await send(TEXT)
    await sendDue()
    const text = providers.twilio.accepted.find((each) => each.to === '+12025550123')
    expect(text?.body).toBe('Test. See you Tue, Mar 10 at 2:30 PM!')
    expect(message.content.text).toBe(text?.body)
  })

  test('asks for one job, which carries no address', async () => {
    await send(MAIL)
    const jobs = await rowsOf<{ data: object }>(
      database,
      office.clinic.id,
      `select data from pgboss.job where name = 'send-messages' and data->>'clinicId' = $1::text`,
    )
    expect(jobs.map((each) => each.data)).toEqual([{ clinicId: office.clinic.id }])
  })

  test('is one message when it is asked for twice with one id', async () => {
    const input = { ...MAIL, clientMutationId: 'a test, please' }
    const [first, second] = [await send(input), await send(input)]
    expect(second.message.id).toBe(first.message.id)
  })

  test.each([
    [{ ...MAIL, to: 'rosa' }, 'To must be an e-mail address.'],
    [{ ...MAIL, to: 'rosa@example.com\r\nBcc: all@example.com' }, 'To must be an e-mail address.'],
    [{ ...TEXT, to: 'rosa@example.com' }, 'To must be a telephone number with its country, like +1 202 555 0123.'],
  ])('goes to nobody when the address is none (%#)', async (input, problem) => {
    const before = await clinicState(database, office.clinic.id)
    expect((await send(input)).problems).toEqual([{ code: 'INVALID', message: problem, path: ['input', 'to'] }])
    expect(await clinicState(database, office.clinic.id)).toBe(before)
  })

  test('is sent by administrators only, of messages there are', async () => {
    for (const { cookie } of [office.receptionist, office.therapist])
      expect((await attempt(MAIL, cookie)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await attempt({ ...MAIL, kind: 'TEST' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })
})

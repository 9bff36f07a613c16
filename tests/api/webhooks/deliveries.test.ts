import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { makeSentMessage, postPostmark, postTwilio, webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
let about: { appointmentId: string; aboutStartsAt: string; sentAt: number; clientId: string }

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY, webhookProofs })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  desk = await makeDesk(app, database.db)
  const { appointment } = await desk.book()
  const { id: appointmentId, startsAt: aboutStartsAt } = appointment
  about = { appointmentId, aboutStartsAt, sentAt: MONDAY, clientId: desk.maya.id }
})

const sent = (more: Partial<Parameters<typeof makeSentMessage>[2]> = {}) =>
  makeSentMessage(database.db, desk.clinic.id, { ...about, ...more })

async function messageRow(id: string) {
  const rows = await rowsOf(database, desk.clinic.id, 'select * from messages where clinic_id = $1')
  return rows.find((each) => each.id === id)!
}

async function markOf() {
  const [row] = await rowsOf(
    database,
    desk.clinic.id,
    'select message_state, messages_version, version from appointments where clinic_id = $1',
  )
  return row!
}

const twilioSays = (id: string, fields: Record<string, string>) =>
  postTwilio(app, `/webhooks/twilio/status/${desk.clinic.id}/${id}`, { MessageSid: `SM${id}`, ...fields })
const postmarkSays = (id: string, body: object) =>
  postPostmark(app, { MessageID: `SM${id}`, Metadata: { clinic: desk.clinic.id, message: id }, ...body })

/** The JSON of Postmark's documents, but for whom and what it is about. */
const BOUNCE = {
  RecordType: 'Bounce',
  ID: 42,
  Type: 'HardBounce',
  TypeCode: 1,
  Name: 'Hard bounce',
  Description: 'The server was unable to deliver your message (ex: unknown user, mailbox not found).',
  Details: 'Test bounce details',
  Email: 'maya@example.com',
  BouncedAt: '2014-08-01T13:28:10.2735393-04:00',
  Inactive: true,
}
const DELIVERY = { RecordType: 'Delivery', ServerID: 23, Recipient: 'maya@example.com', Tag: '', Details: 'Test' }

describe('what became of a text', () => {
  it('is delivered, on the card too, without a new version of the appointment', async () => {
    const id = await sent()
    expect((await twilioSays(id, { MessageStatus: 'delivered' })).status).toBe(204)
    expect(await messageRow(id)).toMatchObject({ status: 'delivered', delivered_at: new Date(MONDAY) })
    expect(await markOf()).toMatchObject({ message_state: 'delivered', version: 1 })
  })

  it('only goes forward, in whatever order and how often Twilio says it', async () => {
    const id = await sent()
    for (const MessageStatus of [
      'delivered',
      'sent',
      'sending',
      'queued',
      'delivered',
      'undelivered',
      'failed',
      'sent',
    ])
      await twilioSays(id, { MessageStatus })
    expect(await messageRow(id)).toMatchObject({ status: 'delivered', failure_code: null })
    expect((await markOf()).messages_version).toBe(1)
  })

  it('is known before our own note of having sent it', async () => {
    const id = await sent({ status: 'sending' })
    await twilioSays(id, { MessageStatus: 'delivered' })
    expect(await messageRow(id)).toMatchObject({ status: 'delivered', unsure: false })
  })

  it('of an earlier try is not believed of the present one', async () => {
    const id = await sent()
    await twilioSays(id, { MessageStatus: 'failed', MessageSid: 'SManother' })
    expect(await messageRow(id)).toMatchObject({ status: 'sent' })
  })

  it('is that it never arrived: an e-mail follows, and the card says so', async () => {
    const id = await sent()
    await twilioSays(id, { MessageStatus: 'undelivered', ErrorCode: '30003' })
    expect(await messageRow(id)).toMatchObject({ status: 'failed', failure_code: '30003' })
    const waiting = await rowsOf(
      database,
      desk.clinic.id,
      `select channel, recipient, fallback_of from messages where clinic_id = $1 and status = 'scheduled'`,
    )
    expect(waiting).toEqual([{ channel: 'email', recipient: 'maya@example.com', fallback_of: id }])
    expect(await markOf()).toMatchObject({ message_state: 'failed' })
  })

  it('is that it never arrived, where an e-mail told the same after the appointment was edited: none follows', async () => {
    const id = await sent()
    const mail = await sent({ channel: 'email', recipient: 'maya@example.com' })
    await rowsOf(
      database,
      desk.clinic.id,
      `update messages set appointment_version = 2 where clinic_id = $1 and id = '${mail}'`,
    )
    await twilioSays(id, { MessageStatus: 'undelivered', ErrorCode: '30003' })
    const statuses = await rowsOf(database, desk.clinic.id, 'select status from messages where clinic_id = $1')
    expect(statuses.map((each) => each.status).sort()).toEqual(['failed', 'sent'])
  })

  it('is that the number had said STOP to the company: it is stopped here too', async () => {
    const id = await sent()
    await twilioSays(id, { MessageStatus: 'failed', ErrorCode: '21610' })
    const stopped = await rowsOf(database, desk.clinic.id, 'select phone from stopped_numbers where clinic_id = $1')
    expect(stopped).toEqual([{ phone: '+12025550123' }])
  })

  it.each([
    ['completed', 'delivered'],
    ['busy', 'failed'],
    ['no-answer', 'failed'],
  ])('or of a call that was %s is %s', async (CallStatus, status) => {
    const id = await sent({ channel: 'voice' })
    await postTwilio(app, `/webhooks/twilio/status/${desk.clinic.id}/${id}`, { CallSid: `SM${id}`, CallStatus })
    expect(await messageRow(id)).toMatchObject({ status })
  })
})

describe('what became of an e-mail', () => {
  const mail = () => sent({ channel: 'email', recipient: 'maya@example.com' })
  const consents = async () => {
    const rows = await rowsOf(database, desk.clinic.id, 'select id, consents from clients where clinic_id = $1')
    return rows.find((each) => each.id === desk.maya.id)!.consents
  }

  it('is delivered, and bounces later, but never the other way round', async () => {
    const id = await mail()
    await postmarkSays(id, DELIVERY)
    expect(await messageRow(id)).toMatchObject({ status: 'delivered' })
    await postmarkSays(id, BOUNCE)
    await postmarkSays(id, DELIVERY)
    await postmarkSays(id, BOUNCE)
    expect(await messageRow(id)).toMatchObject({ status: 'bounced', failure_code: 'HardBounce' })
    expect(await markOf()).toMatchObject({ message_state: 'failed' })
  })

  it('ends consent to e-mail when its reader complains, or asks the company for no more, until taken back', async () => {
    const id = await mail()
    await postmarkSays(id, { RecordType: 'SpamComplaint', Email: 'maya@example.com' })
    expect(await consents()).toEqual(['sms'])
    await postmarkSays(id, { RecordType: 'SubscriptionChange', SuppressSending: false })
    expect(await consents()).toEqual(['email', 'sms'])
    await postmarkSays(id, { RecordType: 'SubscriptionChange', SuppressSending: true })
    expect(await consents()).toEqual(['sms'])
    expect(await messageRow(id)).toMatchObject({ status: 'sent' })
  })

  it('takes nobody’s consent for an address that does not work, nor gives it back for the account’s sake', async () => {
    const id = await mail()
    const change = { RecordType: 'SubscriptionChange', Recipient: 'maya@example.com' }
    await postmarkSays(id, { ...change, Origin: 'Recipient', SuppressSending: true, SuppressionReason: 'HardBounce' })
    expect(await consents()).toEqual(['email', 'sms'])
    await postmarkSays(id, { RecordType: 'SpamComplaint', Email: 'maya@example.com' })
    await postmarkSays(id, { ...change, Origin: 'Customer', SuppressSending: false, SuppressionReason: null })
    expect(await consents()).toEqual(['sms'])
  })

  it('is not believed of another clinic’s message', async () => {
    const id = await mail()
    const other = await makeDesk(app, database.db)
    const before = await clinicState(database, desk.clinic.id)
    const Metadata = { clinic: other.clinic.id, message: id }
    expect((await postPostmark(app, { ...BOUNCE, MessageID: `SM${id}`, Metadata })).status).toBe(204)
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })
})

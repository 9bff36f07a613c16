import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { isSignedByTwilio } from '../../../api/webhooks/twilio-signature.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { makeSentMessage, POSTMARK_USER, postPostmark, postTwilio, webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

/** From Twilio's documents on security, and from those of its libraries. */
const VECTORS = [
  { caller: '+14158675309', signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' },
  { caller: '+12349013030', signature: '0/KCTR6DLpKmkAf8muzZqo1nDgQ=' },
]

describe.each(VECTORS)('the vector of Twilio’s documents that is signed $signature', ({ caller, signature }) => {
  const fields = { CallSid: 'CA1234567890ABCDE', Caller: caller, Digits: '1234', From: caller, To: '+18005551212' }
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'

  it('is believed', () => {
    expect(isSignedByTwilio('12345', { signature, url, fields })).toBe(true)
  })

  it('is not believed with another field, address, token or signature, or with none', () => {
    expect(isSignedByTwilio('12345', { signature, url, fields: { ...fields, Digits: '1' } })).toBe(false)
    expect(isSignedByTwilio('12345', { signature, url: url.replace('foo=1', 'foo=2'), fields })).toBe(false)
    expect(isSignedByTwilio('54321', { signature, url, fields })).toBe(false)
    expect(isSignedByTwilio('12345', { signature: `${signature}=`, url, fields })).toBe(false)
    expect(isSignedByTwilio('12345', { signature: undefined, url, fields })).toBe(false)
    expect(isSignedByTwilio('12345', { signature: [signature, signature], url, fields })).toBe(false)
    expect(isSignedByTwilio(undefined, { signature, url, fields })).toBe(false)
  })
})

describe('a webhook', () => {
  let database: TestDatabase
  let app: TestApp
  let desk: Awaited<ReturnType<typeof makeDesk>>
  let message: string

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
    const about = { appointmentId: appointment.id, aboutStartsAt: appointment.startsAt, sentAt: MONDAY }
    message = await makeSentMessage(database.db, desk.clinic.id, about)
  })

  const TEXT = { From: '+12025550123', Body: 'C', MessageSid: 'SM1' }

  it('that is not signed, or signed by another, is refused and changes nothing', async () => {
    const before = await clinicState(database, desk.clinic.id)
    const paths = ['inbound', `status/${desk.clinic.id}/${message}`, `voice/${desk.clinic.id}/${message}`]
    for (const path of paths.map((each) => `/webhooks/twilio/${each}`)) {
      const fields = { ...TEXT, MessageStatus: 'failed', Digits: '2', CallSid: 'CA1' }
      expect((await postTwilio(app, path, fields, 'another token')).status).toBe(403)
      const body = new URLSearchParams(fields)
      expect((await fetch(app.url + path, { method: 'POST', body })).status).toBe(403)
    }
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  it('signed for another address of ours is refused', async () => {
    const signed = await postTwilio(app, '/webhooks/twilio/inbound?x=1', TEXT)
    expect(signed.status).toBe(200)
    const elsewhere = await fetch(`${app.url}/webhooks/twilio/inbound?x=2`, {
      method: 'POST',
      body: new URLSearchParams(TEXT),
      headers: { 'x-twilio-signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' },
    })
    expect(elsewhere.status).toBe(403)
  })

  it.each([
    { user: 'postmark', password: 'wrong' },
    { user: 'wrong', password: POSTMARK_USER.password },
    { user: '', password: '' },
  ])('of Postmark’s with the wrong credentials is refused: $user', async (credentials) => {
    expect((await postPostmark(app, { RecordType: 'Delivery' }, credentials)).status).toBe(403)
  })

  it('without credentials, or of a program that has none, is refused', async () => {
    const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
    expect((await fetch(`${app.url}/webhooks/postmark`, init)).status).toBe(403)
    const bare = await startApp(database)
    expect((await postPostmark(bare, {})).status).toBe(403)
    expect((await postTwilio(bare, '/webhooks/twilio/inbound', TEXT)).status).toBe(403)
    await bare.close()
  })

  it('with more than a megabyte is refused before it is looked at', async () => {
    const long = 'x'.repeat(1024 * 1024)
    expect((await postPostmark(app, { RecordType: long })).status).toBe(413)
    expect((await postTwilio(app, '/webhooks/twilio/inbound', { ...TEXT, Body: long })).status).toBe(413)
  })

  it('that says what nobody says is taken and changes nothing', async () => {
    const before = await clinicState(database, desk.clinic.id)
    const Metadata = { clinic: desk.clinic.id, message }
    for (const body of [
      {},
      [],
      { RecordType: 'Delivery' },
      { RecordType: 'Open', Metadata },
      { RecordType: 'Bounce', Type: 'Transient', Metadata },
      { RecordType: 'Delivery', Metadata: { clinic: "' or 1=1", message: 5 } },
    ])
      expect((await postPostmark(app, body)).status).toBe(204)
    const status = `/webhooks/twilio/status/${desk.clinic.id}`
    expect((await postTwilio(app, `${status}/${message}`, { MessageStatus: 'queued' })).status).toBe(204)
    expect((await postTwilio(app, `${status}/${message}`, { MessageStatus: 'constructor' })).status).toBe(204)
    expect((await postTwilio(app, `${status}/nothing`, { MessageStatus: 'delivered' })).status).toBe(204)
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })
})

test('a body that is no form is not read', async () => {
  const database = await testDatabase()
  const app = await startApp(database, { webhookProofs })
  const init = { method: 'POST', body: '{"From":"x"}', headers: { 'content-type': 'application/json' } }
  expect((await fetch(`${app.url}/webhooks/twilio/inbound`, init)).status).toBe(415)
  await app.close()
  await database.close()
})

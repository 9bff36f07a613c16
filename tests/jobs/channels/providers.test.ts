import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Channel, Outgoing, Sending } from '../../../jobs/channels/channel.ts'
import { openPostmark } from '../../../jobs/channels/postmark.ts'
import { openTwilio } from '../../../jobs/channels/twilio.ts'
import { openTwilioVoice } from '../../../jobs/channels/twilio-voice.ts'
import { postmarkFaults } from '../../support/postmark-double.ts'
import type { Fault } from '../../support/provider-double.ts'
import { type Providers, startProviders } from '../../support/providers.ts'
import { twilioFaults } from '../../support/twilio-double.ts'

const SHORT = 300
const clinicId = '01900000-0000-7000-8000-000000000001'
let count = 0

let providers: Providers
let email: Channel
let sms: Channel
let voice: Channel
beforeAll(async () => {
  providers = await startProviders()
  const { postmark, twilio } = providers.settings
  email = openPostmark(postmark!, SHORT)
  sms = openTwilio(twilio!, SHORT)
  voice = openTwilioVoice(twilio!, SHORT)
})
afterEach(() => {
  providers.postmark.think(0)
  providers.postmark.forget(false)
})
afterAll(() => providers.stop())

function outgoing(to: string, more: Partial<Outgoing> = {}): Outgoing {
  const messageId = `01900000-0000-7000-8000-0000000010${String(count++).padStart(2, '0')}`
  return { clinicId, messageId, to, text: `See you at ${messageId}.`, attachments: [], kind: 'day_before', ...more }
}

const mail = (more: Partial<Outgoing> = {}) => outgoing('maya@example.com', { subject: 'Your appointment', ...more })
const text = (more: Partial<Outgoing> = {}) => outgoing('+12025550123', more)

/** One try of each provider, told to fail in that way. */
async function bothFailing(fault: Fault): Promise<Sending[]> {
  providers.postmark.next(fault)
  providers.twilio.next(fault)
  return Promise.all([email.send(mail()), sms.send(text())])
}

describe('e-mail by Postmark', () => {
  it('leaves with its parts, its ids for the way back and the calendar file', async () => {
    const content = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
    const ics = { name: 'appointment.ics', contentType: 'text/calendar; method=REQUEST', content }
    const message = mail({ from: 'Harbor "Bay" Clinic', html: '<p>See you.</p>', attachments: [ics] })
    const sending = await email.send(message)
    const taken = providers.postmark.accepted.at(-1)!
    expect(sending).toEqual({ outcome: 'sent', providerId: taken.MessageID })
    expect(taken).toMatchObject({
      From: '"Harbor \\"Bay\\" Clinic" <book@harbor.example>',
      To: 'maya@example.com',
      Subject: 'Your appointment',
      TextBody: message.text,
      HtmlBody: '<p>See you.</p>',
      MessageStream: 'outbound',
      Metadata: { clinic: clinicId, message: message.messageId },
    })
    expect(taken.Attachments).toMatchObject([{ Name: ics.name, ContentType: ics.contentType }])
    expect(Buffer.from(taken.Attachments[0]!.Content, 'base64').toString()).toBe(content)
  })

  it('is found by its id, and one that was never taken is not', async () => {
    const message = mail()
    providers.postmark.next('drops after it took')
    expect(await email.send(message)).toMatchObject({ outcome: 'later', unsure: true })
    const { MessageID } = providers.postmark.accepted.at(-1)!
    expect(await email.find(message, 0)).toEqual([{ providerId: MessageID }])
    expect(await email.find(mail(), 0)).toEqual([])
  })

  it.each([
    ['an inactive recipient', postmarkFaults.inactive('maya@example.com'), '406'],
    ['an address that is none', postmarkFaults.illegal('maya'), '300'],
  ])('is refused for good for %s', async (_, fault, code) => {
    providers.postmark.next(fault)
    expect(await email.send(mail())).toEqual({ outcome: 'refused', code, message: expect.stringMatching(/address/) })
  })

  it.each([
    ['a sender that is not confirmed', postmarkFaults.unconfirmed, '401'],
    ['credit that is used up', postmarkFaults.noCredit, '405'],
  ])('waits for somebody to see to %s', async (_, fault, code) => {
    providers.postmark.next(fault)
    expect(await email.send(mail())).toMatchObject({ outcome: 'later', code, unsure: false })
  })

  it('waits for a token that is right', async () => {
    const stranger = openPostmark({ ...providers.settings.postmark!, serverToken: 'of somebody else' })
    expect(await stranger.send(mail())).toMatchObject({ outcome: 'later', code: '10', unsure: false })
  })

  it('waits as long as 429 says, in seconds or by the clock', async () => {
    providers.postmark.next(postmarkFaults.tooMany('7'))
    expect(await email.send(mail())).toMatchObject({ outcome: 'later', unsure: false, retryAfterSeconds: 7 })
    providers.postmark.next(postmarkFaults.tooMany(new Date(Date.now() + 90_000).toUTCString()))
    const sending = await email.send(mail())
    expect(sending).toMatchObject({ outcome: 'later', unsure: false, retryAfterSeconds: expect.any(Number) })
    expect('retryAfterSeconds' in sending && sending.retryAfterSeconds).toBeGreaterThan(85)
  })

  it('is not known to have left when maintenance answers', async () => {
    providers.postmark.next(postmarkFaults.maintenance)
    expect(await email.send(mail())).toMatchObject({ outcome: 'later', code: '100', unsure: true })
  })

  it('cannot be asked for while nobody answers', async () => {
    providers.postmark.forget(true)
    await expect(email.find(mail(), 0)).rejects.toThrow()
  })
})

describe('a text by Twilio', () => {
  it('leaves with the address where Twilio tells what became of it', async () => {
    const message = text()
    const sending = await sms.send(message)
    const taken = providers.twilio.accepted.at(-1)!
    expect(sending).toEqual({ outcome: 'sent', providerId: taken.sid })
    expect(taken).toMatchObject({ to: '+12025550123', from: '+12025550100', body: message.text })
    const back = `https://book.harbor.example/webhooks/twilio/status/${clinicId}/${message.messageId}`
    expect(taken.statusCallback).toBe(back)
  })

  it('goes through a messaging service when that is what there is', async () => {
    const service = { ...providers.settings.twilio!, from: 'MG00000000000000000000000000000001' }
    await openTwilio(service).send(text())
    expect(providers.twilio.accepted.at(-1)).toMatchObject({ messagingServiceSid: service.from, from: null })
  })

  it('is found by number, time and words, with what it cost', async () => {
    const message = text()
    providers.twilio.next('takes and never answers')
    const before = Date.now()
    expect(await sms.send(message)).toMatchObject({ outcome: 'later', code: 'TIMED_OUT', unsure: true })
    const { sid } = providers.twilio.accepted.at(-1)!
    expect(await sms.find(message, before)).toEqual([{ providerId: sid, cost: { amount: 0.0079, currency: 'USD' } }])
    expect(await sms.find(message, before + 60_000)).toEqual([])
    expect(await sms.find({ ...message, text: 'Other words.' }, before)).toEqual([])
    expect(await sms.find({ ...message, to: '+12025550199' }, before)).toEqual([])
  })

  it.each([
    ['a number that is none', twilioFaults.invalidNumber('+1555'), '21211'],
    ['somebody who unsubscribed', twilioFaults.unsubscribed, '21610'],
    ['a handset that cannot be reached', twilioFaults.unreachable, '30003'],
  ])('is refused for good for %s', async (_, fault, code) => {
    providers.twilio.next(fault)
    expect(await sms.send(text())).toMatchObject({ outcome: 'refused', code })
  })

  it.each([
    ['a sender that cannot send', twilioFaults.wrongSender, '21606'],
    ['a queue that is full', twilioFaults.queueFull, '21611'],
  ])('waits for %s', async (_, fault, code) => {
    providers.twilio.next(fault)
    expect(await sms.send(text())).toMatchObject({ outcome: 'later', code, unsure: false })
  })

  it('waits for credentials that are right', async () => {
    const stranger = openTwilio({ ...providers.settings.twilio!, authToken: 'of somebody else' })
    expect(await stranger.send(text())).toMatchObject({ outcome: 'later', code: '20003', unsure: false })
  })

  it('waits as long as 429 says', async () => {
    providers.twilio.next(twilioFaults.tooMany('11'))
    expect(await sms.send(text())).toMatchObject({
      outcome: 'later',
      code: '20429',
      unsure: false,
      retryAfterSeconds: 11,
    })
  })
})

describe('a call by Twilio', () => {
  it('reads the message aloud twice, whatever signs are in it, and is found by number and time', async () => {
    const message = text({ text: 'Tom & Maya <3', language: 'es' })
    const before = Date.now()
    const sending = await voice.send(message)
    const { sid, twiml } = providers.twilio.accepted.at(-1)!
    expect(sending).toEqual({ outcome: 'sent', providerId: sid })
    expect(twiml?.match(/<Say language="es-US">Tom &amp; Maya &lt;3<\/Say>/g)).toHaveLength(2)
    const found = await voice.find(message, before)
    expect(found.at(-1)).toMatchObject({ providerId: sid })
    expect(await voice.find(message, before + 60_000)).toEqual([])
  })
})

it('a call about an appointment asks for a key, and says where the press goes', async () => {
  const message = outgoing(`+1202555${String(9000 + count++)}`, { kind: 'day_before', text: 'See you tomorrow.' })
  await voice.send(message)
  const { twiml } = providers.twilio.accepted.at(-1)!
  const action = `https://book.harbor.example/webhooks/twilio/voice/${clinicId}/${message.messageId}`
  expect(twiml?.match(new RegExp(`<Gather numDigits="1" timeout="4" action="${action}">`, 'g'))).toHaveLength(2)
  expect(twiml).toContain('Press 2 to cancel.')
})

it('a call about nothing to agree to asks for none', async () => {
  await voice.send(outgoing(`+1202555${String(9000 + count++)}`, { kind: 'follow_up' }))
  expect(providers.twilio.accepted.at(-1)!.twiml).not.toContain('<Gather')
})

describe('either provider', () => {
  it.each<[string, Fault, boolean]>([
    ['drops the connection before it took the message', 'drops before it takes', true],
    ['drops the connection after it took the message', 'drops after it took', true],
    ['never answers', 'never answers', true],
    ['breaks off in the middle of its yes', 'breaks off', true],
    ['falls over', { status: 500, body: {} }, true],
    ['falls over after it took the message', { takes: true, status: 500, body: {} }, true],
    ['has a gateway that says no in HTML', { status: 502, body: '<html>Bad Gateway</html>' }, true],
  ])('%s: nobody knows whether the message left', async (_, fault, unsure) => {
    for (const sending of await bothFailing(fault)) expect(sending).toMatchObject({ outcome: 'later', unsure })
  })

  it('is not there at all: no byte has left, and the message may be tried again', async () => {
    const { settings, stop } = await startProviders()
    await stop()
    const tried = await Promise.all([
      openPostmark(settings.postmark!).send(mail()),
      openTwilio(settings.twilio!).send(text()),
    ])
    for (const sending of tried)
      expect(sending).toMatchObject({ outcome: 'later', code: 'ECONNREFUSED', unsure: false })
  })

  it('answers slowly, but within its time', async () => {
    providers.postmark.think(SHORT / 3)
    expect(await email.send(mail())).toMatchObject({ outcome: 'sent' })
  })
})

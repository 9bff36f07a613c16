import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Db, inClinic } from '../../db/connect.ts'
import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel, MessageStatus } from '../../domain/message.ts'

export const AUTH_TOKEN = '12345'
export const POSTMARK_USER = { user: 'postmark', password: 'a password of this test' }
export const webhookProofs = { twilioAuthToken: AUTH_TOKEN, postmark: POSTMARK_USER }
/** As the program under test knows its own address. */
const PUBLIC_URL = 'http://localhost'

/** Signed as Twilio's documents say: the address, then each field's name and value in the order of the names. */
export function twilioSignature(token: string, url: string, fields: Readonly<Record<string, string>>): string {
  const signed = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
  return createHmac('sha1', token)
    .update([url, ...signed].join(''))
    .digest('base64')
}

/** Posts as Twilio does, signed. */
export function postTwilio(app: { url: string }, path: string, fields: Record<string, string>, token = AUTH_TOKEN) {
  return fetch(`${app.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'x-twilio-signature': twilioSignature(token, PUBLIC_URL + path, fields) },
  })
}

/** Posts as Postmark does. */
export function postPostmark(app: { url: string }, body: object, { user, password } = POSTMARK_USER) {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return fetch(`${app.url}/webhooks/postmark`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization },
  })
}

/** A telephone that texts us, and reads what is answered; undefined when nothing is. */
export function makePhone(app: { url: string }, number = '+12025550123') {
  return {
    number,
    async text(body: string, more: Record<string, string> = {}): Promise<string | undefined> {
      const fields = { From: number, To: '+12025550100', Body: body, MessageSid: `SM${randomBytes(8).toString('hex')}` }
      const response = await postTwilio(app, '/webhooks/twilio/inbound', { ...fields, ...more })
      const twiml = await response.text()
      if (response.status !== 200) throw new Error(`a text was answered ${response.status}: ${twiml}`)
      return /<Message>([\s\S]*)<\/Message>/.exec(twiml)?.[1]
    },
  }
}

interface SentMessage {
  readonly appointmentId: string
  readonly aboutStartsAt: string
  readonly clientId?: string
  readonly sentAt: Instant
  readonly recipient?: string
  readonly channel?: MessageChannel
  readonly status?: MessageStatus
  readonly kind?: string
  readonly providerId?: string
}

/** A message that has left, as the sender leaves its row behind. */
export async function makeSentMessage(db: Db, clinicId: string, given: SentMessage): Promise<string> {
  const id = uuid()
  const { appointmentId, channel = 'sms', kind = 'day_before', providerId = `SM${id}`, status = 'sent' } = given
  const sentAt = new Date(given.sentAt)
  await inClinic(db, clinicId, (trx) =>
    sql`insert into messages (clinic_id, id, kind, channel, audience, recipient, appointment_id, appointment_version,
        about_starts_at, client_id, status, provider, provider_id, due_at, attempt_at, sent_at)
      values (${clinicId}, ${id}, ${kind}, ${channel}, 'client', ${given.recipient ?? '+12025550123'}, ${appointmentId}, 1,
        ${new Date(given.aboutStartsAt)}, ${given.clientId ?? null}, ${status},
        ${channel === 'email' ? 'postmark' : 'twilio'}, ${providerId}, ${sentAt}, ${sentAt}, ${sentAt})`.execute(trx),
  )
  return id
}

import { randomBytes } from 'node:crypto'
import { type Double, type Fault, type Request, startDouble, type Wire } from './provider-double.ts'

/** A text or a call, as Twilio's client sends it. */
export interface TwilioMessage {
  readonly sid: string
  readonly to: string
  readonly from: string | null
  readonly messagingServiceSid: string | null
  readonly body: string | null
  readonly twiml: string | null
  readonly statusCallback: string | null
  readonly createdAt: Date
}

export type TwilioDouble = Double<TwilioMessage>

export const TWILIO_SID = 'AC00000000000000000000000000000001'
export const TWILIO_TOKEN = 'the token of a test'

/** What Twilio answers, in its own words. */
export const twilioFaults = {
  invalidNumber: (to: string): Fault => told(400, 21211, `The 'To' number ${to} is not a valid phone number.`),
  unsubscribed: told(400, 21610, 'Attempt to send to unsubscribed recipient'),
  unreachable: told(400, 30003, 'Unreachable destination handset'),
  wrongSender: told(400, 21606, 'The From phone number is not a valid, SMS-capable Twilio phone number.'),
  queueFull: told(400, 21611, 'This From number has exceeded the maximum number of queued messages'),
  tooMany: (retryAfter: string): Fault => ({
    ...told(429, 20429, 'Too Many Requests'),
    headers: { 'retry-after': retryAfter },
  }),
  down: told(500, 20500, 'An internal server error has occurred'),
} as const

function told(status: number, code: number, message: string) {
  return { status, body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status } }
}

export function startTwilioDouble(): Promise<TwilioDouble> {
  return startDouble(wire)
}

const ACCOUNT = `/2010-04-01/Accounts/${TWILIO_SID}`

const wire: Wire<TwilioMessage> = {
  refusal({ headers }) {
    const proof = Buffer.from(`${TWILIO_SID}:${TWILIO_TOKEN}`).toString('base64')
    return headers.authorization === `Basic ${proof}` ? undefined : told(401, 20003, 'Authenticate')
  },
  messageOf({ method, url, body }) {
    const isCall = url.pathname === `${ACCOUNT}/Calls.json`
    if (method !== 'POST' || (!isCall && url.pathname !== `${ACCOUNT}/Messages.json`)) return undefined
    const form = new URLSearchParams(body)
    return {
      to: form.get('To') ?? '',
      take: () => ({
        sid: `${isCall ? 'CA' : 'SM'}${randomBytes(16).toString('hex')}`,
        to: form.get('To') ?? '',
        from: form.get('From'),
        messagingServiceSid: form.get('MessagingServiceSid'),
        body: form.get('Body'),
        twiml: form.get('Twiml'),
        statusCallback: form.get('StatusCallback'),
        createdAt: new Date(),
      }),
      told: (message) => ({ status: 201, body: resource(message, null) }),
    }
  },
  search: (request, accepted) => listed(request, accepted),
}

function listed({ method, url }: Request, accepted: readonly TwilioMessage[]) {
  const kind = /\/(Messages|Calls)\.json$/.exec(url.pathname)?.[1]
  if (method !== 'GET' || !kind) return told(404, 20404, `The requested resource ${url.pathname} was not found`)
  const to = url.searchParams.get('To')
  const prefix = kind === 'Calls' ? 'CA' : 'SM'
  const found = accepted.filter((each) => each.sid.startsWith(prefix) && (to === null || each.to === to)).reverse()
  const page = { page: 0, page_size: 50, start: 0, end: found.length, uri: url.pathname, next_page_uri: null }
  return { status: 200, body: { ...page, [kind.toLowerCase()]: found.map((each) => resource(each, '-0.00790')) } }
}

/** What it costs is known only later. */
function resource(message: TwilioMessage, price: string | null) {
  const created = message.createdAt.toUTCString().replace('GMT', '+0000')
  return {
    sid: message.sid,
    account_sid: TWILIO_SID,
    to: message.to,
    from: message.from,
    messaging_service_sid: message.messagingServiceSid,
    body: message.body,
    direction: 'outbound-api',
    status: 'queued',
    date_created: created,
    date_updated: created,
    date_sent: null,
    num_segments: '1',
    num_media: '0',
    price,
    price_unit: 'USD',
    error_code: null,
    error_message: null,
    api_version: '2010-04-01',
  }
}

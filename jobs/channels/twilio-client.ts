import twilio from 'twilio'
import { LONGEST_CALL, type Sending } from './channel.ts'
import { type Exchange, judgeFailure, noteAnswer, noteBreak } from './exchange.ts'

export interface TwilioSettings {
  readonly accountSid: string
  readonly authToken: string
  /** A number of the account, or for texts a messaging service (MG…). */
  readonly from: string
  readonly apiUrl: string | undefined
  /** Where Twilio reaches the program, to tell what became of a message; unset: it is not asked to. */
  readonly publicUrl: string | undefined
}

const SOCKETS = 64

/** Twilio's own client, which knows no other host than its own: the wire beneath it does. */
export function makeTwilioClient(settings: TwilioSettings, longestCall = LONGEST_CALL): twilio.Twilio {
  const { accountSid, authToken, apiUrl } = settings
  const origin = apiUrl === undefined ? undefined : new URL(apiUrl)
  const httpClient = new twilio.RequestClient({ timeout: longestCall, maxSockets: SOCKETS, maxFreeSockets: SOCKETS })
  const { interceptors } = httpClient.axios
  interceptors.request.use((config) => {
    const url = origin && config.url ? movedTo(origin, config.url) : config.url
    // The client's own limit starts anew with every byte.
    return Object.assign(config, { url, signal: AbortSignal.timeout(longestCall) })
  })
  interceptors.response.use(
    (answer) => {
      noteAnswer(answer.status, answer.headers['retry-after'])
      return answer
    },
    (error) => {
      noteBreak(error)
      throw error
    },
  )
  return twilio(accountSid, authToken, { httpClient })
}

function movedTo({ protocol, host }: URL, uri: string): string {
  const url = new URL(uri)
  return `${protocol}//${host}${url.pathname}${url.search}`
}

/** Where Twilio tells what became of a message, or asks what a call is to do. */
export function callbackUrl(
  { publicUrl }: Pick<TwilioSettings, 'publicUrl'>,
  what: 'status' | 'voice',
  { clinicId, messageId }: { clinicId: string; messageId: string },
): string | undefined {
  return publicUrl && `${publicUrl}/webhooks/twilio/${what}/${clinicId}/${messageId}`
}

export function judgeTwilio(exchange: Exchange, error: unknown): Sending {
  if (!(error instanceof Error)) throw error
  const { code } = error as Partial<twilio.RestException>
  const told = typeof code === 'number' ? String(code) : undefined
  return judgeFailure(exchange, { code: told, message: error.message }, isPermanent)
}

/** A price is negative, as what is taken from the account; right after sending it is not known yet. */
export function costOf(price: string | null | undefined, unit: string | null | undefined) {
  return price && unit ? { cost: { amount: Math.abs(Number(price)), currency: unit.toUpperCase() } } : {}
}

/** Not the message's fault: 4xx codes that pass, or that somebody sees to in the account. */
function isPermanent(status: number, code: string | undefined): boolean {
  return status !== 401 && status !== 402 && status !== 403 && status !== 404 && !PASSING.has(code ?? '')
}

const PASSING: ReadonlySet<string> = new Set([
  '14107', // too many texts at once from one number
  '20003', // wrong credentials
  '20005', // the account is not active
  '20429', // too many requests
  '21212', // the sender is no valid number
  '21603', // no sender
  '21606', // the sender cannot send texts
  '21611', // the sender's queue is full
  '21659', // the sender is not of this country or account
  '21660', // the sender is of another account
  '21705', // no such messaging service
  '30001', // the queue is full
  '30002', // the account is suspended
])

import { AsyncLocalStorage } from 'node:async_hooks'
import type { Sending } from './channel.ts'

/** What was seen on the wire during one call of a provider: its client tells us less than that. */
export interface Exchange {
  status?: number
  retryAfterSeconds?: number
  /** Why there was no answer. */
  broke?: unknown
}

const exchanges = new AsyncLocalStorage<Exchange>()

/** Makes a call whose requests note on the exchange what they see. */
export function watching<T>(exchange: Exchange, call: () => Promise<T>): Promise<T> {
  return exchanges.run(exchange, call)
}

/** Of the call under way: it was answered. */
export function noteAnswer(status: number, retryAfter: string | null | undefined): void {
  Object.assign(exchanges.getStore() ?? {}, { status, retryAfterSeconds: secondsOf(retryAfter, Date.now()) })
}

/** Of the call under way: there was no answer. */
export function noteBreak(broke: unknown): void {
  Object.assign(exchanges.getStore() ?? {}, { broke })
}

/** The header's seconds, or its date as seconds from now. */
function secondsOf(retryAfter: string | null | undefined, now: number): number | undefined {
  if (!retryAfter) return undefined
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - now) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined
}

/** What a failed call means for the message; the code is the provider's own, when it gave one. */
export function judgeFailure(
  { status, retryAfterSeconds, broke }: Exchange,
  told: { readonly code: string | undefined; readonly message: string | undefined },
  isPermanent: (status: number, code: string | undefined) => boolean,
): Sending {
  // An answer without a body of the provider's own has no words either.
  const message = told.message || (status === undefined ? 'There was no answer.' : `The answer was ${status}.`)
  if (status === undefined) {
    const code = networkCode(broke) ?? 'NO_ANSWER'
    return { outcome: 'later', code, message, unsure: !NEVER_REACHED.has(code) }
  }
  const code = told.code ?? `HTTP_${status}`
  if (status === 429) return { outcome: 'later', code, message, retryAfterSeconds, unsure: false }
  // Of an answer that says yes and breaks off, or a server that fell over, nobody knows what became of the message.
  if (status < 400 || status >= 500) return { outcome: 'later', code, message, retryAfterSeconds, unsure: true }
  if (isPermanent(status, told.code)) return { outcome: 'refused', code, message }
  return { outcome: 'later', code, message, unsure: false }
}

/** No byte of the message has left: nobody listens there, or the name leads nowhere. */
const NEVER_REACHED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function networkCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, name, cause } = error as Error & { code?: unknown }
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ERR_CANCELED') return 'TIMED_OUT'
  return typeof code === 'string' ? code : networkCode(cause)
}

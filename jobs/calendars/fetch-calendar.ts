import { lookup } from 'node:dns/promises'
import { type IncomingHttpHeaders, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export interface FetchRules {
  /** Whether the operator allows addresses within the building, and them without TLS. */
  readonly allowsPrivate: boolean
  /** How long all of it may take, in milliseconds. */
  readonly longest?: number
  readonly mostBytes?: number
}

/** What a server says of a text, so that it can be asked whether that has changed. */
export interface Validators {
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
}

export type Fetched =
  | ({ readonly text: string } & Validators)
  | { readonly isUnchanged: true }
  | { readonly problem: string }

interface Pinned {
  readonly address: string
  readonly family: 4 | 6
}

const MOST_BYTES = 5 * 1024 * 1024
const LONGEST = 5_000
const MOST_REDIRECTS = 3

/**
 * What an address that somebody typed answers, under the rules for such addresses; or why it is not read. With what its
 * server said the last time, it may answer that nothing changed.
 */
export async function fetchCalendar(typed: string, rules: FetchRules, known: Validators = {}): Promise<Fetched> {
  const signal = AbortSignal.timeout(rules.longest ?? LONGEST)
  let url = URL.parse(typed.replace(/^webcal:/i, 'https:'))
  for (let left = MOST_REDIRECTS; url; left--) {
    const answer = await fetchOnce(url, known, rules, signal).catch(unreachable)
    if (!('location' in answer)) return answer
    const next: URL | null = URL.parse(answer.location, url)
    if (left === 0 || next?.host !== url.host) return { problem: 'leads somewhere else' }
    url = next
  }
  return { problem: 'is no address' }
}

async function fetchOnce(
  url: URL,
  known: Validators,
  rules: FetchRules,
  signal: AbortSignal,
): Promise<Fetched | { readonly location: string }> {
  const isSecure = url.protocol === 'https:'
  if (!isSecure && !(rules.allowsPrivate && url.protocol === 'http:')) return { problem: 'must begin with https://' }
  if (url.username || url.password) return { problem: 'must contain no password' }
  const pinned = await orAborted(addressOf(url.hostname), signal)
  if (!rules.allowsPrivate && !pinned.every(isPublic)) return { problem: 'leads to a private network' }
  return ask(url, pinned[0]!, known, signal, rules.mostBytes ?? MOST_BYTES)
}

/** Asks that very address, so that a name that leads elsewhere by then leads nobody inside. */
function ask(url: URL, pinned: Pinned, known: Validators, signal: AbortSignal, mostBytes: number) {
  const pin: LookupFunction = (_name, { all }, told) =>
    all ? told(null, [pinned]) : told(null, pinned.address, pinned.family)
  const { promise, reject, resolve } = Promise.withResolvers<Fetched | { readonly location: string }>()
  const headers = {
    ...{ accept: 'text/calendar', 'accept-encoding': 'identity', 'user-agent': 'Daybook' },
    ...(known.etag && { 'if-none-match': known.etag }),
    ...(known.lastModified && { 'if-modified-since': known.lastModified }),
  }
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  const asked = request(url, { lookup: pin, signal, headers, agent: false }, async (answer) => {
    const { statusCode = 0, headers } = answer
    const end = (found: Fetched | { readonly location: string }) => {
      answer.destroy()
      resolve(found)
    }
    if (statusCode >= 300 && statusCode < 400 && headers.location) return end({ location: headers.location })
    if (statusCode === 304 && (known.etag || known.lastModified)) return end({ isUnchanged: true })
    if (statusCode !== 200) return end({ problem: `answers with ${statusCode}` })
    const parts: Buffer[] = []
    let bytes = 0
    answer.on('error', reject)
    answer.on('data', (part: Buffer) => {
      parts.push(part)
      bytes += part.length
      if (bytes > mostBytes) end({ problem: `answers with more than ${Math.floor(mostBytes / 1024 / 1024)} MB` })
    })
    answer.on('end', () => resolve({ text: Buffer.concat(parts).toString('utf8'), ...validatorsOf(headers) }))
  })
  asked.on('error', reject)
  asked.end()
  return promise
}

const LONGEST_VALIDATOR = 200

/** Only what can be sent back as it came. */
function validatorsOf(headers: IncomingHttpHeaders): Validators {
  const kept = (value: string | undefined) =>
    value && value.length <= LONGEST_VALIDATOR && /^[\x20-\x7e]+$/.test(value) ? value : undefined
  return { etag: kept(headers.etag), lastModified: kept(headers['last-modified']) }
}

async function addressOf(hostname: string): Promise<Pinned[]> {
  const bare = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(bare)
  if (family === 4 || family === 6) return [{ address: bare, family }]
  const found = await lookup(bare, { all: true })
  return found.map(({ address }) => ({ address, family: isIP(address) === 6 ? 6 : 4 }))
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  return Promise.race([work, promise])
}

/** What went wrong on the way names addresses that are nobody's to know. */
function unreachable(error: unknown): Fetched {
  if (!(error instanceof Error)) throw error
  const isLate = error.name === 'TimeoutError' || error.name === 'AbortError'
  return { problem: isLate ? 'does not answer in time' : 'cannot be reached' }
}

const privateV4 = listOf('ipv4', [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
])
const globalV6 = listOf('ipv6', ['2000::/3'])
/** Of those, what is for examples or stands for an IPv4 address. */
const specialV6 = listOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'])

function listOf(family: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address, prefix] = network.split('/')
    list.addSubnet(address!, Number(prefix), family)
  }
  return list
}

function isPublic({ address, family }: Pinned): boolean {
  if (family === 4) return !privateV4.check(address, 'ipv4')
  return globalV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6')
}

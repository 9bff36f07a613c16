import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type ProviderEnv, readProviders } from './providers.ts'

/** What a process does: answer people and programs, do what time brings, or both. */
export type Role = 'api' | 'jobs' | 'both'

/** The settings of the program, from its environment and its command line. */
export interface Env {
  readonly role: Role
  readonly port: number
  /** Where a process that does jobs alone is watched: any free port unless told, so that it stands in nobody's way. */
  readonly watchPort: number
  readonly host: string
  /** Unset: a PostgreSQL of our own in the data folder. */
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  /** Where people reach the program; unset: at the host and port it listens on. */
  readonly publicUrl: string | undefined
  readonly secret: string | undefined
  readonly demo: boolean
  readonly logLevel: string
  /** Proxies in front of the program, whose X-Forwarded-For says where a request came from: addresses and networks. */
  readonly trustedProxies: readonly string[]
  /** Whether calendars are read from within the operator's own network, too. */
  readonly allowsPrivateFetch: boolean
  /** Who takes our messages out of the building. */
  readonly providers: ProviderEnv
}

export function readEnv(source: NodeJS.ProcessEnv = process.env, args: readonly string[] = []): Env {
  const text = (name: string) => source[name]?.trim() || undefined
  const databaseUrl = text('DATABASE_URL')
  return {
    role: roleOf(args),
    port: portOf(text('PORT') ?? '4000'),
    watchPort: portOf(text('PORT') ?? '0'),
    host: text('HOST') ?? '127.0.0.1',
    databaseUrl,
    dataDir: resolve(text('DAYBOOK_DATA_DIR') ?? '.daybook'),
    publicUrl: publicUrlOf(text('DAYBOOK_URL')),
    secret: text('DAYBOOK_SECRET'),
    demo: switchOf('DAYBOOK_DEMO', text('DAYBOOK_DEMO'), databaseUrl === undefined),
    logLevel: text('DAYBOOK_LOG_LEVEL') ?? 'info',
    trustedProxies: text('DAYBOOK_TRUSTED_PROXIES')?.split(/[\s,]+/) ?? [],
    allowsPrivateFetch: switchOf('DAYBOOK_ALLOW_PRIVATE_FETCH', text('DAYBOOK_ALLOW_PRIVATE_FETCH'), false),
    providers: readProviders(text, publicUrlOf(text('DAYBOOK_URL'))),
  }
}

function roleOf(args: readonly string[]): Role {
  const { values } = parseArgs({ args: [...args], options: { role: { type: 'string', default: 'both' } } })
  const { role } = values
  if (role !== 'api' && role !== 'jobs' && role !== 'both') throw new Error(`--role is api, jobs or both, not ${role}`)
  return role
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT is no port: ${text}`)
  return port
}

function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new Error(`DAYBOOK_URL is no http(s) URL: ${text}`)
  return url.origin
}

function switchOf(name: string, text: string | undefined, otherwise: boolean): boolean {
  if (text === undefined) return otherwise
  if (text !== '0' && text !== '1') throw new Error(`${name} is 0 or 1, not ${text}`)
  return text === '1'
}

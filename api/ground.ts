import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { FetchText } from '../actions/external-text.ts'
import type { Db } from '../db/connect.ts'
import { fetchCalendar } from '../jobs/calendars/fetch-calendar.ts'
import type { Jobs } from '../jobs/kit.ts'
import type { Env } from './env.ts'

/** What both roles work with. */
export interface Ground {
  readonly env: Env
  readonly log: Logger
  readonly appUrl: string
  readonly db: Db
  readonly jobs: Jobs
  readonly now: () => number
  readonly tellOthers: (clinicId: string, seq: number) => void
  readonly metrics: Registry
  /** Stops what was started, the latest first. */
  readonly parts: AsyncDisposableStack
}

/** Reads calendars under the rules for addresses that somebody typed, and what the operator allows. */
export function fetchTextOf({ allowsPrivateFetch }: Pick<Env, 'allowsPrivateFetch'>): FetchText {
  return (url, known) => fetchCalendar(url, { allowsPrivate: allowsPrivateFetch }, known)
}

/** Where people reach the program. On whatever port is free it is known once it listens. */
export function publicUrlOf({ publicUrl, port }: Env, listening?: URL): string {
  return publicUrl ?? `http://localhost:${listening?.port || port}`
}

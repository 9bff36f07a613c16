import type { Caller } from '../actions/caller.ts'
import { rightsOfCaller } from '../actions/caller.ts'
import type { ActionContext } from '../actions/context.ts'
import type { FetchText } from '../actions/external-text.ts'
import { type Db, inSnapshot, type Trx } from '../db/connect.ts'
import type { Instant } from '../domain/interval.ts'
import type { Right } from '../domain/rights.ts'
import type { Routes } from '../jobs/channels/channels.ts'
import type { Jobs } from '../jobs/kit.ts'
import { clientError } from './graphql/errors.ts'
import type { ChangeFeed } from './live/change-feed.ts'

/** What the process has, once for all requests. */
export interface Services {
  readonly db: Db
  readonly now: () => Instant
  readonly feed: ChangeFeed
  readonly announce: (clinicId: string, seq: number) => void
  readonly secret: string
  readonly jobs: Jobs
  /** Where people reach the program, for links that leave it. */
  readonly publicUrl: string
  /** Who takes messages out of the building. */
  readonly routes: Routes
  /** Reads a calendar from an address that somebody typed. */
  readonly fetchCalendar: FetchText
}

/** What every resolver is given. */
export interface ApiContext {
  readonly services: Services
  readonly caller: Caller | undefined
  readonly requestId: string
  readonly ip: string | undefined
  /** By what name the clinic was asked for: for those who belong to none. */
  /** Whether somebody shows a key, be it one we know or not. */
  readonly showsKey?: boolean
  readonly askedClinic?: { readonly host: string; readonly slug: string | undefined }
}

const NO_PROOF = 'Sign in, or send an API key.'
const BAD_KEY = 'This API key is wrong, was revoked or is over. Send it as `Authorization: Bearer` and the key.'

/** Who asks; nobody is refused. */
export function callerOf(context: ApiContext): Caller {
  if (!context.caller) throw clientError('UNAUTHENTICATED', context.showsKey ? BAD_KEY : NO_PROOF, 401)
  return context.caller
}

/** The caller, when it has the right. */
export function callerWith(context: ApiContext, right: Right): Caller {
  const caller = callerOf(context)
  if (!rightsOfCaller(caller).has(right)) throw clientError('FORBIDDEN', 'You may not do this.')
  return caller
}

/** What an action needs of the request. */
export function acting(context: ApiContext): ActionContext {
  const { db, now, announce, secret, jobs } = context.services
  return { db, now, announce, secret, jobs, caller: callerOf(context), requestId: context.requestId, ip: context.ip }
}

/** Reads the caller's own clinic, in one transaction. */
export function reading<T>(
  context: ApiContext,
  right: Right,
  read: (trx: Trx, clinicId: string) => Promise<T>,
): Promise<T> {
  const { clinicId } = callerWith(context, right)
  return inSnapshot(context.services.db, clinicId, (snapshot) => read(snapshot, clinicId))
}

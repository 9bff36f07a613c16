import type { Db } from '../db/connect.ts'
import type { LogActor } from '../db/queries/log.ts'
import type { Instant } from '../domain/interval.ts'
import type { Jobs } from '../jobs/kit.ts'
import type { Caller } from './caller.ts'

/** What every action is given first: who asks, from where, when, and the database. */
export interface ActionContext {
  readonly db: Db
  readonly caller: Caller
  readonly now: () => Instant
  /** What is to be done later goes there. */
  readonly jobs: Jobs
  /** The install's own: what is made from it nobody else can make. */
  readonly secret: string
  readonly requestId: string
  readonly ip: string | undefined
  /** A hint, after commit, that the clinic's log has grown to this number. Nothing depends on its arrival. */
  readonly announce: (clinicId: string, seq: number) => void
}

/** What an action is given that nobody asked for: its time had come. */
export type SystemContext = Pick<ActionContext, 'db' | 'now' | 'requestId' | 'announce' | 'jobs'>

/** Who did what nobody asked for: time came. */
export const daybookItself: LogActor = { kind: 'system', id: null, name: 'Daybook' }

export function actorOf(caller: Caller): LogActor {
  // Whoever comes from outside is written down as one who comes to the clinic; the registration itself says who.
  if (caller.kind === 'visitor') return { kind: 'client', id: null, name: caller.name }
  return { kind: caller.kind, id: idOf(caller), name: caller.name }
}

/** Whose `clientMutationId` this is: ids are told apart by caller. */
export function callerKey(caller: Caller): string {
  return `${caller.kind}:${idOf(caller)}`
}

function idOf(caller: Caller): string {
  if (caller.kind === 'client') return caller.clientId
  if (caller.kind === 'visitor') return caller.visitorId
  return caller.kind === 'member' ? caller.memberId : caller.apiKeyId
}

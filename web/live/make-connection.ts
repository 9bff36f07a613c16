import type { GraphQLError } from 'graphql'
import { type Client, createClient } from 'graphql-ws/client'
import type { Accessor } from 'solid-js'
import { codeOf, RequestFailed } from '../api/failure.ts'
import type { TypedDocumentString } from '../generated/graphql.ts'
import { waitBefore } from './back-off.ts'
import { type LiveStatus, makeStatus, type StatusKeeper } from './make-status.ts'

export interface LiveHandlers<Data> {
  readonly next: (data: Data) => void
  /** The server refused this subscription, which is over. A lost connection is not a refusal: it is taken up again. */
  readonly refused: (failure: RequestFailed) => void
}

export interface LiveConnection {
  readonly status: Accessor<LiveStatus>
  /** `variables` is asked at every (re)connection, so that `after` can name the last cursor. Returns what ends it. */
  readonly subscribe: <Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentString<Data, Variables>,
    variables: () => Variables,
    handlers: LiveHandlers<Data>,
  ) => () => void
  /** Tries at once what waits for the back-off. */
  readonly hurry: () => void
  /** Gives the socket up without waiting for a missing pong. */
  readonly drop: () => void
}

export interface ConnectionOptions {
  readonly url: string
  readonly onSessionEnded: () => void
  readonly keepAliveMs?: number
  readonly pongWithinMs?: number
  readonly pausedAfterMs?: number
}

interface Wanted {
  /** Ends the run on the socket; absent while it waits for the next. */
  stop: (() => void) | undefined
  readonly begin: () => void
}

const SESSION_ENDED = [4401, 4403]

/** One socket for every subscription of a page. graphql-ws would repeat the old variables, so that trying again is done here. */
export function makeLiveConnection(options: ConnectionOptions): LiveConnection {
  const keeper = makeStatus(options.pausedAfterMs ?? 6_000)
  const wanted = new Set<Wanted>()
  let attempt = 0
  let retryTimer: ReturnType<typeof setTimeout> | undefined

  const socket = makeSocket(options, keeper, () => {
    attempt = 0
  })

  const hurry = () => {
    clearTimeout(retryTimer)
    retryTimer = undefined
    for (const each of wanted) if (!each.stop) each.begin()
  }

  const lost = (one: Wanted, reason?: unknown) => {
    one.stop = undefined
    if (!wanted.has(one)) return
    keeper.lost()
    if (SESSION_ENDED.includes(closeCodeOf(reason))) options.onSessionEnded()
    retryTimer ??= setTimeout(hurry, waitBefore(attempt++, Math.random()))
  }

  const end = (one: Wanted) => {
    wanted.delete(one)
    one.stop?.()
    if (wanted.size > 0) return
    clearTimeout(retryTimer)
    retryTimer = undefined
    keeper.off()
  }

  return {
    status: keeper.status,
    hurry,
    drop: () => socket.terminate(),
    subscribe: <Data, Variables extends Record<string, unknown>>(
      document: TypedDocumentString<Data, Variables>,
      variables: () => Variables,
      handlers: LiveHandlers<Data>,
    ) => {
      const query = document.toString()
      const refuse = (errors: readonly GraphQLError[]) => {
        end(one)
        handlers.refused(failureOf(errors))
      }
      const one: Wanted = {
        stop: undefined,
        begin: () => {
          one.stop = socket.subscribe<Data>(
            { query, variables: variables() },
            {
              next: (result) => {
                if (result.errors) refuse(result.errors as readonly GraphQLError[])
                else if (result.data) handlers.next(result.data)
              },
              error: (reason) => (Array.isArray(reason) ? refuse(reason) : lost(one, reason)),
              complete: () => lost(one),
            },
          )
        },
      }
      wanted.add(one)
      one.begin()
      return () => end(one)
    },
  }
}

function makeSocket(options: ConnectionOptions, keeper: StatusKeeper, onProven: () => void): Client {
  let pongTimer: ReturnType<typeof setTimeout> | undefined
  const socket = createClient({
    url: options.url,
    retryAttempts: 0,
    keepAlive: options.keepAliveMs ?? 10_000,
    on: {
      connecting: keeper.connecting,
      connected: keeper.connected,
      message: (message) => {
        keeper.heard()
        // A connection that has carried something is a good one: the next loss starts the back-off anew.
        if (message.type === 'next' || message.type === 'pong') onProven()
      },
      ping: (received) => {
        // A half-open socket never answers, and never closes by itself.
        if (!received) pongTimer = setTimeout(() => socket.terminate(), options.pongWithinMs ?? 5_000)
      },
      pong: (received) => received && clearTimeout(pongTimer),
      closed: () => clearTimeout(pongTimer),
    },
  })
  return socket
}

function failureOf(errors: readonly GraphQLError[]): RequestFailed {
  const first = errors[0]
  return new RequestFailed(codeOf(first?.extensions), first?.message ?? 'The subscription was refused.')
}

function closeCodeOf(reason: unknown): number {
  const hasCode = typeof reason === 'object' && reason !== null && 'code' in reason
  return hasCode && typeof reason.code === 'number' ? reason.code : 0
}

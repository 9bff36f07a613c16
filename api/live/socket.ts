import type { Server } from 'node:http'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { CloseCode, makeServer } from 'graphql-ws'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { WebSocket } from 'ws'
import type { Caller } from '../../actions/caller.ts'
import type { Auth } from '../auth/auth.ts'
import type { IsTrusted } from '../auth/proxies.ts'
import type { ApiContext, Services } from '../context.ts'
import { clientError, tellError } from '../graphql/errors.ts'
import type { CalendarHub } from './calendar-hub.ts'
import { carry, TRY_AGAIN_LATER, type Wire } from './carry.ts'
import { prepareOperation } from './socket-operation.ts'
import { acceptSockets, type Visit } from './upgrade.ts'

export interface SocketLimits {
  /** How long a socket may wait before it says who it is. */
  readonly initMilliseconds?: number
  /** How often the caller of an open socket is looked at again. */
  readonly recheckMilliseconds?: number
  /** How many sockets of one network may wait at a time. */
  readonly mostUnknown?: number
}

interface SocketOptions extends SocketLimits {
  readonly server: Server
  readonly schema: GraphQLSchema
  readonly services: Services
  readonly auth: Auth
  readonly hub: CalendarHub
  readonly log: Logger
  readonly isTrusted: IsTrusted
}

interface Known extends Wire {
  readonly visit: Visit
  caller?: Caller
}

const INIT_MILLISECONDS = 10_000
const RECHECK_MILLISECONDS = 15_000
/** For the other side to answer that the server closes. */
const FAREWELL_MILLISECONDS = 1_000
const GOING_AWAY = 1001
/** A whole clinic comes back at once after a restart. */
const MOST_UNKNOWN = 500
/** Queries and mutations under way are counted with the subscriptions. */
const MOST_OPERATIONS = 50

/** Serves GraphQL over WebSocket (graphql-transport-ws), under the same limits as HTTP. */
export function serveSockets(options: SocketOptions): { stop(): Promise<void> } {
  const { server, auth, isTrusted, log, mostUnknown = MOST_UNKNOWN } = options
  const protocol = makeProtocol(options)
  const sockets = acceptSockets({
    server,
    auth,
    isTrusted,
    mostUnknown,
    onSocket: (socket, request, visit) => carry(protocol, { socket, request, visit }, log),
  })
  return {
    async stop() {
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Going away')
      const closed = new Promise((resolve) => sockets.close(resolve))
      const dead = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, FAREWELL_MILLISECONDS)
      await closed
      clearTimeout(dead)
    },
  }
}

function makeProtocol(options: SocketOptions) {
  const { schema, services, auth, hub, log, initMilliseconds = INIT_MILLISECONDS } = options
  return makeServer<Record<string, unknown>, Known>({
    schema,
    connectionInitWaitTimeout: initMilliseconds,
    onConnect: async ({ extra, connectionParams }) => {
      const { headers } = extra.request
      const authorization = connectionParams?.authorization
      try {
        extra.caller = await auth.callerOf(typeof authorization === 'string' ? { ...headers, authorization } : headers)
      } catch (error) {
        log.warn({ err: error }, 'there was no telling who opened a socket')
        extra.socket.close(TRY_AGAIN_LATER, 'Try again later')
      }
      if (!extra.caller) return false
      extra.visit.welcome()
      recheck(extra.socket, extra.caller, options)
      return true
    },
    onSubscribe: ({ extra, subscriptions }, id, payload) => {
      if (Object.keys(subscriptions).length > MOST_OPERATIONS)
        return [clientError('TOO_COSTLY', `A socket carries at most ${MOST_OPERATIONS} operations at a time.`)]
      const context: ApiContext = { services, caller: extra.caller, requestId: uuidv7(), ip: extra.visit.ip }
      return prepareOperation(schema, context, payload, { hub, id, socket: extra.socket })
    },
    onNext: (_, __, ___, args, result) => {
      const { requestId } = args.contextValue as ApiContext
      return result.errors ? { ...result, errors: result.errors.map((each) => told(each, requestId, log)) } : undefined
    },
    onError: (_, __, ___, errors) => errors.map((each) => told(each, uuidv7(), log)),
  })
}

/** Closes the socket of somebody who is signed out, or whose key has ended, elsewhere. */
function recheck(
  socket: WebSocket,
  caller: Caller,
  { auth, log, recheckMilliseconds = RECHECK_MILLISECONDS }: SocketOptions,
): void {
  if (socket.readyState === socket.CLOSED) return
  const timer = setInterval(() => {
    auth.isStillValid(caller).then(
      (valid) => valid || socket.close(CloseCode.Forbidden, 'Forbidden'),
      (error) => log.warn({ err: error }, 'a caller could not be looked at again'),
    )
  }, recheckMilliseconds)
  socket.once('close', () => clearInterval(timer))
}

function told(error: GraphQLError, requestId: string, log: Logger): GraphQLError {
  const { error: shown, inside } = tellError(error.toJSON(), error, { requestId, isKnown: true })
  if (inside) log.error({ err: inside, requestId }, 'an operation over a socket failed')
  return new GraphQLError(shown.message, { path: shown.path, extensions: shown.extensions })
}

import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type DocumentNode, type ExecutionArgs, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql'
import { CloseCode, handleProtocols, type SubscribePayload } from 'graphql-ws'
import { type Extra, useServer } from 'graphql-ws/use/ws'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Caller } from '../../actions/caller.ts'
import type { Auth } from '../auth/auth.ts'
import type { ApiContext, Services } from '../context.ts'
import { tellError } from '../graphql/errors.ts'
import { checkOperation, MOST_TOKENS } from '../graphql/limits.ts'
import type { CalendarHub, CalendarOperation } from './calendar-hub.ts'
import { type LiveContext, silence } from './live-context.ts'

interface SocketOptions {
  readonly server: Server
  readonly schema: GraphQLSchema
  readonly services: Services
  readonly auth: Auth
  readonly hub: CalendarHub
  readonly log: Logger
  /** How often the caller of an open socket is looked at again. */
  readonly recheckMilliseconds?: number
}

type Known = Extra & Record<PropertyKey, unknown> & { caller?: Caller }

const INIT_MILLISECONDS = 10_000
const KEEP_ALIVE_MILLISECONDS = 12_000
const LARGEST_MESSAGE = 256 * 1024
const MOST_SUBSCRIPTIONS = 50
/** A reader this far behind is sent away; it catches up by its cursor. */
const MOST_BUFFERED = 4 * 1024 * 1024

/** Serves GraphQL over WebSocket (graphql-transport-ws), under the same limits as HTTP. */
export function serveSockets(options: SocketOptions): { stop(): Promise<void> } {
  const { server, schema, services, auth, hub, log } = options
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, handleProtocols })
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== '/graphql') return refuse(socket, 404, 'Not Found')
    if (auth.isForeignOrigin(request.headers)) return refuse(socket, 403, 'Forbidden')
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request))
  }
  server.on('upgrade', onUpgrade)
  sockets.on('connection', (socket) => socket.on('error', (error) => log.debug({ err: error }, 'a socket failed')))

  const protocol = useServer<Record<string, unknown>, Known>(
    {
      schema,
      connectionInitWaitTimeout: INIT_MILLISECONDS,
      onConnect: async ({ extra, connectionParams }) => {
        const { headers } = extra.request
        const authorization = connectionParams?.authorization
        extra.caller = await auth.callerOf(typeof authorization === 'string' ? { ...headers, authorization } : headers)
        if (!extra.caller) return false
        recheck(extra.socket, extra.caller, options)
        return true
      },
      onSubscribe: ({ extra, subscriptions }, id, payload) => {
        if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS)
          return [new GraphQLError('Too many subscriptions.', { extensions: { code: 'TOO_COSTLY' } })]
        const context: ApiContext = {
          services,
          caller: extra.caller,
          requestId: uuidv7(),
          ip: extra.request.socket.remoteAddress,
        }
        return prepare(schema, context, payload, (args) => liveContext(context, hub, extra.socket, id, args))
      },
      onNext: (_, __, ___, args, result) => {
        const { requestId } = args.contextValue as ApiContext
        return result.errors
          ? { ...result, errors: result.errors.map((each) => told(each, requestId, log)) }
          : undefined
      },
      onError: (_, __, ___, errors) => errors.map((each) => told(each, uuidv7(), log)),
    },
    sockets,
    KEEP_ALIVE_MILLISECONDS,
  )
  return {
    async stop() {
      server.off('upgrade', onUpgrade)
      await protocol.dispose()
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

/** Parses, checks and validates the operation: nothing of HTTP's checks is seen by a socket. */
function prepare(
  schema: GraphQLSchema,
  context: ApiContext,
  payload: SubscribePayload,
  live: (args: { document: DocumentNode; payload: SubscribePayload }) => LiveContext,
): ExecutionArgs | readonly GraphQLError[] {
  try {
    const document = parse(payload.query, { maxTokens: MOST_TOKENS })
    const errors = validate(schema, document)
    if (errors.length > 0) return errors
    checkOperation(document, payload.operationName ?? undefined, payload.variables ?? undefined, context.caller)
    return {
      schema,
      document,
      operationName: payload.operationName,
      variableValues: payload.variables,
      contextValue: live({ document, payload }),
    }
  } catch (error) {
    if (error instanceof GraphQLError) return [error]
    throw error
  }
}

function liveContext(
  context: ApiContext,
  hub: CalendarHub,
  socket: WebSocket,
  id: string,
  { document, payload }: { document: DocumentNode; payload: SubscribePayload },
): LiveContext {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`
  const follow = (start: (operation: CalendarOperation) => () => void) => {
    let stop: (() => void) | undefined
    const { iterable, fail } = silence(() => stop?.())
    stop = start({
      document,
      operationName: payload.operationName ?? undefined,
      variables: payload.variables ?? undefined,
      context,
      fail,
      send: (result) => {
        if (socket.bufferedAmount > MOST_BUFFERED) socket.terminate()
        else if (socket.readyState === socket.OPEN) socket.send(`${head}${result}}`)
      },
    })
    return iterable
  }
  return { ...context, live: { hub, follow } }
}

/** Closes the socket of somebody who is signed out, or whose key has ended, elsewhere. */
function recheck(socket: WebSocket, caller: Caller, { auth, log, recheckMilliseconds = 15_000 }: SocketOptions): void {
  const timer = setInterval(() => {
    auth.isStillValid(caller).then(
      (valid) => valid || socket.close(CloseCode.Forbidden, 'Forbidden'),
      (error) => log.warn({ err: error }, 'a caller could not be looked at again'),
    )
  }, recheckMilliseconds)
  socket.once('close', () => clearInterval(timer))
}

function told(error: GraphQLError, requestId: string, log: Logger) {
  const { error: shown, inside } = tellError(error.toJSON(), error, requestId)
  if (inside) log.error({ err: inside, requestId }, 'an operation over a socket failed')
  return new GraphQLError(shown.message, { path: shown.path, extensions: shown.extensions })
}

function refuse(socket: Duplex, status: number, reason: string): void {
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

import { type DocumentNode, type ExecutionArgs, type GraphQLError, type GraphQLSchema, parse } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import type { WebSocket } from 'ws'
import type { ApiContext } from '../context.ts'
import { checkRequest } from '../graphql/check-request.ts'
import { clientError } from '../graphql/errors.ts'
import { MOST_TOKENS } from '../graphql/limits.ts'
import type { CalendarHub, CalendarOperation } from './calendar-hub.ts'
import { sendNow, TRY_AGAIN_LATER } from './carry.ts'
import { type LiveContext, silence } from './live-context.ts'

interface Line {
  readonly hub: CalendarHub
  /** By which the socket knows the operation. */
  readonly id: string
  readonly socket: WebSocket
}

/** Parses and checks the operation: nothing of HTTP's checks is seen by a socket. */
export function prepareOperation(
  schema: GraphQLSchema,
  context: ApiContext,
  payload: SubscribePayload,
  line: Line,
): ExecutionArgs | readonly GraphQLError[] {
  const { operationName, variables } = payload
  const parsed = parseQuery(payload.query)
  if ('error' in parsed) return [parsed.error]
  const { document } = parsed
  const errors = checkRequest(schema, { document, operationName, variables }, context.caller)
  if (errors.length > 0) return errors
  const contextValue = liveContext(context, document, payload, line)
  return { schema, document, operationName, variableValues: variables, contextValue }
}

function parseQuery(query: string): { document: DocumentNode } | { error: GraphQLError } {
  try {
    return { document: parse(query, { maxTokens: MOST_TOKENS }) }
  } catch (error) {
    // Not only its own: values nested thousands deep exhaust the parser's stack.
    return { error: clientError('BAD_USER_INPUT', error instanceof Error ? error.message : String(error)) }
  }
}

function liveContext(
  context: ApiContext,
  document: DocumentNode,
  payload: SubscribePayload,
  { hub, id, socket }: Line,
): LiveContext {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`
  const follow = (start: (operation: CalendarOperation) => () => void) => {
    let stop: (() => void) | undefined
    const { iterable, end, isOver } = silence(() => stop?.())
    stop = start({
      document,
      operationName: payload.operationName ?? undefined,
      variables: payload.variables ?? undefined,
      context,
      dismiss: () => {
        // In this order: the end of a subscription would be told as its completion, after which nobody resumes.
        socket.close(TRY_AGAIN_LATER, 'Try again later')
        end()
      },
      send: (result) =>
        new Promise((resolve) => (isOver() ? resolve() : sendNow(socket, `${head}${result}}`, resolve))),
    })
    return iterable
  }
  return { ...context, live: { hub, follow } }
}

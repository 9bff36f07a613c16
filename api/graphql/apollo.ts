import { type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { ApiContext } from '../context.ts'
import { checkRequest } from './check-request.ts'
import { tellError } from './errors.ts'

/**
 * Puts our limits and validation, the same as for sockets, in the place of Apollo's; and tells callers of an error what
 * they may know, the log the rest, both under the number of the request.
 */
export function apolloGuard(log: Logger) {
  const contexts = new WeakMap<object, ApiContext>()

  const formatError = (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const context = contexts.get(Object(thrown))
    const requestId = context?.requestId ?? uuidv7()
    const { error, inside } = tellError(formatted, thrown, { requestId, isKnown: context?.caller !== undefined })
    if (inside) log.error({ err: inside, requestId }, 'an operation failed')
    return error
  }

  const plugin: ApolloServerPlugin<ApiContext> = {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) contexts.set(error, contextValue)
        },
        async responseForOperation({ schema, document, request, contextValue }) {
          const { operationName, variables } = request
          const errors = checkRequest(schema, { document, operationName, variables }, contextValue.caller)
          if (errors.length === 0) return null
          for (const error of errors) contexts.set(error, contextValue)
          const told = errors.map((error) => formatError(error.toJSON(), error))
          return {
            http: { status: 400, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { errors: told } },
          }
        },
      }
    },
  }
  return { formatError, plugin }
}

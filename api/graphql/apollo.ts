import type { ApolloServerPlugin } from '@apollo/server'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { ApiContext } from '../context.ts'
import { clientError, tellError, withoutSuggestions } from './errors.ts'
import { checkOperation } from './limits.ts'

/** The longest text of a query from nobody we know. */
const LONGEST_PUBLIC_QUERY = 20_000

const limits: ApolloServerPlugin<ApiContext> = {
  async requestDidStart() {
    return {
      async didResolveSource({ contextValue, source }) {
        if (!contextValue.caller && source.length > LONGEST_PUBLIC_QUERY)
          throw clientError('TOO_COSTLY', 'This query is too long.')
      },
      async didResolveOperation({ document, operationName, request, contextValue }) {
        checkOperation(document, operationName ?? undefined, request.variables, contextValue.caller)
      },
      async willSendResponse({ response, contextValue }) {
        const { body } = response
        if (contextValue.caller || body.kind !== 'single' || !body.singleResult.errors) return
        body.singleResult.errors = body.singleResult.errors.map((error) => ({
          ...error,
          message: withoutSuggestions(error.message),
        }))
      },
    }
  },
}

export const apolloPlugins = [limits]

/** Tells callers what they may know, and the log the rest. */
export function formatErrorWith(log: Logger) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const requestId = uuidv7()
    const { error, inside } = tellError(formatted, thrown, requestId)
    if (inside) log.error({ err: inside, requestId }, 'an operation failed')
    return error
  }
}

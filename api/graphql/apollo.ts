import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server'
import type { FormattedExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { ApiContext } from '../context.ts'
import { checkRequest } from './check-request.ts'
import { compileQueries } from './compiled-queries.ts'
import { tellError } from './errors.ts'

/**
 * Puts our limits and validation, the same as for sockets, in the place of Apollo's; and tells callers of an error what
 * they may know, the log the rest, both under the number of the request. What is asked again and again runs compiled.
 */
export function apolloGuard(schema: GraphQLSchema, log: Logger) {
  const runCompiled = compileQueries(schema)
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
        async responseForOperation({ document, request, contextValue }) {
          const { operationName, variables } = request
          const errors = checkRequest(schema, { document, operationName, variables }, contextValue.caller)
          if (errors.length === 0) {
            const data = await runCompiled({ document, operationName, variables, context: contextValue })
            return data ? answered({ data }) : null
          }
          for (const error of errors) contexts.set(error, contextValue)
          const told = errors.map((error) => formatError(error.toJSON(), error))
          return answered({ errors: told }, 400)
        },
      }
    },
  }
  return { formatError, plugin }
}

function answered(singleResult: FormattedExecutionResult, status?: number): GraphQLResponse {
  return { http: { status, headers: new HeaderMap() }, body: { kind: 'single', singleResult } }
}

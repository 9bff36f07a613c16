import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { ActionError } from '../../actions/errors.ts'

export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'RATE_LIMITED'
  | 'TOO_COSTLY'
  | 'CONFLICT'
  | 'INTERNAL'

/** An error that callers are meant to see. */
export function clientError(code: ErrorCode, message: string, status?: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...(status && { http: { status } }) } })
}

const shown: ReadonlySet<unknown> = new Set<ErrorCode>([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'RATE_LIMITED',
  'TOO_COSTLY',
  'CONFLICT',
])

/** Apollo's own codes, under the names of the contract. */
const renamed: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
}

export interface ToldError {
  readonly error: GraphQLFormattedError
  /** What went wrong inside, for the log alone; undefined when the caller was told. */
  readonly inside: unknown
}

/** What a caller is told of an error: all of an expected one, of any other nothing but a number to ask about. */
export function tellError(formatted: GraphQLFormattedError, thrown: unknown, requestId: string): ToldError {
  const original = unwrapResolverError(thrown)
  const { message, path, locations } = formatted
  const where = { ...(locations && { locations }), ...(path && { path }) }
  if (original instanceof ActionError) {
    const extensions = { code: original.code, ...(original.path && { path: original.path }) }
    return { error: { message: original.message, ...where, extensions }, inside: undefined }
  }
  const code = codeOf(formatted, original)
  if (code) return { error: { message, ...where, extensions: { code } }, inside: undefined }
  const extensions = { code: 'INTERNAL', requestId }
  return {
    error: { message: `Something went wrong here. Request ${requestId}.`, ...where, extensions },
    inside: original,
  }
}

function codeOf(formatted: GraphQLFormattedError, original: unknown): ErrorCode | undefined {
  const code = formatted.extensions?.code ?? (original instanceof GraphQLError ? original.extensions.code : undefined)
  if (shown.has(code)) return code as ErrorCode
  if (typeof code === 'string' && renamed[code]) return renamed[code]
  const ofTheRequest = original instanceof GraphQLError && original.originalError === undefined && code === undefined
  return ofTheRequest ? 'BAD_USER_INPUT' : undefined
}

/** The same message without the names of the schema's fields that graphql-js would suggest. */
export function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean .*$/s, '')
}

import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { ActionError } from '../../actions/errors.ts'
import { placeInVariables } from './variable-error.ts'

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

/** Whom an error is told. */
export interface Asker {
  readonly requestId: string
  /** Somebody we know may be shown the names of the schema. */
  readonly isKnown: boolean
}

/** What a caller is told of an error: all of an expected one, of any other nothing but a number to ask about. */
export function tellError(formatted: GraphQLFormattedError, thrown: unknown, asker: Asker): ToldError {
  const original = unwrapResolverError(thrown)
  const { path, locations } = formatted
  const where = { ...(locations && { locations }), ...(path && { path }) }
  if (original instanceof ActionError) {
    const extensions = { code: original.code, ...(original.path && { path: original.path }) }
    return { error: { message: original.message, ...where, extensions }, inside: undefined }
  }
  const place = placeInVariables(thrown)
  const code = place ? 'BAD_USER_INPUT' : codeOf(formatted, original)
  if (code) {
    const extensions = { code, ...(place && { path: place }) }
    return { error: { message: messageFor(asker, formatted.message), ...where, extensions }, inside: undefined }
  }
  return { error: { ...internalError(asker.requestId), ...where }, inside: original }
}

/** All that anybody is told of what went wrong inside. */
export function internalError(requestId: string) {
  return { message: `Something went wrong here. Request ${requestId}.`, extensions: { code: 'INTERNAL', requestId } }
}

function codeOf(formatted: GraphQLFormattedError, original: unknown): ErrorCode | undefined {
  const code = formatted.extensions?.code ?? (original instanceof GraphQLError ? original.extensions.code : undefined)
  if (shown.has(code)) return code as ErrorCode
  if (typeof code === 'string' && renamed[code]) return renamed[code]
  const ofTheRequest = original instanceof GraphQLError && original.originalError === undefined && code === undefined
  return ofTheRequest ? 'BAD_USER_INPUT' : undefined
}

const LONGEST_MESSAGE = 500

/** graphql-js quotes what it was given, however long, and suggests names of the schema to anybody. */
function messageFor({ isKnown }: Asker, message: string): string {
  const told = isKnown ? message : message.replace(/ ?Did you mean .*$/s, '')
  const short = told.replace(/([^"]{100})[^"]{100,}/g, '$1…').slice(0, LONGEST_MESSAGE)
  return short.toWellFormed()
}

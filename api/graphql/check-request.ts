import { type DocumentNode, GraphQLError, type GraphQLSchema, validate } from 'graphql'
import type { Caller } from '../../actions/caller.ts'
import { type AskedOperation, checkOperation } from './limits.ts'

const valid = new WeakMap<GraphQLSchema, WeakSet<DocumentNode>>()

/** What is wrong with an operation before it runs: the limit it is beyond, or all that is invalid in it. */
export function checkRequest(
  schema: GraphQLSchema,
  asked: AskedOperation,
  caller: Caller | undefined,
): readonly GraphQLError[] {
  try {
    checkOperation(asked, caller)
  } catch (error) {
    if (error instanceof GraphQLError) return [error]
    throw error
  }
  const known = valid.get(schema) ?? new WeakSet()
  valid.set(schema, known)
  if (known.has(asked.document)) return []
  const errors = validate(schema, asked.document)
  if (errors.length === 0) known.add(asked.document)
  for (const error of errors) error.extensions.code ??= 'BAD_USER_INPUT'
  return errors
}

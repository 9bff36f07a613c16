import { type DocumentNode, GraphQLError, type GraphQLSchema, validate } from 'graphql'
import type { Caller } from '../../actions/caller.ts'
import { type AskedOperation, checkOperation } from './limits.ts'

const valid = new WeakMap<GraphQLSchema, WeakSet<DocumentNode>>()
const withinLimits = new WeakMap<DocumentNode, Set<string>>()
/** Of one document: lists of so many different lengths are remembered, others looked at each time. */
const MOST_REMEMBERED = 20

/** What is wrong with an operation before it runs: the limit it is beyond, or all that is invalid in it. */
export function checkRequest(
  schema: GraphQLSchema,
  asked: AskedOperation,
  caller: Caller | undefined,
): readonly GraphQLError[] {
  try {
    checkOnce(asked, caller)
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

/** Documents come again and again: what was within the limits is so until another is asked, by somebody else or for longer lists. */
function checkOnce(asked: AskedOperation, caller: Caller | undefined): void {
  const { document, operationName, variables } = asked
  const lengths = Object.entries(variables ?? {}).filter(([, value]) => typeof value === 'number')
  const question = JSON.stringify([operationName, caller !== undefined, lengths])
  const known = withinLimits.get(document) ?? new Set()
  if (known.has(question)) return
  checkOperation(asked, caller)
  if (known.size < MOST_REMEMBERED) withinLimits.set(document, known.add(question))
}

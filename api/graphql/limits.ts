import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Caller } from '../../actions/caller.ts'

const DEEPEST = 10
const MOST_ALIASES = 15
const MOST_DIRECTIVES = 20
const BUDGET = 20_000
/** A list that does not say how long it is counts as this many. */
const TYPICAL_LIST = 1

export const MOST_TOKENS = 5_000

interface Walk {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: Readonly<Record<string, unknown>>
  readonly isKnown: boolean
  directives: number
  cost: number
}

/**
 * Refuses an operation that is too deep, asks for one field too often, or would read too much, before it runs. Called
 * for HTTP and for sockets alike, on a document that is valid.
 */
export function checkOperation(
  document: DocumentNode,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>> | undefined,
  caller: Caller | undefined,
): void {
  const operation = operationOf(document, operationName)
  if (!operation) return
  const fragments = new Map(
    document.definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  )
  const walk: Walk = { fragments, variables: variables ?? {}, isKnown: caller !== undefined, directives: 0, cost: 0 }
  visit(operation.selectionSet, walk, 1, 1)
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  return name ? operations.find((each) => each.name?.value === name) : operations[0]
}

function visit(selectionSet: SelectionSetNode, walk: Walk, depth: number, times: number): void {
  if (depth > DEEPEST) throw tooCostly(`A query may be at most ${DEEPEST} levels deep.`)
  const seen = new Map<string, number>()
  for (const field of fieldsOf(selectionSet, walk)) {
    const name = field.name.value
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    if (count > MOST_ALIASES) throw tooCostly(`A query may ask for one field at most ${MOST_ALIASES} times.`)
    if (name === '__schema' || name === '__type') {
      if (!walk.isKnown) throw new GraphQLError('The schema is shown to members and partners.', forbidden)
      continue
    }
    walk.cost += times
    if (walk.cost > BUDGET)
      throw tooCostly(`This query would read too much (more than ${BUDGET} fields). Ask for smaller pages.`)
    if (field.selectionSet) visit(field.selectionSet, walk, depth + 1, times * lengthOf(field, walk))
  }
}

const forbidden = { extensions: { code: 'FORBIDDEN' } }

/** The fields of a selection with its fragments laid open. Fragments cannot form a cycle in a valid document. */
function* fieldsOf(selectionSet: SelectionSetNode, walk: Walk): Generator<FieldNode> {
  for (const selection of selectionSet.selections) {
    walk.directives += selection.directives?.length ?? 0
    if (walk.directives > MOST_DIRECTIVES) throw tooCostly(`A query may have at most ${MOST_DIRECTIVES} directives.`)
    if (selection.kind === Kind.FIELD) yield selection
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldsOf(selection.selectionSet, walk)
    else {
      const fragment = walk.fragments.get(selection.name.value)
      if (fragment) yield* fieldsOf(fragment.selectionSet, walk)
    }
  }
}

/** How many there may be of what the field answers with, by its `first`. */
function lengthOf(field: FieldNode, walk: Walk): number {
  const first = field.arguments?.find((each) => each.name.value === 'first')?.value
  if (!first) return TYPICAL_LIST
  if (first.kind === Kind.INT) return Number(first.value)
  const value = first.kind === Kind.VARIABLE ? walk.variables[first.name.value] : undefined
  return typeof value === 'number' ? value : TYPICAL_LIST
}

function tooCostly(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'TOO_COSTLY' } })
}

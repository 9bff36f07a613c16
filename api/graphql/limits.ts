import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql'
import type { Caller } from '../../actions/caller.ts'
import { clientError } from './errors.ts'

const DEEPEST = 10
const MOST_ALIASES = 15
const MOST_DIRECTIVES = 20
const BUDGET = 20_000
/** Selections looked at, each spread of a fragment anew: nested fragments can stand for exponentially many. */
const MOST_SELECTIONS = 20_000
/** A list that does not say how long it is counts as this many. */
const TYPICAL_LIST = 1
const MOST_PUBLIC_TOKENS = 1_000

export const MOST_TOKENS = 5_000

export interface AskedOperation {
  readonly document: DocumentNode
  readonly operationName: string | null | undefined
  readonly variables: Readonly<Record<string, unknown>> | null | undefined
}

interface Walk {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** The fragments being laid open: one inside itself is left to validation, which names the cycle. */
  readonly open: Set<string>
  readonly lengths: ReadonlyMap<string, unknown>
  readonly isKnown: boolean
  selections: number
  cost: number
}

/**
 * Refuses an operation that is too long, too deep, asks for one field too often, or would read too much. Called for HTTP
 * and for sockets alike, before the document is validated: validating takes time that grows with the square of what
 * these limits bound.
 */
export function checkOperation(asked: AskedOperation, caller: Caller | undefined): void {
  const { document, operationName } = asked
  if (!caller && (document.tokenCount ?? 0) > MOST_PUBLIC_TOKENS)
    throw tooCostly(`A query from nobody we know may have at most ${MOST_PUBLIC_TOKENS} tokens.`)
  checkDirectives(document)
  const operation = getOperationAST(document, operationName)
  if (!operation)
    throw clientError('BAD_USER_INPUT', 'The request must hold one operation, or name one of those it holds.')
  const walk = walkOf(asked, operation, caller !== undefined)
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue
    walk.cost = 0
    if (isOfSchema(definition)) lookAtSchema(definition.selectionSet, walk)
    else look(definition.selectionSet, walk, 1, 1)
  }
}

function walkOf({ document, variables }: AskedOperation, operation: OperationDefinitionNode, isKnown: boolean): Walk {
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
  const defaults = operation.variableDefinitions?.map(
    (each) => [each.variable.name.value, each.defaultValue && literalOf(each.defaultValue)] as const,
  )
  return {
    fragments: new Map(fragments.map((each) => [each.name.value, each])),
    open: new Set(),
    lengths: new Map([...(defaults ?? []), ...Object.entries(variables ?? {})]),
    isKnown,
    selections: 0,
    cost: 0,
  }
}

function checkDirectives(document: DocumentNode): void {
  let count = 0
  visit(document, {
    Directive() {
      count += 1
      if (count > MOST_DIRECTIVES) throw tooCostly(`A query may have at most ${MOST_DIRECTIVES} directives.`)
    },
  })
}

function look(selectionSet: SelectionSetNode, walk: Walk, depth: number, times: number): void {
  if (depth > DEEPEST) throw tooCostly(`A query may be at most ${DEEPEST} levels deep.`)
  const counts = new Map<string, number>()
  for (const field of fieldsOf(selectionSet, walk)) {
    const name = field.name.value
    countField(field, counts, name === '__schema' ? 1 : MOST_ALIASES)
    walk.cost += times
    if (walk.cost > BUDGET)
      throw tooCostly(`This query would read too much (more than ${BUDGET} fields). Ask for smaller pages.`)
    if (!field.selectionSet) continue
    if (name === '__schema' || name === '__type') lookAtSchema(field.selectionSet, walk)
    else look(field.selectionSet, walk, depth + 1, times * lengthOf(field, walk))
  }
}

function isOfSchema(definition: OperationDefinitionNode | FragmentDefinitionNode): boolean {
  return definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value.startsWith('__')
}

/** The usual question for the whole schema is deeper than any other, but asks for each thing once. */
function lookAtSchema(selectionSet: SelectionSetNode, walk: Walk): void {
  if (!walk.isKnown) throw clientError('FORBIDDEN', 'The schema is shown to members and partners.')
  const counts = new Map<string, number>()
  for (const field of fieldsOf(selectionSet, walk)) {
    countField(field, counts, 1)
    if (field.selectionSet) lookAtSchema(field.selectionSet, walk)
  }
}

/** Counts a field by its name, and by the name it is to be answered under. */
function countField(field: FieldNode, counts: Map<string, number>, most: number): void {
  const answered = field.alias ? [`${field.name.value}`, `as ${field.alias.value}`] : [field.name.value]
  for (const name of answered) {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    if (count > most) throw tooCostly(`A query may ask for one field at most ${most} times here.`)
  }
}

/** The fields of a selection with its fragments laid open. */
function* fieldsOf(selectionSet: SelectionSetNode, walk: Walk): Generator<FieldNode> {
  for (const selection of selectionSet.selections) {
    walk.selections += 1
    if (walk.selections > MOST_SELECTIONS)
      throw tooCostly(`A query may stand for at most ${MOST_SELECTIONS} selections.`)
    if (selection.kind === Kind.FIELD) yield selection
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldsOf(selection.selectionSet, walk)
    else yield* fieldsOfFragment(selection.name.value, walk)
  }
}

function* fieldsOfFragment(name: string, walk: Walk): Generator<FieldNode> {
  const fragment = walk.fragments.get(name)
  if (!fragment || walk.open.has(name)) return
  walk.open.add(name)
  yield* fieldsOf(fragment.selectionSet, walk)
  walk.open.delete(name)
}

/** How many there may be of what the field answers with, by its `first`. */
function lengthOf(field: FieldNode, walk: Walk): number {
  const first = field.arguments?.find((each) => each.name.value === 'first')?.value
  if (!first) return TYPICAL_LIST
  const value = first.kind === Kind.VARIABLE ? walk.lengths.get(first.name.value) : literalOf(first)
  return typeof value === 'number' ? Math.max(value, TYPICAL_LIST) : TYPICAL_LIST
}

function literalOf(value: ValueNode): number | undefined {
  return value.kind === Kind.INT ? Number(value.value) : undefined
}

function tooCostly(message: string): Error {
  return clientError('TOO_COSTLY', message)
}

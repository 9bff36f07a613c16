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
import { circleIn, type Fragments, fragmentsOf } from './fragments.ts'

const DEEPEST = 10
const MOST_ALIASES = 15
/** Fields that are answered once an operation: the whole schema, and a plan, for which a month of the book is looked through. */
const ONCE: ReadonlySet<string> = new Set(['__schema', 'timeOffPlan'])
/** Of one field under one name, which is answered once: validating compares each with each. */
const MOST_REPEATS = 40
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
  readonly fragments: Fragments
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
    if (isOfSchema(definition)) lookAtSchema([definition.selectionSet], walk)
    else look([definition.selectionSet], walk, 1, 1)
  }
}

function walkOf({ document, variables }: AskedOperation, operation: OperationDefinitionNode, isKnown: boolean): Walk {
  const fragments = fragmentsOf(document)
  const circle = circleIn(fragments)
  if (circle) throw clientError('BAD_USER_INPUT', `Cannot spread fragment "${circle}" within itself.`)
  const defaults = operation.variableDefinitions?.map(
    (each) => [each.variable.name.value, each.defaultValue && literalOf(each.defaultValue)] as const,
  )
  return {
    fragments,
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

function look(selectionSets: readonly SelectionSetNode[], walk: Walk, depth: number, times: number): void {
  if (depth > DEEPEST) throw tooCostly(`A query may be at most ${DEEPEST} levels deep.`)
  for (const [name, fields] of answersOf(selectionSets, walk, MOST_ALIASES)) {
    walk.cost += times
    if (walk.cost > BUDGET)
      throw tooCostly(`This query would read too much (more than ${BUDGET} fields). Ask for smaller pages.`)
    const below = fields.flatMap((each) => each.selectionSet ?? [])
    if (below.length === 0) continue
    if (name === '__schema' || name === '__type') lookAtSchema(below, walk)
    else look(below, walk, depth + 1, times * Math.max(...fields.map((each) => lengthOf(each, walk))))
  }
}

function isOfSchema(definition: OperationDefinitionNode | FragmentDefinitionNode): boolean {
  return definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value.startsWith('__')
}

/** The usual question for the whole schema is deeper than any other, but asks for each thing once. */
function lookAtSchema(selectionSets: readonly SelectionSetNode[], walk: Walk): void {
  if (!walk.isKnown) throw clientError('FORBIDDEN', 'The schema is shown to members and partners.')
  for (const [, fields] of answersOf(selectionSets, walk, 1)) {
    const below = fields.flatMap((each) => each.selectionSet ?? [])
    if (below.length > 0) lookAtSchema(below, walk)
  }
}

/** What is answered under one name each, with the name of its field and every place that asks for it. */
function answersOf(selectionSets: readonly SelectionSetNode[], walk: Walk, mostAliases: number) {
  const answers = new Map<string, [string, FieldNode[]]>()
  const aliases = new Map<string, number>()
  for (const field of selectionSets.flatMap((each) => fieldsOf(each, walk))) {
    const name = field.name.value
    const answeredAs = field.alias?.value ?? name
    const answer = answers.get(answeredAs)
    if (answer) {
      if (answer[1].push(field) > MOST_REPEATS) throw tooOften(MOST_REPEATS)
      continue
    }
    answers.set(answeredAs, [name, [field]])
    const most = ONCE.has(name) ? 1 : mostAliases
    const count = (aliases.get(name) ?? 0) + 1
    if (count > most) throw tooOften(most)
    aliases.set(name, count)
  }
  return answers.values()
}

/** The fields of a selection with its fragments laid open. */
function fieldsOf(selectionSet: SelectionSetNode, walk: Walk): FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    walk.selections += 1
    if (walk.selections > MOST_SELECTIONS)
      throw tooCostly(`A query may stand for at most ${MOST_SELECTIONS} selections.`)
    if (selection.kind === Kind.FIELD) return selection
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, walk)
    const fragment = walk.fragments.get(selection.name.value)
    return fragment ? fieldsOf(fragment.selectionSet, walk) : []
  })
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

function tooOften(most: number): Error {
  return tooCostly(`A query may ask for one field at most ${most} times in one place.`)
}

function tooCostly(message: string): Error {
  return clientError('TOO_COSTLY', message)
}

import {
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql'
import { makeSchema } from '../../../api/schema.ts'

const schema = makeSchema()

type Input = Record<string, unknown>
type Path = readonly (string | number)[]

/** A value that each scalar takes. */
const USUAL: Readonly<Record<string, unknown>> = {
  ...{ String: 'Something', ID: '0199aaaa-0000-7000-8000-000000000000', Int: 1, Float: 1, Boolean: false },
  ...{ DateTime: '2026-03-03T18:00:00Z', LocalTime: '09:00', LocalDate: '2026-03-03', TimeZone: 'Europe/Berlin' },
  ...{ EmailAddress: 'somebody@example.com', PhoneNumber: '+12025550123' },
}

/** A mutation with an input in which every field says something. */
export interface Filled {
  readonly mutation: string
  readonly query: string
  readonly input: Input
  /** Where in the input there is text of one of the types asked for. */
  readonly texts: readonly Path[]
}

/** Every mutation of the contract, filled in; what must be true of this clinic is taken from `known`, by field. */
export function fillMutations(known: (mutation: string) => Input, textTypes: readonly string[]): Filled[] {
  return Object.values(schema.getMutationType()!.getFields()).map((field) => {
    const type = getNamedType(field.args[0]!.type)
    const texts: Path[] = []
    const input = fill(type, [], texts, textTypes) as Input
    const refused = refusalIn(getNamedType(field.type))
    const query = `mutation ($input: ${type.name}!) { ${field.name}(input: $input) { __typename
      ... on ${refused} { problems { path } } } }`
    return { mutation: field.name, query, input: { ...input, clientMutationId: null, ...known(field.name) }, texts }
  })
}

function refusalIn(result: GraphQLNamedType): string {
  const types = isUnionType(result) ? result.getTypes() : []
  return types.find((each) => each.name.endsWith('Refused'))!.name
}

function fill(type: GraphQLNamedType, path: Path, texts: Path[], textTypes: readonly string[]): unknown {
  if (textTypes.includes(type.name)) texts.push(path)
  if (isEnumType(type)) return type.getValues()[0]!.name
  if (!isInputObjectType(type)) return USUAL[type.name] ?? 'Something'
  const fields = Object.values(type.getFields()).filter((each) => each.name !== 'validateOnly')
  return Object.fromEntries(
    fields.map((each) => [each.name, fillField(each.type, [...path, each.name], texts, textTypes)]),
  )
}

function fillField(type: GraphQLInputType, path: Path, texts: Path[], textTypes: readonly string[]): unknown {
  if (isNonNullType(type)) return fillField(type.ofType, path, texts, textTypes)
  if (isListType(type)) return [fillField(type.ofType, [...path, 0], texts, textTypes)]
  return fill(type, path, texts, textTypes)
}

/** The same input with another value at that place. */
export function replaced(input: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(input)) return input.map((each, index) => (index === step ? replaced(each, rest, value) : each))
  const known = input as Input
  return { ...known, [step]: replaced(known[step], rest, value) }
}

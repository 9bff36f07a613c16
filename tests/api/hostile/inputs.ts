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

interface Place {
  readonly path: Path
  /** The name of the scalar, or `[]` for a list. */
  readonly type: string
}

/** A mutation with an input in which every field says something. */
export interface Filled {
  readonly mutation: string
  readonly query: string
  readonly input: Input
  readonly places: readonly Place[]
}

/** Every mutation of the contract, filled in; what must be true of a clinic is taken from `known`, by field. */
export function fillMutations(known: (mutation: string) => Input = () => ({})): Filled[] {
  return Object.values(schema.getMutationType()!.getFields()).map((field) => {
    const type = getNamedType(field.args[0]!.type)
    const places: Place[] = []
    const input = fill(type, [], places) as Input
    const refused = refusalIn(getNamedType(field.type))
    const query = `mutation ($input: ${type.name}!) { ${field.name}(input: $input) { __typename
      ... on ${refused} { problems { path } } } }`
    return { mutation: field.name, query, input: { ...input, clientMutationId: null, ...known(field.name) }, places }
  })
}

const unknown = fillMutations()

/** Every place of those types in the inputs of every mutation: mutation, place in words, place. */
export function placesOf(...types: readonly string[]): (readonly [string, string, Path])[] {
  return unknown.flatMap(({ mutation, places }) =>
    places.filter((each) => types.includes(each.type)).map(({ path }) => [mutation, path.join('.'), path] as const),
  )
}

/** Of every mutation with such places, the last. */
export function onePlaceOf(...types: readonly string[]): ReturnType<typeof placesOf> {
  return [...new Map(placesOf(...types).map((place) => [place[0], place])).values()]
}

function refusalIn(result: GraphQLNamedType): string {
  const types = isUnionType(result) ? result.getTypes() : []
  return types.find((each) => each.name.endsWith('Refused'))!.name
}

function fill(type: GraphQLNamedType, path: Path, places: Place[]): unknown {
  if (isEnumType(type)) return type.getValues()[0]!.name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((each) => each.name !== 'validateOnly')
    return Object.fromEntries(fields.map((each) => [each.name, fillField(each.type, [...path, each.name], places)]))
  }
  places.push({ path, type: type.name })
  return USUAL[type.name] ?? 'Something'
}

function fillField(type: GraphQLInputType, path: Path, places: Place[]): unknown {
  if (isNonNullType(type)) return fillField(type.ofType, path, places)
  if (!isListType(type)) return fill(type, path, places)
  places.push({ path, type: '[]' })
  return [fillField(type.ofType, [...path, 0], places)]
}

/** The same input with another value at that place. */
export function replaced(input: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(input)) return input.map((each, index) => (index === step ? replaced(each, rest, value) : each))
  const known = input as Input
  return { ...known, [step]: replaced(known[step], rest, value) }
}

import { readFile } from 'node:fs/promises'
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  validateSchema,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { schemaFile, schemaText } from '../../api/generate.ts'

interface Described {
  readonly name: string
  readonly description?: string | null
}

/** What of a type is to be described; an input is by its own type. */
function describedIn(type: GraphQLNamedType): Described[] {
  const under = ({ name, description }: Described) => ({ name: `${type.name}.${name}`, description })
  if (isEnumType(type)) return type.getValues().map(under)
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(under)
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  const fields = Object.values(type.getFields())
  return [...fields.map(under), ...fields.flatMap((field) => field.args.map(describedArgument).map(under))]
}

function describedArgument({ description, name, type }: GraphQLArgument): Described {
  const named = getNamedType(type)
  return { name, description: description ?? (isInputObjectType(named) ? named.description : undefined) }
}

describe('schema.graphql', () => {
  it('is what api/ describes; `npm run generate:schema` writes it', async () => {
    expect(await readFile(schemaFile, 'utf8')).toBe(schemaText())
  })

  it('is a valid schema that describes every field, argument and value', () => {
    const schema = buildSchema(schemaText())
    expect(validateSchema(schema)).toEqual([])
    const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'))
    const described = types.flatMap(describedIn)
    const silent = described.filter(({ description }) => !description).map(({ name }) => name)
    expect(silent).toEqual([])
  })
})

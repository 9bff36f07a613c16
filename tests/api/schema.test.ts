import { readFile } from 'node:fs/promises'
import {
  buildSchema,
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

const saysOf = ({ description, type }: GraphQLArgument) => {
  const named = getNamedType(type)
  return description ?? (isInputObjectType(named) ? named.description : undefined)
}

describe('schema.graphql', () => {
  it('is what api/ describes; `npm run generate:schema` writes it', async () => {
    expect(await readFile(schemaFile, 'utf8')).toBe(schemaText())
  })

  it('is a valid schema that describes every field, argument and value', () => {
    const schema = buildSchema(schemaText())
    expect(validateSchema(schema)).toEqual([])
    const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'))
    const described = types.flatMap((type) => {
      if (isEnumType(type)) return type.getValues().map((value) => ({ type, of: value, says: value.description }))
      const fieldsOf = (fields: readonly Described[]) => fields.map((of) => ({ type, of, says: of.description }))
      if (isInputObjectType(type)) return fieldsOf(Object.values(type.getFields()))
      if (!isObjectType(type) && !isInterfaceType(type)) return []
      const fields = Object.values(type.getFields())
      // An input is described by its type.
      const args = fields.flatMap((field) => field.args).map((of) => ({ type, of, says: saysOf(of) }))
      return [...fieldsOf(fields), ...args]
    })
    const silent = described.filter(({ says }) => !says).map(({ of, type }) => `${type.name}.${of.name}`)
    expect(silent).toEqual([])
  })
})

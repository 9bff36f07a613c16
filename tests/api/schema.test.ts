import { readFile } from 'node:fs/promises'
import { buildSchema, isInterfaceType, isObjectType, validateSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schemaFile, schemaText } from '../../api/generate.ts'

describe('schema.graphql', () => {
  it('is what api/ describes; `npm run generate:schema` writes it', async () => {
    expect(await readFile(schemaFile, 'utf8')).toBe(schemaText())
  })

  it('is a valid schema that describes every field', () => {
    const schema = buildSchema(schemaText())
    expect(validateSchema(schema)).toEqual([])
    const silent = Object.values(schema.getTypeMap())
      .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'))
      .flatMap((type) => ('getFields' in type ? Object.values(type.getFields()).map((field) => ({ type, field })) : []))
      .filter(({ field }) => !field.description)
      .map(({ type, field }) => `${type.name}.${field.name}`)
    expect(silent).toEqual([])
  })
})

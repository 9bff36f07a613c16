import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { makeSchema } from './schema.ts'

const HEAD = '# The public contract, made from api/ by `npm run generate:schema`. Do not edit.\n\n'

export const schemaFile = fileURLToPath(new URL('../schema.graphql', import.meta.url))

/** The contract as text, in an order that does not depend on the order of files. */
export function schemaText(): string {
  return `${HEAD}${printSchema(lexicographicSortSchema(makeSchema()))}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(schemaFile, schemaText())

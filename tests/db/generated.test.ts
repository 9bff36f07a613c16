import { readFile } from 'node:fs/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dumpSchema } from '../../db/dump-schema.ts'
import { rowTypes } from '../../db/row-types.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'

let database: TestDatabase
let owner: Kysely<unknown>

beforeAll(async () => {
  database = await testDatabase()
  const pool = new pg.Pool({ connectionString: database.ownerUrl })
  owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
})

afterAll(async () => {
  await owner.destroy()
  await database.close()
})

test.each([
  ['db/tables.ts', rowTypes],
  ['db/schema.sql', dumpSchema],
])('%s is what the migrations make (else: npm run generate:db)', async (file, make) => {
  expect(await readFile(file, 'utf8')).toBe(await make(owner))
})

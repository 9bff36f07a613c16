import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { makeOffice, type Office } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

const KEY = 'apiKey { id name scopes prefix createdAt expiresAt lastUsedAt revokedAt }'
const REFUSED = '... on RecordRefused { problems { code path } }'
const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename
  ... on ApiKeyCreated { ${KEY} secret } ${REFUSED} } }`
const REVOKE = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { __typename
  ... on ApiKeyRevoked { ${KEY} } ${REFUSED} } }`

interface KeyAnswer {
  __typename: string
  apiKey: { id: string; prefix: string; revokedAt: string | null; lastUsedAt: string | null }
  secret: string
  problems: { code: string; path: string[] }[]
}

let database: TestDatabase
let app: TestApp
let office: Office

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database)
  office = await makeOffice(app, database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function create(input: object): Promise<KeyAnswer> {
  return (await office.read<{ createApiKey: KeyAnswer }>(CREATE, { input })).createApiKey
}

async function revoke(id: string): Promise<KeyAnswer> {
  return (await office.read<{ revokeApiKey: KeyAnswer }>(REVOKE, { input: { id } })).revokeApiKey
}

test('a key lets a program in until it is revoked', async () => {
  const { apiKey, secret } = await create({ name: 'Referral portal', scopes: ['READ', 'READ'] })
  expect(apiKey).toMatchObject({ name: 'Referral portal', scopes: ['READ'], expiresAt: null, revokedAt: null })
  expect(secret).toMatch(new RegExp(`^daybook_${apiKey.prefix}_[A-Za-z0-9_-]{43}$`))
  const viewer = '{ viewer { kind name email role scopes rights } }'
  expect((await ask(app, secret, viewer)).data).toEqual({
    viewer: {
      ...{ kind: 'PARTNER', name: 'Referral portal', email: null, role: null },
      ...{ scopes: ['READ'], rights: ['READ_CALENDAR', 'READ_ROSTERS'] },
    },
  })
  expect((await revoke(apiKey.id)).apiKey.revokedAt).not.toBeNull()
  const { revokedAt } = (await revoke(apiKey.id)).apiKey
  expect((await ask(app, secret, viewer)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  const { apiKeys } = await office.read<{ apiKeys: KeyAnswer['apiKey'][] }>(`{ apiKeys { id revokedAt lastUsedAt } }`)
  expect(apiKeys[0]).toEqual({ id: apiKey.id, revokedAt, lastUsedAt: expect.any(String) })
})

test('a key needs a name, a scope and an end that lies ahead', async () => {
  const refused = await create({ name: ' ', scopes: [], expiresAt: '2020-01-01T00:00:00Z' })
  expect(refused.problems.map((each) => each.path[1])).toEqual(['name', 'scopes', 'expiresAt'])
})

test('a key works until its end', async () => {
  const ahead = new Date(Date.now() + 3_600_000).toISOString()
  const { apiKey, secret } = await create({ name: 'Soon over', scopes: ['READ'], expiresAt: ahead })
  expect(apiKey).toMatchObject({ expiresAt: ahead })
  expect((await ask(app, secret, '{ clinic { id } }')).errors).toBeUndefined()
})

test('a repeated request makes one key, and its secret is told once', async () => {
  const input = { name: 'Repeated', scopes: ['READ'], clientMutationId: uuid() }
  const { secret } = await create(input)
  const again = await ask(app, office.admin.cookie, CREATE, { input })
  expect(again.errors?.[0]).toMatchObject({ extensions: { code: 'CONFLICT' } })
  const { apiKeys } = await office.read<{ apiKeys: { name: string }[] }>('{ apiKeys { name } }')
  expect(apiKeys.filter((each) => each.name === 'Repeated')).toHaveLength(1)
  const { rows } = await inClinic(database.db, office.clinic.id, (trx) =>
    sql<{ kept: string }>`
      select concat((select string_agg(answer::text, '') from mutation_answers),
        (select string_agg(after::text, '') from audit_entries)) as kept`.execute(trx),
  )
  expect(rows[0]!.kept).toContain('Repeated')
  expect(rows[0]!.kept).not.toContain(secret.slice(-20))
})

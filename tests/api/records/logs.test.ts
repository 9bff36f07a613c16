import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { makeOffice, type Office, type RecordKind } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

const AUDIT = `query ($first: Int!, $after: String, $subjectId: ID) { auditEntries(first: $first, after: $after, subjectId: $subjectId) {
  nodes { seq at actor { kind name } ip action subjectKind subjectId before after hash } pageInfo { hasNextPage endCursor } } }`
const CHANGES = `query ($after: String!) { changes(after: $after, first: 100) {
  nodes { cursor action itemKind itemId itemVersion clientMutationId actor { name } } } }`

interface Audit {
  auditEntries: {
    nodes: {
      seq: string
      actor: { kind: string; name: string }
      ip: string
      action: string
      subjectKind: string
      subjectId: string
      before: string | null
      after: string
      hash: string
    }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
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

async function audit(variables: object): Promise<Audit['auditEntries']> {
  return (await office.read<Audit>(AUDIT, { first: 100, ...variables })).auditEntries
}

const kinds: [RecordKind, string, object, object][] = [
  ['Therapist', 'therapist', { name: 'Dr. Cole' }, { title: 'LCSW' }],
  ['Room', 'room', { name: 'Oak' }, { capacity: 5 }],
  ['Client', 'client', { name: 'Maya Alvarez' }, { zone: 'Europe/London' }],
  ['AppointmentType', 'appointment_type', { name: 'Intake', minutes: 80 }, { minutes: 90 }],
  ['Member', 'member', { name: 'Noor', email: 'noor@example.com', role: 'RECEPTIONIST' }, { name: 'Noor H.' }],
]

test.each(kinds)(
  'every change of a %s is in both logs, with who, from where, before and after',
  async (kind, word, made, change) => {
    const clientMutationId = uuid()
    const saved = await office.save(`create${kind}`, kind, { ...made, clientMutationId })
    const field = `${kind[0]!.toLowerCase()}${kind.slice(1)}`
    const { id } = saved[field] as { id: string }
    await office.save(`update${kind}`, kind, { id, expectedVersion: 1, ...change })
    await office.save(`archive${kind}`, kind, { id, expectedVersion: 2 })
    await office.save(`archive${kind}`, kind, { id, expectedVersion: 3, archived: false })
    const { nodes } = await audit({ subjectId: id })
    const noun = word.replace('_', ' ')
    const actions = [`bring back ${noun}`, `archive ${noun}`, `update ${noun}`, `create ${noun}`]
    expect(nodes.map((each) => each.action)).toEqual(actions)
    for (const entry of nodes)
      expect(entry).toMatchObject({
        subjectKind: word,
        actor: { kind: 'MEMBER', name: 'Some admin' },
        ip: '127.0.0.1',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
    expect(nodes[3]?.before).toBeNull()
    expect(JSON.parse(nodes[2]!.before!)).toMatchObject({ id, version: 1 })
    expect(JSON.parse(nodes[2]!.after)).toMatchObject({ id, version: 2, ...change })
    const { changes } = await office.read<{ changes: { nodes: Record<string, unknown>[] } }>(CHANGES, { after: '0' })
    const mine = changes.nodes.filter((each) => each.itemId === id)
    expect(mine.map((each) => [each.itemKind, each.itemVersion])).toEqual(
      [1, 2, 3, 4].map((version) => [word, version]),
    )
    expect(mine[0]).toMatchObject({ clientMutationId, action: `create ${noun}` })
  },
)

test('the clinic’s own settings are in both logs too', async () => {
  const saved = await office.save('updateClinic', 'Clinic', {
    ...{ expectedVersion: 1, name: 'Harbor Clinic East' },
    ...{ stepMinutes: 20, allowsOverbooking: true },
  })
  expect(saved.clinic).toMatchObject({
    name: 'Harbor Clinic East',
    stepMinutes: 20,
    allowsOverbooking: true,
    version: 2,
  })
  const { nodes } = await audit({ subjectId: office.clinic.id })
  expect(nodes.map((each) => each.action)).toEqual(['update clinic'])
  const stale = await office.save('updateClinic', 'Clinic', { expectedVersion: 1, name: 'X' })
  expect(stale.problems[0]?.code).toBe('STALE_VERSION')
})

test('a refused change leaves no trace', async () => {
  const before = await audit({})
  await office.save('createRoom', 'Room', { name: '' })
  expect((await audit({})).nodes.length).toBe(before.nodes.length)
})

test('asking for what is not there leaves one audit entry', async () => {
  const id = uuid()
  await office.attempt('updateRoom', 'Room', { id, expectedVersion: 1 })
  expect((await audit({ subjectId: id })).nodes.map((each) => each.subjectKind)).toEqual(['room'])
})

test('the audit log is read newest first, page by page, and its chain holds', async () => {
  const whole = (await audit({})).nodes
  const paged: string[] = []
  let after: string | undefined
  for (let more = true; more; ) {
    const page = await audit({ first: 4, after })
    paged.push(...page.nodes.map((each) => each.seq))
    after = page.pageInfo.endCursor
    more = page.pageInfo.hasNextPage
  }
  expect(paged).toEqual(whole.map((each) => each.seq))
  expect(paged.map(Number)).toEqual(Array.from({ length: whole.length }, (_, i) => whole.length - i))
  const { rows } = await inClinic(database.db, office.clinic.id, (trx) =>
    sql<{ holds: boolean }>`select bool_and(e.hash = audit_hash(e)) as holds from audit_entries e`.execute(trx),
  )
  expect(rows[0]!.holds).toBe(true)
})

test('a repeated request does nothing twice and answers the same; the same id with another input is refused', async () => {
  const input = { name: 'Once', clientMutationId: uuid() }
  const first = await office.save('createRoom', 'Room', input)
  const second = await office.save('createRoom', 'Room', input)
  expect(second).toEqual(first)
  const other = await office.attempt('createRoom', 'Room', { ...input, name: 'Twice' })
  expect(other.errors?.[0]?.extensions.code).toBe('CONFLICT')
  const refused = { name: 'once', clientMutationId: uuid() }
  expect(await office.save('createRoom', 'Room', refused)).toEqual(await office.save('createRoom', 'Room', refused))
})

test.each(['x', '-1', '1.5', '9'.repeat(30)])('%s is no place in the audit log', async (after) => {
  const { errors } = await ask(app, office.admin.cookie, AUDIT, { first: 5, after })
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

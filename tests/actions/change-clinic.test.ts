import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeClinic } from '../../actions/change-clinic.ts'
import type { ActionContext } from '../../actions/context.ts'
import { type Jobs, openJobs } from '../../jobs/kit.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { rowsOf } from '../support/rows.ts'
import { makeClinic } from '../support/world.ts'

let database: TestDatabase
let jobs: Jobs
beforeAll(async () => {
  database = await testDatabase()
  jobs = await openJobs(database.db, database.url)
})
afterAll(() => database.close())

function contextOf(clinicId: string, announced: number[]): ActionContext {
  return {
    db: database.db,
    caller: { kind: 'partner', clinicId, apiKeyId: clinicId, name: 'Program', scopes: ['write'] },
    now: () => Date.parse('2026-03-02T13:00:00Z'),
    requestId: 'request',
    ip: undefined,
    secret: 'of no install',
    jobs,
    announce: (_, seq) => announced.push(seq),
  }
}

it('acknowledges nothing, and leaves nothing, when the log cannot be written', async () => {
  const clinic = await makeClinic(database.db)
  const announced: number[] = []
  const change = changeClinic(contextOf(clinic.id, announced), {
    operation: 'rename',
    input: { clientMutationId: 'once' },
    tell: async () => ({ refused: true }),
    work: async (trx) => {
      await sql`update clinics set name = 'Renamed' where id = ${clinic.id}`.execute(trx)
      const entry = { action: 'rename', kind: 'clinic', id: 'no uuid', version: 1, before: null, after: null } as const
      return { written: { kind: 'renamed' }, log: [entry] }
    },
  })
  await expect(change).rejects.toThrow('invalid input syntax for type uuid')
  expect(announced).toEqual([])
  expect(await rowsOf(database, clinic.id, 'select name from clinics where id = $1')).toEqual([{ name: clinic.name }])
  expect(await rowsOf(database, clinic.id, 'select 1 from mutation_answers where clinic_id = $1')).toEqual([])
})

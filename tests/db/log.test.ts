import { sql } from 'kysely'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Db, inClinic, type Trx } from '../../db/connect.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { makeClinic } from '../support/world.ts'

let database: TestDatabase
let db: Db

beforeAll(async () => {
  database = await testDatabase()
  db = database.db
})

afterAll(() => database.close())

const actor = { actor_kind: 'member', actor_id: uuid(), actor_name: 'Rosa Quinn' }

function recordChange(trx: Trx, clinicId: string) {
  const item = { item_kind: 'appointment', item_id: uuid(), item_version: 1 }
  return trx
    .insertInto('changes')
    .values({ ...actor, ...item, clinic_id: clinicId, action: 'appointment.booked' })
    .returning('seq')
    .executeTakeFirstOrThrow()
}

function recordAudit(trx: Trx, clinicId: string, after: object) {
  const subject = { subject_kind: 'appointment', subject_id: uuid() }
  return trx
    .insertInto('audit_entries')
    .values({ ...actor, ...subject, clinic_id: clinicId, action: 'appointment.booked', after: JSON.stringify(after) })
    .execute()
}

describe('the change log', () => {
  test('numbers changes without a gap, whoever commits or gives up beside them', async () => {
    const clinic = await makeClinic(db)
    await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        inClinic(db, clinic.id, async (trx) => {
          await recordChange(trx, clinic.id)
          if (n % 4 === 0) throw new Error('given up after taking a number')
        }),
      ),
    )
    const seqs = await inClinic(db, clinic.id, (trx) =>
      trx.selectFrom('changes').select('seq').orderBy('seq').execute(),
    )
    expect(seqs.map((each) => each.seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
  })

  test('never shows a number while a lower one may still come', async () => {
    const clinic = await makeClinic(db)
    const firstWrote = Promise.withResolvers<void>()
    const letFirstCommit = Promise.withResolvers<void>()
    const first = inClinic(db, clinic.id, async (trx) => {
      await recordChange(trx, clinic.id)
      firstWrote.resolve()
      await letFirstCommit.promise
    })
    await firstWrote.promise
    const second = inClinic(db, clinic.id, (trx) => recordChange(trx, clinic.id))
    const seen = await inClinic(db, clinic.id, (trx) => trx.selectFrom('changes').select('seq').execute())
    letFirstCommit.resolve()
    await first
    expect(seen).toEqual([])
    expect(await second).toEqual({ seq: 2 })
  })

  test('counts each clinic for itself', async () => {
    const [here, there] = [await makeClinic(db), await makeClinic(db)]
    await inClinic(db, here.id, (trx) => recordChange(trx, here.id))
    expect(await inClinic(db, there.id, (trx) => recordChange(trx, there.id))).toEqual({ seq: 1 })
  })
})

describe('the audit log', () => {
  test('chains every entry to the one before, also under concurrent commits', async () => {
    const clinic = await makeClinic(db)
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => inClinic(db, clinic.id, (trx) => recordAudit(trx, clinic.id, { n }))),
    )
    expect(await brokenLinks(clinic.id)).toEqual([])
    const head = await inClinic(db, clinic.id, (trx) => trx.selectFrom('log_heads').selectAll().executeTakeFirst())
    expect(head?.audit_seq).toBe(20)
  })

  test('shows an entry that somebody altered behind its back', async () => {
    const clinic = await makeClinic(db)
    for (const n of [1, 2, 3]) await inClinic(db, clinic.id, (trx) => recordAudit(trx, clinic.id, { n }))
    await tamper(clinic.id)
    expect(await brokenLinks(clinic.id)).toEqual([2])
  })
})

/** The numbers of entries whose hash, or whose link to the entry before, is not what their content says. */
async function brokenLinks(clinicId: string): Promise<number[]> {
  const { rows } = await inClinic(db, clinicId, (trx) =>
    sql<{ seq: number }>`
      select seq from (
        select seq, hash = audit_hash(entry) as true_to_content,
          previous_hash = coalesce(lag(hash) over (order by seq), '\\x') as linked
        from audit_entries entry
      ) checked where not (true_to_content and linked) order by seq`.execute(trx),
  )
  return rows.map((each) => each.seq)
}

async function tamper(clinicId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`select set_config('daybook.clinic_id', $1, false)`, [clinicId])
  await owner.query('alter table audit_entries disable trigger only_grows')
  await owner.query(`update audit_entries set actor_name = 'Somebody else' where seq = 2`)
  await owner.query('alter table audit_entries enable trigger only_grows')
  await owner.end()
}

describe.each(['changes', 'audit_entries'])('%s', (table) => {
  test.each([`update ${table} set action = 'nothing'`, `delete from ${table}`, `truncate ${table}`])(
    'refuses “%s” to the program and to the owner',
    async (statement) => {
      const clinic = await makeClinic(db)
      await expect(inClinic(db, clinic.id, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(
        'permission denied',
      )
      const owner = new pg.Client({ connectionString: database.ownerUrl })
      await owner.connect()
      await expect(owner.query(statement)).rejects.toThrow(`${table} only grows`)
      await owner.end()
    },
  )
})

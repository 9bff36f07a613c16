import { sql } from 'kysely'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Db, inClinic, type Trx } from '../../db/connect.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import {
  makeAppointment,
  makeClient,
  makeClinic,
  makeMember,
  makeRoom,
  makeTherapist,
  makeType,
} from '../support/world.ts'

const INSUFFICIENT_PRIVILEGE = '42501'

let database: TestDatabase
let ours: string
let theirs: string

beforeAll(async () => {
  database = await testDatabase()
  ours = await fullClinic()
  theirs = await fullClinic()
})

afterAll(() => database.close())

async function fullClinic(): Promise<string> {
  const { db } = database
  const clinic = await makeClinic(db)
  const therapist = await makeTherapist(db, clinic.id)
  const room = await makeRoom(db, clinic.id)
  const client = await makeClient(db, clinic.id)
  const type = await makeType(db, clinic.id)
  await makeMember(db, clinic.id, { therapistId: therapist.id })
  await makeAppointment(db, clinic.id, {
    ...{ clientId: client.id, therapistId: therapist.id, roomId: room.id, typeId: type.id },
    ...{ startsAt: new Date('2026-03-10T14:00Z'), endsAt: new Date('2026-03-10T15:00Z') },
  })
  return clinic.id
}

interface ClinicTable {
  readonly name: string
  readonly key: string
  readonly enabled: boolean
  readonly forced: boolean
}

/** Every table with a clinic's rows, as Postgres itself lists them, so that a new one cannot be forgotten here. */
async function clinicTables(): Promise<ClinicTable[]> {
  const { rows } = await sql<ClinicTable>`
    select c.relname as name, a.attname as key, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and (a.attname = 'clinic_id' or (c.relname = 'clinics' and a.attname = 'id'))
    order by 1`.execute(database.db)
  return rows
}

function insertClient(db: Db, clinicId: string) {
  return sql`insert into clients (clinic_id, id, name) values (${clinicId}, ${uuid()}, 'Nobody')`.execute(db)
}

async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof pg.DatabaseError ? error.code : undefined
}

describe('a clinic’s rows', () => {
  test('lie in tables that all force row-level security', async () => {
    const tables = await clinicTables()
    expect(tables.length).toBeGreaterThan(14)
    expect(tables.filter((each) => !each.enabled || !each.forced)).toEqual([])
  })

  test('are shown and written under one rule alone, which asks for the clinic; a key, a link, a sign-in, a name, a number and an alarm find theirs', async () => {
    const { rows } = await sql<{ name: string; rule: string }>`
      select tablename as name, concat_ws(' ', permissive, cmd, qual, with_check) as rule from pg_policies
      where schemaname = 'public' order by 1`.execute(database.db)
    const asks = (key: string) =>
      `PERMISSIVE ALL (${key} = (NULLIF(current_setting('daybook.clinic_id'::text, true), ''::text))::uuid)`
    const own = [
      [
        'api_keys',
        `(key_hash = decode(NULLIF(current_setting('daybook.api_key_hash'::text, true), ''::text), 'hex'::text))`,
      ],
      ['members', `(user_id = NULLIF(current_setting('daybook.user_id'::text, true), ''::text))`],
      ...['appointment_links', 'calendar_feeds', 'registrations', 'waitlist_offers'].map((name) => [
        name,
        `(token_hash = decode(NULLIF(current_setting('daybook.link_hash'::text, true), ''::text), 'hex'::text))`,
      ]),
      [
        'clinics',
        `((slug = NULLIF(current_setting('daybook.clinic_slug'::text, true), ''::text)) OR (host = NULLIF(current_setting('daybook.clinic_host'::text, true), ''::text)))`,
      ],
      [
        'messages',
        `((channel = ANY (ARRAY['sms'::text, 'voice'::text])) AND (recipient = NULLIF(current_setting('daybook.phone'::text, true), ''::text)))`,
      ],
      [
        'messages',
        `((status = ANY (ARRAY['scheduled'::text, 'sending'::text])) AND (attempt_at <= (NULLIF(current_setting('daybook.due_by'::text, true), ''::text))::timestamp with time zone))`,
      ],
    ].map(([name, rule]) => ({ name, rule: `PERMISSIVE SELECT ${rule}` }))
    const expected = [...(await clinicTables()).map(({ name, key }) => ({ name, rule: asks(key) })), ...own]
    expect(new Set(rows)).toEqual(new Set(expected))
    expect(rows).toHaveLength(expected.length)
  })

  test('are invisible to whoever has not said which clinic it works for', async () => {
    for (const { name } of await clinicTables()) {
      const { rows } = await sql`select from ${sql.table(name)}`.execute(database.db)
      expect(rows, name).toHaveLength(0)
    }
  })

  test('are invisible to another clinic', async () => {
    for (const { name, key } of await clinicTables()) {
      const { rows } = await inClinic(database.db, ours, (trx) =>
        sql`select distinct ${sql.ref(key)} as clinic from ${sql.table(name)}`.execute(trx),
      )
      expect([[], [{ clinic: ours }]], name).toContainEqual(rows)
    }
  })

  test.each([
    ['inserted', (trx: Trx) => sql`insert into log_heads (clinic_id) values (${theirs})`.execute(trx)],
    ['inserted', (trx: Trx) => insertClient(trx, theirs)],
    ['moved', (trx: Trx) => sql`update clients set clinic_id = ${theirs}`.execute(trx)],
  ])('are never %s into another clinic', async (_, work) => {
    expect(await refusal(inClinic(database.db, ours, work))).toBe(INSUFFICIENT_PRIVILEGE)
  })

  test('are never inserted by whoever has not said which clinic it works for', async () => {
    expect(await refusal(insertClient(database.db, ours))).toBe(INSUFFICIENT_PRIVILEGE)
  })

  test('cannot be changed or removed from another clinic, even by their ids', async () => {
    const removed = await inClinic(database.db, ours, (trx) =>
      sql`delete from occupancies where clinic_id = ${theirs}`.execute(trx),
    )
    expect(removed.numAffectedRows).toBe(0n)
  })

  test('cannot point at rows of another clinic', async () => {
    const { rows } = await inClinic(database.db, theirs, (trx) =>
      sql<{ id: string }>`select id from rooms`.execute(trx),
    )
    const pointing = inClinic(database.db, ours, (trx) =>
      sql`update appointments set room_id = ${rows[0]!.id}`.execute(trx),
    )
    expect(await refusal(pointing)).toBe('23503')
  })

  test('are bound even for the owner of the tables', async () => {
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    for (const { name } of await clinicTables())
      expect((await owner.query(`select from ${name}`)).rowCount, name).toBe(0)
    await owner.end()
  })

  test('do not follow a connection into its next transaction', async () => {
    const { db, close } = connect({ url: database.url, applicationName: 'daybook test', max: 1 })
    await inClinic(db, ours, (trx) => sql`select from clients`.execute(trx))
    expect((await sql`select from clients`.execute(db)).rows).toHaveLength(0)
    await close()
  })
})

describe('the program’s login', () => {
  test('is no superuser, bypasses nothing and owns nothing', async () => {
    const { rows } = await sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
      from pg_roles where rolname = current_user`.execute(database.db)
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 }])
  })

  test('cannot become the owner', async () => {
    const owner = new URL(database.ownerUrl).username
    expect(await refusal(sql`set role ${sql.id(owner)}`.execute(database.db))).toBe(INSUFFICIENT_PRIVILEGE)
  })

  test.each([
    'select * from daybook_internal.app_login',
    'alter table clients disable row level security',
    'create policy everything on clients using (true)',
    'create table public.mine (id int)',
    'drop table clients',
    'truncate clients',
    'alter role current_user bypassrls',
  ])('may not %s', async (statement) => {
    expect(await refusal(sql.raw(statement).execute(database.db))).toBe(INSUFFICIENT_PRIVILEGE)
  })
})

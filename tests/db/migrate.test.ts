import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations.ts'
import { execute, onDatabase } from '../support/global-setup.ts'

const template = inject('template')
const leftBehind: string[] = []

let database: string
let ownerUrl: string

beforeEach(async () => {
  database = `daybook_migrate_${randomBytes(4).toString('hex')}`
  await execute(template.maintenanceUrl, `create database ${database}`)
  ownerUrl = onDatabase(template.maintenanceUrl, database)
})

afterEach(async () => {
  await execute(template.maintenanceUrl, `drop database ${database}`)
  for (const role of leftBehind.splice(0)) await execute(template.maintenanceUrl, `drop role ${role}`)
})

async function migrateHere() {
  const migrated = await migrate(ownerUrl)
  const role = new URL(migrated.appUrl).username
  if (!leftBehind.includes(role)) leftBehind.push(role)
  return migrated
}

async function whoAmI(url: string): Promise<string | undefined> {
  const { db, close } = connect({ url, applicationName: 'daybook test', max: 1 })
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db)
  await close()
  return rows[0]?.role
}

test('applies every migration once and gives the same login again', async () => {
  const first = await migrateHere()
  expect(first.applied).toEqual(Object.keys(migrations).sort())
  const second = await migrateHere()
  expect(second).toEqual({ applied: [], appUrl: first.appUrl })
  expect(await whoAmI(first.appUrl)).toMatch(/^daybook_app_[0-9a-f]{8}$/)
})

test('several programs that start at once migrate once', async () => {
  const all = await Promise.all([migrateHere(), migrateHere(), migrateHere(), migrateHere()])
  expect(all.flatMap((each) => each.applied)).toEqual(Object.keys(migrations).sort())
  expect(new Set(all.map((each) => each.appUrl)).size).toBe(1)
})

test('makes the login anew on a server that does not know it', async () => {
  const { appUrl } = await migrateHere()
  const role = new URL(appUrl).username
  await execute(ownerUrl, `revoke connect on database ${database} from ${role}`)
  await execute(ownerUrl, `drop role ${role}`)
  expect(await migrateHere()).toEqual({ applied: [], appUrl })
  expect(await whoAmI(appUrl)).toBe(role)
})

test('tells an owner that may not create roles what it lacks', async () => {
  const role = `daybook_weak_${randomBytes(4).toString('hex')}`
  leftBehind.push(role)
  await execute(ownerUrl, `create role ${role} login password 'weak'`)
  await execute(ownerUrl, `grant ${role} to current_user`)
  await execute(ownerUrl, `alter database ${database} owner to ${role}`)
  const weak = new URL(ownerUrl)
  weak.username = role
  weak.password = 'weak'
  await expect(migrate(weak.href)).rejects.toThrow(`alter role "${role}" createrole`)
  await execute(ownerUrl, `alter database ${database} owner to current_user`)
})

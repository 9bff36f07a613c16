import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connect } from '../../db/connect.ts'
import { startThrowaway } from '../../db/embedded/throwaway.ts'
import { migrate } from '../../db/migrate.ts'
import { openJobs } from '../../jobs/kit.ts'
import { buildServer } from './build-server.ts'
import { databaseFolder, testDatabaseUrl } from './env.ts'
import { webFolder } from './web-folder.ts'

export interface Template {
  /** Where databases are made and dropped, as a role that owns them but is no superuser. */
  readonly maintenanceUrl: string
  readonly database: string
  readonly appUrl: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    template: Template
  }
}

/** One server and one migrated database a run; every test file then takes a copy of that database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [server] = await Promise.all([
    testDatabaseUrl ? undefined : startThrowaway({ parent: databaseFolder }),
    buildServer(),
  ])
  const maintenanceUrl = testDatabaseUrl ?? (await makeOwner(server!.superuserUrl))
  const database = `daybook_test_${randomBytes(4).toString('hex')}`
  await execute(maintenanceUrl, `create database ${database}`)
  const { appUrl } = await migrate(onDatabase(maintenanceUrl, database))
  await makeQueues(appUrl)
  project.provide('template', { maintenanceUrl, database, appUrl })
  return async () => {
    await rm(webFolder(database), { recursive: true, force: true })
    if (server) return server.stop()
    await execute(maintenanceUrl, `drop database ${database}`)
    await execute(maintenanceUrl, `drop role ${new URL(appUrl).username}`)
  }
}

/** Every program makes the queues that are missing; copies of the template miss none. */
async function makeQueues(url: string): Promise<void> {
  const { db, close } = connect({ url, applicationName: 'daybook test', max: 1 })
  await openJobs(db, url)
  await close()
}

async function makeOwner(superuserUrl: string): Promise<string> {
  const url = new URL(superuserUrl)
  // Thousands of connections are made in a run, and nobody guesses passwords here.
  await execute(superuserUrl, 'alter role all set scram_iterations = 1')
  await execute(superuserUrl, `create role daybook_owner login createdb createrole password '${url.password}'`)
  url.username = 'daybook_owner'
  return url.href
}

export function onDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

export async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

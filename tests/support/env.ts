import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An outside server to test against instead of the built-in one; its role needs CREATEDB and CREATEROLE. */
export const testDatabaseUrl = process.env.TEST_DATABASE_URL

/** The seed a failed test named, to have its choices again. */
export const testSeed = process.env.DAYBOOK_TEST_SEED === undefined ? undefined : Number(process.env.DAYBOOK_TEST_SEED)

/** Where a program that a test starts finds those of the system. */
export const systemPath = process.env.PATH ?? ''

/** What Node compiles of the program, kept from one start to the next: a third of what a start takes. */
export const compiledOnce = { NODE_COMPILE_CACHE: join(tmpdir(), 'daybook-compiled') }

const MEMORY = '/dev/shm'
const ENOUGH_BYTES = 2 ** 31

/**
 * Where a test's databases lie: in memory where there is room, so that nobody waits for a disk. What survives the end of
 * a process does so there just the same.
 */
export const databaseFolder = hasRoom(MEMORY) ? MEMORY : tmpdir()

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > ENOUGH_BYTES
}

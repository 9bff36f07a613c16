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

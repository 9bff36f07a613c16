import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isGoneWithin, startOf } from '../../db/embedded/processes.ts'
import { serverUser } from '../../db/embedded/server-user.ts'
import { migrate } from '../../db/migrate.ts'
import { databaseFolder } from '../support/env.ts'
import { type Program, serverPid, startProgram } from '../support/program.ts'

/** What holds a data folder that was started on before. */
let usedFolder: string
let parent: string
let dataDir: string
let programs: Program[]

async function newParent(): Promise<string> {
  const folder = await mkdtemp(join(databaseFolder, 'daybook-embedded-'))
  await chmod(folder, 0o755)
  return folder
}

beforeAll(async () => {
  usedFolder = await newParent()
  const first = startProgram(join(usedFolder, 'data'))
  await first.ownerUrl
  first.process.kill('SIGTERM')
  await first.ended
})

afterAll(() => rm(usedFolder, { recursive: true, force: true }))

beforeEach(async () => {
  parent = await newParent()
  dataDir = join(parent, 'data')
  programs = []
})

/** For what is not about the first start, which takes several times as long as others. */
async function hasBegunBefore(): Promise<void> {
  await promisify(execFile)('cp', ['-a', join(usedFolder, 'data'), dataDir])
}

afterEach(async () => {
  for (const each of programs) {
    each.process.kill('SIGTERM')
    await each.ended
  }
  await rm(parent, { recursive: true, force: true })
})

function start(...args: string[]): Program {
  const program = startProgram(dataDir, ...args)
  programs.push(program)
  return program
}

async function startedUrl(): Promise<string> {
  const program = start()
  const url = await program.ownerUrl
  if (url === undefined) throw new Error(await program.errors)
  return url
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => client.end())
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

const WRITE = 'create table kept as select 42 as answer'
const READ = 'select answer from kept'
const KEPT = [{ answer: 42 }]

async function killed(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  expect(await isGoneWithin(10_000, pid)).toBe(true)
}

describe('the built-in PostgreSQL, when it starts first,', () => {
  test('makes its folder within ten seconds, starts again within three, and keeps data and address', async () => {
    const began = performance.now()
    const url = await startedUrl()
    expect(performance.now() - began).toBeLessThan(10_000)
    await query(url, WRITE)
    programs[0]!.process.kill('SIGTERM')
    await programs[0]!.ended

    const again = performance.now()
    expect(await startedUrl()).toBe(url)
    expect(performance.now() - again).toBeLessThan(3_000)
    expect(await query(url, READ)).toEqual(KEPT)
  })

  test('tells its secrets to nobody else on the machine', async () => {
    await startedUrl()
    const { mode } = await stat(join(dataDir, 'embedded.json'))
    expect(mode & 0o077).toBe(0)
  })

  test('makes its folder anew when the first start was cut off', async () => {
    const watching = new AbortController()
    const begun = Promise.withResolvers<void>()
    watch(parent, { recursive: true, signal: watching.signal }, (_, name) => {
      if (name?.startsWith(join('data', 'cluster.new')) && name.includes('/base/')) begun.resolve()
    })
    const first = start()
    await begun.promise
    watching.abort()
    await killed(first.process.pid!)
    expect(existsSync(join(dataDir, 'cluster'))).toBe(false)
    expect(await query(await startedUrl(), 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('the built-in PostgreSQL', () => {
  beforeEach(hasBegunBefore)

  test('gives an owner that is no superuser and can set the whole database up', async () => {
    const url = await startedUrl()
    expect(await query(url, 'select rolsuper, rolbypassrls from pg_roles where rolname = current_user')).toEqual([
      { rolsuper: false, rolbypassrls: false },
    ])
    expect((await migrate(url)).applied.length).toBeGreaterThan(4)
  })

  test('loses nothing when the program is killed and leaves its server behind', async () => {
    await query(await startedUrl(), WRITE)
    const orphan = await serverPid(dataDir)
    await killed(programs[0]!.process.pid!)
    expect(startOf(orphan)).toBeDefined()
    expect(await query(await startedUrl(), READ)).toEqual(KEPT)
    expect(startOf(orphan)).toBeUndefined()
  })

  test('loses nothing when the program and the server are both killed', async () => {
    await query(await startedUrl(), WRITE)
    const server = await serverPid(dataDir)
    await killed(programs[0]!.process.pid!)
    await killed(server)
    expect(await query(await startedUrl(), READ)).toEqual(KEPT)
  })

  test('comes back by itself, on the same address, when the server alone is killed', async () => {
    const url = await startedUrl()
    await query(url, WRITE)
    await killed(await serverPid(dataDir))
    expect(await answerOnceUp(url)).toEqual(KEPT)
    expect(programs[0]!.process.exitCode).toBeNull()
  })

  test('starts though the number of its dead server now belongs to somebody else', async () => {
    await query(await startedUrl(), WRITE)
    const server = await serverPid(dataDir)
    await killed(programs[0]!.process.pid!)
    await killed(server)
    const stranger = spawn('tail', ['-f', '/dev/null'], { ...serverUser(), cwd: '/', stdio: 'ignore' })
    const pidFile = join(dataDir, 'cluster', 'postmaster.pid')
    const [, ...rest] = (await readFile(pidFile, 'utf8')).split('\n')
    await writeFile(pidFile, [stranger.pid, ...rest].join('\n'))
    expect(await query(await startedUrl(), READ)).toEqual(KEPT)
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
    await once(stranger, 'exit')
  })

  test('moves to another port when somebody else has taken the one it kept', async () => {
    const url = await startedUrl()
    await query(url, WRITE)
    programs[0]!.process.kill('SIGTERM')
    await programs[0]!.ended
    const squatter = createServer().listen(Number(new URL(url).port), '127.0.0.1')
    await once(squatter, 'listening')
    const moved = await startedUrl()
    expect(moved).not.toBe(url)
    expect(await query(moved, READ)).toEqual(KEPT)
    squatter.close()
  })
})

describe('a second program on the same folder', () => {
  beforeEach(hasBegunBefore)

  test('says who is there and leaves the first alone', async () => {
    const url = await startedUrl()
    const second = start()
    expect(await second.ended).toBe(1)
    expect(await second.errors).toContain(`Another Daybook (process ${programs[0]!.process.pid}) is already running`)
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('programs that start at the same moment on one folder', () => {
  test('come down to one', async () => {
    const urls = await Promise.all([start(), start(), start()].map((each) => each.ownerUrl))
    expect(urls.filter((each) => each !== undefined)).toHaveLength(1)
  })
})

describe('a program that ends', () => {
  beforeEach(hasBegunBefore)

  test('takes its server along within five seconds of SIGTERM, though a transaction is open', async () => {
    const client = new pg.Client({ connectionString: await startedUrl() })
    const cutOff = Promise.withResolvers<Error>()
    client.on('error', cutOff.resolve)
    await client.connect()
    await client.query('begin')
    const server = await serverPid(dataDir)
    const began = performance.now()
    programs[0]!.process.kill('SIGTERM')
    expect(await programs[0]!.ended).toBe(0)
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(startOf(server)).toBeUndefined()
    expect((await cutOff.promise).message).toContain('terminat')
  })

  test('takes its server along even when it leaves without stopping it', async () => {
    const program = start('leave')
    await program.ownerUrl
    await program.ended
    const pidFile = join(dataDir, 'cluster', 'postmaster.pid')
    if (existsSync(pidFile)) expect(await isGoneWithin(5_000, await serverPid(dataDir))).toBe(true)
  })
})

/** Being refused is an event too: the next attempt follows it. */
async function answerOnceUp(url: string): Promise<unknown[]> {
  const deadline = performance.now() + 10_000
  for (;;) {
    try {
      return await query(url, READ)
    } catch (error) {
      if (performance.now() > deadline) throw error
    }
  }
}

describe.runIf(process.getuid?.() === 0)('as root, in a folder that nobody else may enter', () => {
  test('keeps the cluster where the server’s user can reach it, and finds it again', async () => {
    await chmod(parent, 0o700)
    const url = await startedUrl()
    await query(url, WRITE)
    const { elsewhere } = JSON.parse(await readFile(join(dataDir, 'embedded.json'), 'utf8'))
    expect(dirname(elsewhere)).toBe('/var/lib/daybook')
    programs[0]!.process.kill('SIGTERM')
    await programs[0]!.ended
    expect(await query(await startedUrl(), READ)).toEqual(KEPT)
    programs[1]!.process.kill('SIGTERM')
    await programs[1]!.ended
    await rm(elsewhere, { recursive: true })
  })
})

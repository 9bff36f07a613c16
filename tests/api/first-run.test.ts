import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DemoFile } from '../../api/first-run/demo-file.ts'
import { type Answer, ask } from '../support/app.ts'
import { type DaybookProgram, startDaybookProgram } from '../support/daybook-program.ts'
import { databaseFolder } from '../support/env.ts'
import { signInAs } from '../support/office.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'

const programs: DaybookProgram[] = []
const folders: string[] = []

async function start(settings: Record<string, string>): Promise<DaybookProgram> {
  const program = await startDaybookProgram(settings)
  programs.push(program)
  return program
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(databaseFolder, 'daybook-first-run-'))
  await chmod(folder, 0o755)
  folders.push(folder)
  return join(folder, 'data')
}

async function stopAll(): Promise<void> {
  await Promise.all(programs.splice(0).map((each) => each.stop()))
}

afterAll(async () => {
  await stopAll()
  for (const folder of folders) await rm(folder, { recursive: true })
})

async function demoOf(dataDir: string): Promise<DemoFile> {
  return JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8'))
}

interface Viewer {
  viewer: { role: string | null; scopes: string[] | null; clinic: { id: string; slug: string; zone: string } }
}

function whoAmI(demo: DemoFile, proof: string): Promise<Answer<Viewer>> {
  return ask<Viewer>(demo, proof, '{ viewer { role scopes clinic { id slug zone } } }')
}

describe('the first start on an empty data folder', () => {
  let dataDir: string
  let first: DaybookProgram
  let demo: DemoFile
  beforeAll(async () => {
    dataDir = await emptyFolder()
    first = await start({ DAYBOOK_DATA_DIR: dataDir })
    demo = await demoOf(dataDir)
  })

  test('writes down, for its owner alone, how to get in', async () => {
    expect((await stat(join(dataDir, 'demo.json'))).mode & 0o777).toBe(0o600)
    expect(demo.url).toMatch(/^http:\/\/localhost:[1-9]\d*$/)
    expect(demo.clinic).toEqual({ id: expect.any(String), slug: 'harborside', zone: 'America/New_York' })
    expect(demo.users.map((each) => each.role)).toEqual(['admin', 'receptionist', 'therapist'])
    expect(demo.apiKeys.map((each) => each.scopes)).toEqual([['read'], ['read', 'write']])
  })

  test('names the address at which it is reached, on whatever port it listens', async () => {
    const rules = await (await fetch(new URL('/robots.txt', demo.url))).text()
    expect(rules).toContain(`Sitemap: ${demo.url}/c/harborside/sitemap.xml`)
  })

  test('tells people where and how to sign in', () => {
    const told = first.told.join('\n')
    expect(told).toContain(demo.url)
    expect(told).toContain(join(dataDir, 'demo.json'))
    for (const { role, email, password } of demo.users)
      expect(told).toMatch(new RegExp(`${role} +${email} +${password}`))
    for (const { key } of demo.apiKeys) expect(told).not.toContain(key)
  })

  test('lets each of the three people in, in their role', async () => {
    for (const user of demo.users) {
      const cookie = await signInAs(demo, user)
      const { data } = await whoAmI(demo, cookie)
      expect(data.viewer).toEqual({ role: user.role.toUpperCase(), scopes: [], clinic: demo.clinic })
    }
  })

  test('lets programs in with the keys, and has a day to show', async () => {
    for (const { key, scopes } of demo.apiKeys) {
      const { data } = await whoAmI(demo, key)
      expect(data.viewer.scopes).toEqual(scopes.map((each) => each.toUpperCase()))
    }
    const { data } = await ask<{ therapists: unknown[]; rooms: unknown[] }>(
      ...[demo, demo.apiKeys[0]!.key, '{ therapists { name } rooms { name } }'],
    )
    expect([data.therapists.length, data.rooms.length]).toEqual([8, 6])
  })

  test('is not done a second time: the same clinic and sign-ins are there, at the address of today', async () => {
    await stopAll()
    const second = await start({ DAYBOOK_DATA_DIR: dataDir })
    const again = await demoOf(dataDir)
    expect(again).toEqual({ ...demo, url: expect.stringMatching(/^http:\/\/localhost:[1-9]\d*$/) })
    expect(second.told).toEqual([expect.stringContaining(join(dataDir, 'demo.json'))])
    const { data } = await whoAmI(again, demo.apiKeys[0]!.key)
    expect(data.viewer.clinic).toEqual(demo.clinic)
    expect((await stat(join(dataDir, 'demo.json'))).mode & 0o777).toBe(0o600)
  })
})

describe('on an empty database of an operator', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterEach(stopAll)
  afterAll(() => database.close())

  const setup = (link: string, entries: Record<string, string>) =>
    fetch(`${new URL(link).origin}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: link.split('/').at(-1), ...ENTRIES, ...entries }),
    })
  const ENTRIES = {
    clinicName: 'Cove Clinic',
    zone: 'America/Chicago',
    name: 'Ada Berg',
    email: 'Ada@Example.com',
    password: 'correct horse battery',
  }
  const linkIn = ({ told }: DaybookProgram) => told.find((line) => line.includes('/setup/'))?.trim() ?? ''

  test('every start tells a link until one of them has made the first clinic, once', async () => {
    const settings = { DATABASE_URL: database.ownerUrl, DAYBOOK_DATA_DIR: await emptyFolder() }
    const [earlier = '', later = ''] = (await Promise.all([start(settings), start(settings)])).map(linkIn)
    expect(earlier).toMatch(/^http:\/\/localhost:\d+\/setup\/[\w-]{43}$/)
    expect(new URL(later).pathname).not.toBe(new URL(earlier).pathname)

    for (const [field, unfit] of [
      ['email', 'nobody'],
      ['zone', 'Mars/Olympus'],
      ['slug', 'No Slug!'],
      ['clinicName', ' '],
      ['name', 'a\0b'],
      ['password', 'short'],
    ] as const) {
      const refused = await setup(earlier, { [field]: unfit })
      expect(refused.status).toBe(400)
      const { problems } = (await refused.json()) as { problems: { path: string[] }[] }
      expect(problems.map((each) => each.path.at(-1))).toContain(field)
    }
    expect(await (await setup(`${earlier}x`, {})).json()).toMatchObject({ code: 'LINK_INVALID' })

    const answers = await Promise.all([setup(earlier, {}), setup(later, { clinicName: 'Another' })])
    expect(answers.map((each) => each.status).sort()).toEqual([200, 400])
    const made = answers.find((each) => each.status === 200)!
    const cookie = made.headers.getSetCookie()[0]!.split(';')[0]!
    const { data } = await ask<{ viewer: Record<string, unknown> }>(
      ...([{ url: new URL(earlier).origin }, cookie] as const),
      '{ viewer { role name email clinic { zone } } }',
    )
    const clinic = { zone: 'America/Chicago' }
    expect(data.viewer).toEqual({ role: 'ADMIN', name: 'Ada Berg', email: 'ada@example.com', clinic })
    for (const link of [earlier, later]) expect((await setup(link, {})).status).toBe(400)
    expect((await start(settings)).told).toEqual([])
  })
})

test('two programs that start at once on one empty database seed it once', async () => {
  const database = await testDatabase()
  const dataDirs = [await emptyFolder(), await emptyFolder()]
  const settings = { DATABASE_URL: database.ownerUrl, DAYBOOK_DEMO: '1' }
  const started = await Promise.all(dataDirs.map((each) => start({ ...settings, DAYBOOK_DATA_DIR: each })))
  expect(started.filter((each) => each.told.some((line) => line.includes('admin@'))).length).toBe(1)
  const seeder = started.findIndex((each) => each.told.length > 0)
  const demo = await demoOf(dataDirs[seeder]!)
  expect((await whoAmI(demo, demo.apiKeys[0]!.key)).data.viewer.clinic).toEqual(demo.clinic)
  await expect(demoOf(dataDirs[1 - seeder]!)).rejects.toThrow('ENOENT')
  await stopAll()
  await database.close()
})

import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { binariesIn, embeddedBinaries } from '../../db/embedded/binaries.ts'
import { runnableBinaries } from '../../db/embedded/enterable.ts'
import { serverUser } from '../../db/embedded/server-user.ts'

const made: string[] = []

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true })
})

test('programs that the server’s user can run are used where they are', async () => {
  // The project itself may lie where that user cannot enter.
  const binaries = await runnableBinaries(await embeddedBinaries(), serverUser())
  expect(await runnableBinaries(binaries, serverUser())).toEqual(binaries)
})

describe.runIf(process.getuid?.() === 0)('as root, with the project where nobody else may enter', () => {
  test('the programs are copied once to where the server’s user can run them', async () => {
    const project = await mkdtemp(join(tmpdir(), 'daybook-enterable-'))
    made.push(project)
    const native = join(project, 'native')
    await mkdir(join(project, 'native'))
    await cp((await embeddedBinaries()).native, native, { recursive: true, verbatimSymlinks: true })
    const version = `test-${process.pid}`
    await writeFile(join(project, 'package.json'), JSON.stringify({ version }))
    await chmod(project, 0o700)

    const [first, second] = await Promise.all([
      runnableBinaries(binariesIn(native), serverUser()),
      runnableBinaries(binariesIn(native), serverUser()),
    ])
    made.push(first.native)
    expect(second).toEqual(first)
    expect(first.native).toContain(`/var/cache/daybook/postgres-${version}`)
    const { stdout } = await promisify(execFile)(first.initdb, ['--version'], { ...serverUser(), cwd: '/' })
    expect(stdout).toContain('PostgreSQL')
  })
})

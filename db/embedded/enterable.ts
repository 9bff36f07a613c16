import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, binariesIn } from './binaries.ts'
import type { ServerUser } from './server-user.ts'

const run = promisify(execFile)

/**
 * Root may keep the project where the server's user cannot follow (a clone in /root). The programs are then copied once
 * to a cache, and the cluster lives under /var/lib. Both folders belong to root and nobody else may write there, so no
 * other user of the machine can slip a program or a cluster in.
 */
const CACHE = '/var/cache/daybook'
const LIBRARY = '/var/lib/daybook'

export async function canEnter(folder: string, user: ServerUser): Promise<boolean> {
  if (user.uid === undefined) return true
  return succeeds('/bin/sh', ['-c', 'test -x "$0"', folder], user)
}

/** A new folder that the user may enter, for the cluster of a data folder that it may not. */
export async function folderElsewhere(): Promise<string> {
  const folder = join(LIBRARY, randomUUID())
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await checkRootOnly(LIBRARY)
  return folder
}

export async function runnableBinaries(binaries: Binaries, user: ServerUser): Promise<Binaries> {
  if (user.uid === undefined || (await succeeds(binaries.postgres, ['--version'], user))) return binaries
  const { version } = JSON.parse(await readFile(join(binaries.native, '..', 'package.json'), 'utf8'))
  const copy = join(CACHE, `postgres-${version}-${process.platform}-${process.arch}`)
  await mkdir(CACHE, { recursive: true, mode: 0o755 })
  await checkRootOnly(CACHE)
  if (!(await exists(copy))) await copyOnce(binaries.native, copy)
  return binariesIn(copy)
}

/** Another program may copy at the same time: whoever is first counts, and nobody ever sees half a copy. */
async function copyOnce(from: string, to: string): Promise<void> {
  const draft = `${to}.${randomUUID()}`
  await cp(from, draft, { recursive: true, verbatimSymlinks: true })
  try {
    await rename(draft, to)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(to))) throw error
  }
}

async function checkRootOnly(folder: string): Promise<void> {
  const { uid, mode } = await stat(folder)
  if (uid !== 0 || (mode & 0o022) !== 0) throw new Error(`${folder} must belong to root and be writable by root alone.`)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function succeeds(program: string, args: string[], user: ServerUser): Promise<boolean> {
  return run(program, args, { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  )
}

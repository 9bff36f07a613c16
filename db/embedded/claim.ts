import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startOf } from './processes.ts'

export interface Claim {
  release(): Promise<void>
}

const TRIES = 20
const PAUSE_MILLISECONDS = 50
const HELD = 'held'

/**
 * One living program a data folder. Each writes a file named after its process and that process's start, and holds the
 * folder when it then finds no other whose process lives; two that arrive together both step back and try again. Files
 * of the dead are swept away: their names never come again, so sweeping cannot hit somebody who has just arrived.
 */
export async function claimFolder(dataDir: string): Promise<Claim> {
  const claims = join(dataDir, 'running')
  const name = `${process.pid}-${nameable(startOf(process.pid))}`
  const release = () => rm(join(claims, name), { force: true })
  await mkdir(claims, { recursive: true, mode: 0o700 })
  for (let tries = 1; ; tries++) {
    await writeFile(join(claims, name), '')
    const other = await livingClaim(claims, name)
    if (!other) {
      await writeFile(join(claims, name), HELD)
      return { release }
    }
    await release()
    if (other.held || tries === TRIES) throw new Error(refusal(other.pid, dataDir))
    await pause(Math.random() * PAUSE_MILLISECONDS)
  }
}

function refusal(pid: number, dataDir: string): string {
  return (
    `Another Daybook (process ${pid}) is already running on ${dataDir}. Stop it first, or give this one a data ` +
    'folder of its own with DAYBOOK_DATA_DIR.'
  )
}

async function livingClaim(claims: string, own: string): Promise<{ pid: number; held: boolean } | undefined> {
  for (const name of await readdir(claims)) {
    if (name === own) continue
    const pid = Number(name.split('-', 1)[0])
    if (name === `${pid}-${nameable(startOf(pid))}`) return { pid, held: await isHeld(join(claims, name)) }
    await rm(join(claims, name), { force: true })
  }
  return undefined
}

async function isHeld(claim: string): Promise<boolean> {
  try {
    return (await readFile(claim, 'utf8')) === HELD
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

function nameable(start: string | undefined): string {
  return start?.replaceAll(/\W/g, '') ?? 'gone'
}

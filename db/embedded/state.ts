import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** What a data folder remembers about its server from one start to the next. */
export interface State {
  readonly superuserPassword: string
  readonly ownerPassword: string
  readonly port?: number
  /** The folder of the cluster where it could not lie in the data folder itself. */
  readonly elsewhere?: string
}

export function newState(): State {
  const password = () => randomBytes(24).toString('base64url')
  return { superuserPassword: password(), ownerPassword: password() }
}

export async function readState(dataDir: string): Promise<State | undefined> {
  try {
    return JSON.parse(await readFile(fileIn(dataDir), 'utf8')) as State
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** The old content or the new, whatever happens meanwhile. */
export async function writeState(dataDir: string, state: State): Promise<void> {
  const draft = `${fileIn(dataDir)}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(state, null, 2))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, fileIn(dataDir))
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'embedded.json')
}

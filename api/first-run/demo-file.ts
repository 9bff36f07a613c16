import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Role, Scope } from '../../domain/rights.ts'

/** How to reach the demo of this install, for people and programs that start from nothing. */
export interface DemoFile {
  readonly url: string
  readonly clinic: { readonly id: string; readonly slug: string; readonly zone: string }
  readonly users: readonly { readonly role: Role; readonly email: string; readonly password: string }[]
  readonly apiKeys: readonly { readonly name: string; readonly scopes: readonly Scope[]; readonly key: string }[]
}

export function demoFileIn(dataDir: string): string {
  return join(dataDir, 'demo.json')
}

export async function readDemoFile(path: string): Promise<DemoFile | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as DemoFile
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** The old content or the new, whatever happens meanwhile; for its owner's eyes alone. */
export async function writeDemoFile(path: string, demo: DemoFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await chmod(draft, 0o600)
    await file.writeFile(`${JSON.stringify(demo, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

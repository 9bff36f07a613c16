import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { compiledOnce, systemPath } from './env.ts'

const PROGRAM = fileURLToPath(new URL('embedded-program.ts', import.meta.url))

export interface Program {
  readonly process: ChildProcess
  /** The first line it wrote, the address of its database; undefined when it ended without one. */
  readonly ownerUrl: Promise<string | undefined>
  readonly errors: Promise<string>
  readonly ended: Promise<number | null>
}

export function startProgram(dataDir: string, ...args: string[]): Program {
  const child = spawn(process.execPath, [PROGRAM, dataDir, ...args], {
    env: { PATH: systemPath, ...compiledOnce },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines = createInterface({ input: child.stdout })
  return {
    process: child,
    ownerUrl: Promise.race([
      once(lines, 'line').then(([line]) => line as string),
      once(lines, 'close').then(() => undefined),
    ]),
    errors: text(child.stderr),
    ended: once(child, 'exit').then(([code]) => code as number | null),
  }
}

/** The server's process, as it noted it in its folder. */
export async function serverPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(`${dataDir}/cluster/postmaster.pid`, 'utf8'), 10)
}

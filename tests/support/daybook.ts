import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { isGoneWithin } from '../../db/embedded/processes.ts'
import { compiledOnce } from './env.ts'

const MAIN = fileURLToPath(new URL('../../dist/server.js', import.meta.url))

/** The whole program in a process of its own, as `npm start` runs it. */
export interface Daybook {
  readonly url: string
  readonly process: ChildProcess
  /** What it wrote to its standard error, once it has ended. */
  readonly errors: Promise<string>
  stop(): Promise<void>
}

/** Starts the program on a data folder with its built-in PostgreSQL, at any free port. */
export async function launchDaybook(dataDir: string): Promise<Daybook> {
  const child = spawn(process.execPath, [MAIN], {
    env: { DAYBOOK_DATA_DIR: dataDir, DAYBOOK_DEMO: '0', PORT: '0', ...compiledOnce },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors = text(child.stderr)
  const url = await openedAt(child)
  if (!url) throw new Error(`Daybook did not open: ${await errors}`)
  return {
    url,
    process: child,
    errors,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function openedAt(child: ChildProcess): Promise<string | undefined> {
  const lines = createInterface({ input: child.stdout! })
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  lines.on('line', (line) => {
    const url = /is open at (http:\/\/[^\s"]+)/.exec(line)?.[1]
    if (url) resolve(url)
  })
  lines.once('close', () => resolve(undefined))
  return promise
}

/** Where the owner reaches the built-in database of that folder. */
export async function ownerUrlIn(dataDir: string): Promise<string> {
  const { port, ownerPassword } = JSON.parse(await readFile(`${dataDir}/embedded.json`, 'utf8'))
  return `postgres://daybook_owner:${ownerPassword}@127.0.0.1:${port}/daybook`
}

/** Ends a process as a crash would, and comes back when it is gone. */
export async function killNow(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  if (!(await isGoneWithin(10_000, pid))) throw new Error(`process ${pid} outlived SIGKILL`)
}

const PATIENCE_MILLISECONDS = 15_000

/** Asks until the book can be read and written; being refused is an event too, and the next attempt follows it. */
export async function untilReady({ url, process, errors }: Pick<Daybook, 'url'> & Partial<Daybook>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS
  for (;;) {
    const status = await fetch(`${url}/readyz`).then(
      async (response) => {
        await response.body?.cancel()
        return response.status
      },
      () => undefined,
    )
    if (status === 200) return
    if (process && process.exitCode !== null) throw new Error(`Daybook ended: ${await errors}`)
    if (performance.now() > deadline) throw new Error(`Daybook is not ready: ${status ?? 'no answer'}`)
  }
}

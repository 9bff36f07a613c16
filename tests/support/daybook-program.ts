import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { compiledOnce, systemPath } from './env.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface DaybookProgram {
  readonly process: ChildProcess
  /** What it told people until it was open. */
  readonly told: readonly string[]
  /** The line of its log that says it has begun, and where. */
  readonly begun: string
  /** Ends it in order. */
  stop(): Promise<number | null>
}

/** The real program, as `npm start` runs it, on any free port; resolves when it says that it has begun. */
export async function startDaybookProgram(
  settings: Record<string, string>,
  ...args: string[]
): Promise<DaybookProgram> {
  const child = spawn(process.execPath, ['dist/server.js', ...args], {
    cwd: ROOT,
    env: { PATH: systemPath, PORT: '0', ...compiledOnce, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const errors = text(child.stderr)
  const told: string[] = []
  const open = Promise.withResolvers<string>()
  createInterface({ input: child.stdout })
    .on('line', (line) => {
      if (/Daybook (is open at|does its jobs)/.test(line)) open.resolve(line)
      else if (!line.startsWith('{')) told.push(line)
    })
    .on('close', async () => open.reject(new Error(`the program ended (${await ended}): ${await errors}`)))
  const begun = await open.promise
  return {
    process: child,
    told,
    begun,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

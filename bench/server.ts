import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const program = fileURLToPath(new URL('dist/server.js', root))
const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: { start: string } }
/** What `npm start` tells Node, but for whose settings it reads. */
const startArguments = scripts.start
  .split(' ')
  .slice(1, -1)
  .filter((each) => !each.startsWith('--env-file'))

export interface Server {
  readonly url: string
  readonly process: ChildProcess
  /** Seconds of processor time since it started, by the kernel's count. */
  cpuSeconds(): number
  stop(): Promise<void>
}

/** The program in a process of its own, as `npm start` runs it, on that database and any free port. */
export async function startServer(
  ownerUrl: string,
  nodeArguments: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'daybook-bench-server-'))
  const env = { DATABASE_URL: ownerUrl, DAYBOOK_DATA_DIR: dataDir, DAYBOOK_DEMO: '0', PORT: '0', ...settings }
  const child = spawn(process.execPath, [...startArguments, ...nodeArguments, program], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const url = await openedAt(child)
  return {
    url,
    process: child,
    cpuSeconds: () => cpuSecondsOf(child.pid!),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true })
    },
  }
}

async function openedAt(child: ChildProcess): Promise<string> {
  const said: string[] = []
  const opened = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const url = /open at (http:\/\/[^\s"]+)/.exec(line)?.[1]
      said.push(line)
      if (url) resolve(url)
    })
    child.once('exit', () => reject(new Error(`The server ended before it was open: ${said.join('\n')}`)))
  })
  return opened
}

const ticksPerSecond = 100

export function cpuSecondsOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPidFile } from './cluster.ts'
import { commandOf, isGoneWithin } from './processes.ts'

/** In order within a few seconds; without order, but still safe for the data, when it takes longer. */
export async function shutDown(pid: number): Promise<void> {
  for (const [signal, milliseconds] of [
    ['SIGINT', 4_000],
    ['SIGQUIT', 3_000],
    ['SIGKILL', 10_000],
  ] as const) {
    if (!send(signal, pid)) return
    if (await isGoneWithin(milliseconds, pid)) return
  }
  throw new Error(`PostgreSQL (process ${pid}) does not end.`)
}

/**
 * A program that was killed leaves its server behind. Nobody else works on the folder (it is claimed), so that server
 * is stopped before a new one starts.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const pid = Number((await readPidFile(cluster))?.[0])
  if (!pid) return
  const command = commandOf(pid)
  if (command === undefined) return
  if (command.includes(cluster)) await shutDown(pid)
  else await disownPidFile(cluster)
}

/**
 * After a crash the number in postmaster.pid may by now be some other program's, and PostgreSQL would refuse to start.
 * It overlooks the number of its own parent and still looks at the rest of the file (is shared memory in use?), so
 * that is written in, rather than the file removed.
 */
async function disownPidFile(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const [, ...rest] = (await readFile(file, 'utf8')).split('\n')
  await writeFile(file, [process.pid, ...rest].join('\n'))
}

function send(signal: NodeJS.Signals, pid: number): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}

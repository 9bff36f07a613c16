import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import type { ServerUser } from './server-user.ts'
import { removeStaleSocket, socketFolder } from './socket.ts'

const run = promisify(execFile)

/** Nothing of the program's own environment, which may hold secrets, reaches the server. */
const env = { LC_ALL: 'C', TZ: 'UTC' }

export interface ClusterPlace {
  readonly binaries: Binaries
  /** The folder that initdb makes, PGDATA. */
  readonly cluster: string
  readonly user: ServerUser
}

export interface NewCluster extends ClusterPlace {
  readonly superuser: string
  readonly passwordFile: string
  /** Sorting by code point with Unicode case rules, from PostgreSQL 17 on; older ones sort by byte. */
  readonly locale: 'C.UTF-8' | 'C'
}

/** Not yet safe against a loss of power: call `syncCluster` before the folder counts. */
export async function initCluster(place: NewCluster): Promise<void> {
  const locale = place.locale === 'C' ? [] : ['--locale-provider=builtin', `--builtin-locale=${place.locale}`]
  await run(
    place.binaries.initdb,
    [
      ...['--pgdata', place.cluster, '--username', place.superuser, '--pwfile', place.passwordFile],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions', ...locale],
    ],
    { ...place.user, cwd: '/', env },
  )
}

export async function syncCluster({ binaries, cluster, user }: ClusterPlace): Promise<void> {
  await run(binaries.initdb, ['--sync-only', '--pgdata', cluster], { ...user, cwd: '/', env })
}

export interface Launch extends ClusterPlace {
  readonly port: number
  readonly logFile: string
  readonly flags: readonly string[]
}

/** Resolves when the server takes connections; rejects with the end of its log when it gives up first. */
export async function launchCluster({ binaries, cluster, user, port, logFile, flags }: Launch): Promise<ChildProcess> {
  await removeStaleSocket(cluster, port)
  const log = openSync(logFile, 'a', 0o600)
  const logStart = fstatSync(log).size
  const sockets = `unix_socket_directories=${socketFolder(cluster, port) ?? ''}`
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', sockets, 'timezone=UTC', ...flags]
  const server = spawn(binaries.postgres, ['-D', cluster, ...settings.flatMap((each) => ['-c', each])], {
    ...user,
    cwd: '/',
    env,
    // Its own process group: Ctrl-C in the terminal must reach the program alone, which then stops the server in order.
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const failed = new Promise<never>((_, reject) => {
    server.once('error', reject)
    server.once('exit', (code, signal) => reject(new Error(`PostgreSQL stopped at once (${code ?? signal})`)))
  })
  try {
    await Promise.race([failed, untilReady(cluster, server)])
  } catch (cause) {
    throw new Error(
      `The built-in PostgreSQL does not start. The end of its log:\n${await logSince(logStart, logFile)}`,
      { cause },
    )
  }
  return server
}

const STATUS_LINE = 7
const POLL_MILLISECONDS = 15

/** The server writes its state into postmaster.pid for whoever waits; there is no event to wait for instead. */
async function untilReady(cluster: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const lines = await readPidFile(cluster)
    if (lines?.[0] === String(server.pid) && lines[STATUS_LINE]?.trim() === 'ready') return
    await pause(POLL_MILLISECONDS)
  }
}

export async function readPidFile(cluster: string): Promise<string[] | undefined> {
  try {
    return (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function logSince(start: number, file: string): Promise<string> {
  return (await readFile(file)).subarray(start).toString().trim().split('\n').slice(-15).join('\n')
}

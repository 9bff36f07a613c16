import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The kernel's limit on the address of a Unix socket, its ending zero included. */
const LONGEST_ADDRESS = 107

/**
 * Where the server also takes connections without TCP, which cost a third less: in the cluster's own folder, where nobody
 * but its owner and root may go. Undefined where the address would be too long or hard to write in settings.
 */
export function socketFolder(cluster: string, port: number): string | undefined {
  const address = join(cluster, `.s.PGSQL.${port}`)
  const isPlain = /^[\w./-]+$/.test(cluster)
  return process.platform !== 'win32' && isPlain && Buffer.byteLength(address) < LONGEST_ADDRESS ? cluster : undefined
}

/** The host of a connection URL: the socket's folder where there is one. */
export function hostOf(cluster: string, port: number): string {
  const folder = socketFolder(cluster, port)
  return folder ? encodeURIComponent(folder) : '127.0.0.1'
}

/**
 * What a killed server left of its socket. The lock beside it names a process that may by now be some other program;
 * postmaster.pid guards the folder, so nothing is lost with it.
 */
export async function removeStaleSocket(cluster: string, port: number): Promise<void> {
  const address = join(cluster, `.s.PGSQL.${port}`)
  for (const file of [address, `${address}.lock`]) await rm(file, { force: true })
}

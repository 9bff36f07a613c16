import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Binaries, embeddedBinaries } from './binaries.ts'
import { initCluster, launchCluster } from './cluster.ts'
import { runnableBinaries } from './enterable.ts'
import { freePort } from './port.ts'
import { serverUser } from './server-user.ts'
import { hostOf } from './socket.ts'

export interface Throwaway {
  readonly superuserUrl: string
  stop(): Promise<void>
}

const FAST_AND_FORGETFUL = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'],
  ...['wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=8GB', 'checkpoint_timeout=1h', 'jit=off'],
]

/** A server in a new folder under `parent`, or /tmp, that forgets everything when it stops. */
export async function startThrowaway(
  options: { binaries?: Binaries; locale?: 'C.UTF-8' | 'C'; parent?: string } = {},
): Promise<Throwaway> {
  const { locale = 'C.UTF-8', parent = tmpdir() } = options
  const user = serverUser()
  const binaries = await runnableBinaries(options.binaries ?? (await embeddedBinaries()), user)
  const folder = await mkdtemp(join(parent, 'daybook-throwaway-'))
  const passwordFile = join(folder, 'password')
  const password = randomBytes(16).toString('hex')
  await writeFile(passwordFile, password, { mode: 0o600 })
  for (const each of [folder, passwordFile]) if (user.uid && user.gid) await chown(each, user.uid, user.gid)

  const place = { binaries, user, cluster: join(folder, 'data') }
  await initCluster({ ...place, superuser: 'postgres', passwordFile, locale })
  const port = await freePort()
  const server = await launchCluster({ ...place, port, logFile: join(folder, 'log'), flags: FAST_AND_FORGETFUL })
  return {
    superuserUrl: `postgres://postgres:${password}@${hostOf(place.cluster, port)}:${port}/postgres`,
    async stop() {
      const stopped = once(server, 'exit')
      server.kill('SIGQUIT')
      await stopped
      await rm(folder, { recursive: true, force: true })
    },
  }
}

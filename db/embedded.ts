import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { embeddedBinaries } from './embedded/binaries.ts'
import { claimFolder } from './embedded/claim.ts'
import { type ClusterPlace, initCluster, launchCluster, syncCluster } from './embedded/cluster.ts'
import { canEnter, folderElsewhere, runnableBinaries } from './embedded/enterable.ts'
import { ensureOwner, SUPERUSER } from './embedded/owner.ts'
import { portLike } from './embedded/port.ts'
import { serverUser } from './embedded/server-user.ts'
import { stopOrphan } from './embedded/shutdown.ts'
import { hostOf } from './embedded/socket.ts'
import { newState, readState, type State, writeState } from './embedded/state.ts'
import { supervise } from './embedded/supervise.ts'

export interface EmbeddedOptions {
  readonly dataDir: string
  /** Without it, any free port is taken and kept for the next start. */
  readonly port?: number
  /** Settings of postgresql.conf, as `max_connections=50`. */
  readonly flags?: readonly string[]
}

export interface Embedded {
  readonly ownerUrl: string
  stop(): Promise<void>
}

/** The log is for whoever repairs the server: rows that were refused (people's names) and mere refusals stay out. */
const QUIET_LOG = ['log_min_messages=log', 'log_error_verbosity=terse', 'log_checkpoints=off']

/** Starts the built-in PostgreSQL on a data folder, making both when they are new. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir)
  await makeDataDir(dataDir)
  const claim = await claimFolder(dataDir)
  try {
    const { state, place } = await prepareCluster(dataDir)
    await stopOrphan(place.cluster)
    const port = options.port ?? (await portLike(state.port))
    if (port !== state.port) await writeState(dataDir, { ...state, port })
    const logFile = await freshLog(dataDir)
    const flags = [...QUIET_LOG, ...(options.flags ?? [])]
    const server = await supervise(() => launchCluster({ ...place, port, logFile, flags }))
    const ownerUrl = await ensureOwner(hostOf(place.cluster, port), port, state).catch(async (error: unknown) => {
      await server.stop()
      throw error
    })
    return {
      ownerUrl,
      stop: async () => {
        await server.stop()
        await claim.release()
      },
    }
  } catch (error) {
    await claim.release()
    throw error
  }
}

/** What lies in it is for its owner alone; others may pass through, as the server's own user must. */
async function makeDataDir(dataDir: string): Promise<void> {
  const made = await mkdir(dataDir, { recursive: true })
  if (made !== undefined) await chmod(dataDir, 0o711)
  const { uid } = await stat(dataDir)
  const own = process.getuid?.() ?? uid
  if (own !== 0 && own !== uid)
    throw new Error(`${dataDir} belongs to another user (${uid}). Start Daybook as that one, or set DAYBOOK_DATA_DIR.`)
}

async function prepareCluster(dataDir: string): Promise<{ state: State; place: ClusterPlace }> {
  const known = await readState(dataDir)
  const folder = known?.elsewhere ?? dataDir
  const cluster = join(folder, 'cluster')
  const user = serverUser(cluster)
  const binaries = await runnableBinaries(await embeddedBinaries(), user)
  if (!existsSync(cluster)) return createCluster(dataDir, known ?? newState(), { binaries, user })
  if (!known) throw new Error(`${dataDir} holds a cluster, but embedded.json with its passwords is gone.`)
  if (!(await canEnter(cluster, user)))
    throw new Error(`The server's user may no longer enter ${cluster}. Move the data folder, or open the way to it.`)
  return { state: known, place: { binaries, user, cluster } }
}

/** The folder gets its name when it is whole and on disk, so that an interrupted first start is simply made again. */
async function createCluster(
  dataDir: string,
  draft: State,
  { binaries, user }: Omit<ClusterPlace, 'cluster'>,
): Promise<{ state: State; place: ClusterPlace }> {
  const elsewhere = draft.elsewhere ?? ((await canEnter(dataDir, user)) ? undefined : await folderElsewhere())
  const state = { ...draft, elsewhere }
  await writeState(dataDir, state)

  const folder = elsewhere ?? dataDir
  await sweepUnfinished(folder)
  const unfinished = { binaries, user, cluster: join(folder, `${UNFINISHED}${process.pid}`) }
  const passwordFile = join(folder, 'password.new')
  await mkdir(unfinished.cluster, { mode: 0o700 })
  await writeFile(passwordFile, state.superuserPassword, { mode: 0o600 })
  for (const each of [unfinished.cluster, passwordFile])
    if (user.uid !== undefined && user.gid !== undefined) await chown(each, user.uid, user.gid)

  await initCluster({ ...unfinished, superuser: SUPERUSER, passwordFile, locale: 'C.UTF-8' })
  await rm(passwordFile)
  await syncCluster(unfinished)
  await rename(unfinished.cluster, join(folder, 'cluster'))
  await syncFolder(folder)
  return { state, place: { binaries, user, cluster: join(folder, 'cluster') } }
}

const UNFINISHED = 'cluster.new-'

/** The initdb of a start that was cut off may still be writing there, so removing takes more than one try. */
async function sweepUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(UNFINISHED)) await rm(join(folder, name), { recursive: true, maxRetries: 20, retryDelay: 50 })
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}

const LOG_BYTES = 10_000_000

async function freshLog(dataDir: string): Promise<string> {
  const log = join(dataDir, 'postgres.log')
  if (existsSync(log) && (await stat(log)).size > LOG_BYTES) await rename(log, `${log}.1`)
  return log
}

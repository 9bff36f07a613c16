import { makeLinkToken } from '../../actions/one-time-secret.ts'
import { type Db, inClinic } from '../../db/connect.ts'
import { findClinic } from '../../db/queries/clinics.ts'
import { hasClinic, insertSetupLink } from '../../db/queries/first-clinic.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Env } from '../env.ts'
import { demoFileIn, readDemoFile, writeDemoFile } from './demo-file.ts'
import { openDemo } from './open-demo.ts'
import { demoIsThere, demoWasMade, setupAwaits } from './words.ts'

export interface FirstRun {
  /** What to tell whoever started the program, once it answers at that address. */
  welcome(url: string): Promise<readonly string[]>
}

interface Install {
  readonly db: Db
  readonly env: Pick<Env, 'demo' | 'dataDir'>
  readonly now: () => Instant
}

/** Sees to it that an install has a clinic, or a way to make one, before anybody comes in. */
export async function prepareFirstRun({ db, env, now }: Install, expectedUrl: string): Promise<FirstRun> {
  const path = demoFileIn(env.dataDir)
  if (await hasClinic(db)) return { welcome: (url) => welcomeBack(db, path, url) }
  if (env.demo) {
    const made = await openDemo(db, now(), path, expectedUrl)
    return { welcome: (url) => (made ? welcomeToDemo(path, url) : welcomeBack(db, path, url)) }
  }
  const { token, hash } = makeLinkToken()
  await insertSetupLink(db, hash)
  return { welcome: async (url) => setupAwaits(`${url}/setup/${token}`) }
}

async function welcomeToDemo(path: string, url: string): Promise<readonly string[]> {
  const demo = await demoAt(path, url)
  return demo ? demoWasMade(demo, path) : []
}

async function welcomeBack(db: Db, path: string, url: string): Promise<readonly string[]> {
  try {
    const known = await readDemoFile(path)
    if (!known || !(await isHere(db, known.clinic.id))) return []
    await demoAt(path, url)
    return demoIsThere(path)
  } catch (error) {
    return [`The sign-ins of the demo clinic cannot be read from ${path}: ${String(error)}`]
  }
}

/** The file of a data folder may be about another database than the one in use now. */
async function isHere(db: Db, clinicId: string): Promise<boolean> {
  return (await inClinic(db, clinicId, (trx) => findClinic(trx, clinicId))) !== undefined
}

/** The demo's file, with the address at which the program answers this time. */
async function demoAt(path: string, url: string) {
  const demo = await readDemoFile(path)
  if (!demo || demo.url === url) return demo
  const moved = { ...demo, url }
  await writeDemoFile(path, moved)
  return moved
}

import { hashPassword } from 'better-auth/crypto'
import { makeApiKeySecret } from '../../actions/one-time-secret.ts'
import { openDemoClinic } from '../../actions/open-demo-clinic.ts'
import type { Db } from '../../db/connect.ts'
import { makeDemoClinic } from '../../db/seed/demo-clinic.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Role, Scope } from '../../domain/rights.ts'
import { type DemoFile, writeDemoFile } from './demo-file.ts'
import { makePassword } from './password.ts'

/** Every demo has the same people; what lets somebody in is made for this install. */
const SEED = 'harborside'

const KEYS: readonly { name: string; scopes: readonly Scope[] }[] = [
  { name: 'Demo: read', scopes: ['read'] },
  { name: 'Demo: read and write', scopes: ['read', 'write'] },
]

/** Fills an empty install with the demo clinic and says in the file how to get in; false when somebody was quicker. */
export async function openDemo(db: Db, now: Instant, path: string, url: string): Promise<boolean> {
  const demo = makeDemoClinic({ seed: SEED, now })
  const { id, slug, zone } = demo.clinic
  const users = demo.members.map(({ role, email }) => ({ role, email, password: makePassword() }))
  const apiKeys = KEYS.map((each) => ({ ...each, secret: makeApiKeySecret() }))
  const file: DemoFile = {
    ...{ url, clinic: { id, slug, zone }, users },
    apiKeys: apiKeys.map(({ name, scopes, secret }) => ({ name, scopes, key: secret.secret })),
  }
  const hashes = await Promise.all(users.map(async (each) => [each.role, await hashPassword(each.password)]))
  const passwordHashes = Object.fromEntries(hashes) as Record<Role, string>
  return openDemoClinic(db, demo, { passwordHashes, apiKeys }, now, () => writeDemoFile(path, file))
}

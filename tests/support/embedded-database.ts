import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '../../db/connect.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { killNow } from './daybook.ts'
import { databaseFolder } from './env.ts'
import type { TestDatabase } from './postgres.ts'
import { serverPid } from './program.ts'

export interface MortalDatabase extends TestDatabase {
  /** Ends the server as a crash would; it is started again by whoever started it. */
  kill(): Promise<void>
}

/** A server of the test's own, as the program keeps one: one that dies is started again. */
export async function embeddedDatabase(): Promise<MortalDatabase> {
  const parent = await mkdtemp(join(databaseFolder, 'daybook-mortal-'))
  await chmod(parent, 0o755)
  const dataDir = join(parent, 'data')
  const { ownerUrl, stop } = await startEmbedded({ dataDir })
  const { appUrl } = await migrate(ownerUrl)
  const { db, close } = connect({
    url: appUrl,
    applicationName: 'daybook test',
    max: 20,
    onIdleError: () => undefined,
  })
  return {
    url: appUrl,
    ownerUrl,
    db,
    kill: async () => killNow(await serverPid(dataDir)),
    async close() {
      await close()
      await stop()
      await rm(parent, { recursive: true })
    },
  }
}

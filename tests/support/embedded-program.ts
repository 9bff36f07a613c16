import { startEmbedded } from '../../db/embedded.ts'

/**
 * The smallest program over the built-in server, for tests that kill it: says where the database is, and ends in order
 * on SIGTERM. With `leave` it goes without stopping the server.
 */
const [dataDir = '', leave] = process.argv.slice(2)

try {
  const { ownerUrl, stop } = await startEmbedded({ dataDir })
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)))
  process.stdout.write(`${ownerUrl}\n`)
  if (leave === 'leave') process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

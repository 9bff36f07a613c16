import { pino } from 'pino'
import { readEnv } from './env.ts'
import { startDaybook } from './start.ts'

const LONGEST_CLOSE = 5_000

async function main(): Promise<void> {
  const env = readEnv()
  const log = pino({ level: env.logLevel })
  const daybook = await startDaybook(env, log)
  log.info(`Daybook is open at ${env.publicUrl ?? daybook.url}`)
  for (const line of daybook.welcome) process.stdout.write(`${line}\n`)

  let closing = false
  const close = async (signal: NodeJS.Signals) => {
    if (closing) return
    closing = true
    log.info({ signal }, 'closing')
    setTimeout(() => process.exit(1), LONGEST_CLOSE).unref()
    await daybook.close()
    process.exit(0)
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
}

main().catch((error) => {
  process.stderr.write(`Daybook could not start: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})

import './production.ts'
import type { Logger } from 'pino'
import { readEnv } from './env.ts'
import { makeLog } from './log.ts'
import { type Running, startDaybook } from './start.ts'

const LONGEST_CLOSE = 5_000

async function main(): Promise<void> {
  const env = readEnv(process.env, process.argv.slice(2))
  const log = makeLog(env.logLevel)
  // Node would write the whole error, with the rows that Postgres quotes in it.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error that nobody caught')
    process.exit(1)
  })
  const starting = startDaybook(env, log)
  // From the first moment on: a program that is ended while it starts must take its database along too.
  closeOnSignal(starting, log)
  const daybook = await starting
  for (const line of daybook.welcome) process.stdout.write(`${line}\n`)
  const { url } = daybook
  log.info(
    env.role === 'jobs' ? `Daybook does its jobs; /metrics is at ${url}` : `Daybook is open at ${env.publicUrl ?? url}`,
  )
}

function closeOnSignal(starting: Promise<Running>, log: Logger): void {
  let closing = false
  const close = async (signal: NodeJS.Signals) => {
    if (closing) return
    closing = true
    log.info({ signal }, 'closing')
    setTimeout(() => process.exit(1), LONGEST_CLOSE).unref()
    const daybook = await starting
    await daybook.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => void close(signal).catch(fail))
}

function fail(error: unknown): void {
  process.stderr.write(`Daybook stopped: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

main().catch(fail)

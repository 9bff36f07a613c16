import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { shutDown } from './shutdown.ts'

export interface Supervised {
  stop(): Promise<void>
}

const A_MINUTE = 60_000
const DEATHS_A_MINUTE = 5

/**
 * Keeps a server running until it is told to stop: one that dies is started again, and its crash recovery brings back
 * every commit. A server that keeps dying ends the program, which is of no use without it.
 */
export async function supervise(launch: () => Promise<ChildProcess>): Promise<Supervised> {
  let server = await launchPatiently(launch)
  let stopping = false
  let revival: Promise<void> = Promise.resolve()
  const deaths: number[] = []

  const watch = () =>
    server.once('exit', (code, signal) => {
      if (stopping) return
      deaths.push(performance.now())
      if (deaths.filter((each) => each > performance.now() - A_MINUTE).length > DEATHS_A_MINUTE)
        throw new Error('PostgreSQL keeps ending; its log says why.')
      process.emitWarning(`PostgreSQL ended (${signal ?? code}) and is started again.`)
      revival = revive()
    })
  const revive = async () => {
    server = await launchPatiently(launch)
    watch()
  }
  // A program that leaves without stopping (process.exit, an uncaught error) still tells its server to end.
  const atExit = () => server.kill('SIGINT')

  watch()
  process.on('exit', atExit)
  return {
    async stop() {
      stopping = true
      await revival
      process.off('exit', atExit)
      if (server.pid !== undefined) await shutDown(server.pid)
    },
  }
}

const PATIENCE_MILLISECONDS = 15_000
const PAUSE_MILLISECONDS = 100

/** When a server was killed, its own children may hold its shared memory for a moment longer. */
async function launchPatiently(launch: () => Promise<ChildProcess>): Promise<ChildProcess> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS
  for (;;) {
    try {
      return await launch()
    } catch (error) {
      const passing = error instanceof Error && error.message.includes('pre-existing shared memory block')
      if (!passing || performance.now() > deadline) throw error
      await pause(PAUSE_MILLISECONDS)
    }
  }
}

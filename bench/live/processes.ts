import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { cpuSecondsOf } from '../server.ts'
import type { Connect } from './subscribers.ts'

export interface Arrivals {
  /** Milliseconds of the machine's clock, in order. */
  readonly arrivals: number[]
  readonly lastMessage: string
}

export interface Subscribers {
  /** Call before the messages are caused. */
  next(messages: number): Promise<Arrivals>
  stop(): Promise<void>
}

/** Opens the sockets in a process of their own and answers when all have said what they had to say. */
export async function startSubscribers(connect: Connect): Promise<Subscribers> {
  const child = forkBeside('./subscribers.ts')
  child.send(connect)
  await answerOf(child)
  return {
    next(messages) {
      child.send({ messages })
      return answerOf<Arrivals>(child)
    },
    stop: () => stopChild(child),
  }
}

export interface Broadcaster {
  readonly url: string
  /** Answers with the instant it began. */
  broadcast(text: string): Promise<number>
  cpuSeconds(): number
  stop(): Promise<void>
}

export async function startBroadcaster(): Promise<Broadcaster> {
  const child = forkBeside('./broadcaster.ts')
  const { url } = await answerOf<{ url: string }>(child)
  return {
    url,
    async broadcast(text) {
      child.send({ text })
      return (await answerOf<{ startedAt: number }>(child)).startedAt
    },
    cpuSeconds: () => cpuSecondsOf(child.pid!),
    stop: () => stopChild(child),
  }
}

function forkBeside(file: string): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url))
  return fork(path, { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  const answered = new AbortController()
  const { signal } = answered
  const gone = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`A process of the bench ended with ${code}`)
  })
  try {
    const [answer] = await Promise.race([once(child, 'message', { signal }), gone])
    return answer as T
  } finally {
    answered.abort()
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill()
  await ended
}

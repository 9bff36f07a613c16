import type { Server } from '../server.ts'
import { percentile } from '../statistics.ts'
import type { Desk } from './desk.ts'
import type { Arrivals, Broadcaster, Subscribers } from './processes.ts'

/** Some sockets on each side: ours, and the bare broadcaster's. */
export interface Sides {
  readonly sockets: number
  readonly server: Server
  readonly ours: Subscribers
  readonly broadcaster: Broadcaster
  readonly bare: Subscribers
  readonly desk: Desk
}

/** One change told to all sockets, the next when the last has heard of it; a list of milliseconds each. */
export type Delays = number[][]

export async function tellOurs({ sockets, ours, desk }: Sides, changes: number, change: () => Promise<void>) {
  const after = await desk.lastSeq()
  const heard: Arrivals[] = []
  for (let at = 0; at < changes; at++) {
    const next = ours.next(sockets)
    await change()
    heard.push(await next)
  }
  const commits = await desk.commitTimes(after)
  if (commits.length !== changes) throw new Error(`${commits.length} of ${changes} changes were committed`)
  const delays: Delays = heard.map(({ arrivals }, at) => arrivals.map((time) => time - commits[at]!))
  return { delays, text: heard.at(-1)!.lastMessage }
}

export async function tellBare({ sockets, bare, broadcaster }: Sides, changes: number, text: string): Promise<Delays> {
  const delays: Delays = []
  for (let at = 0; at < changes; at++) {
    const next = bare.next(sockets)
    const startedAt = await broadcaster.broadcast(text)
    delays.push((await next).arrivals.map((time) => time - startedAt))
  }
  return delays
}

export function p99(delays: Delays): number {
  return percentile(delays.flat(), 0.99)
}

/** Messages a second while a change was being told, from its commit to the last socket. */
export function rateOf(delays: Delays): number {
  const total = delays.map((each) => Math.max(...each)).reduce((sum, each) => sum + each, 0)
  return (delays.flat().length * 1000) / total
}

/** Microseconds of the process a message. */
export async function costOf(
  process: { cpuSeconds(): number },
  work: () => Promise<Delays>,
): Promise<{ delays: Delays; micros: number }> {
  const before = process.cpuSeconds()
  const delays = await work()
  return { delays, micros: ((process.cpuSeconds() - before) * 1e6) / delays.flat().length }
}

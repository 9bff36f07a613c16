import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'

/** What a provider's double does instead of taking a message, or besides. */
export type Fault =
  /** Refuses, with the provider's own words. */
  | { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }
  /** Takes the message and falls over before it says so. */
  | { readonly takes: true; readonly status: number; readonly body: unknown }
  | 'drops before it takes'
  | 'drops after it took'
  | 'never answers'
  | 'takes and never answers'
  /** Says yes and breaks off in the middle of it. */
  | 'breaks off'

export interface Request {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface Reply {
  readonly status: number
  readonly body: unknown
}

export interface Double<Message> {
  readonly url: string
  /** Every message that it took, in order: what was really sent. */
  readonly accepted: readonly Message[]
  /** When it took each of them. */
  readonly takenAt: readonly number[]
  /** How often it was asked to take one. */
  readonly attempts: number
  /** How often it was asked what it has. */
  readonly searches: number
  /** What it does with the next messages, one each. */
  next(...faults: (Fault | undefined)[]): void
  /** What it does with messages to that address, until told otherwise. */
  always(to: string, fault: Fault | undefined): void
  /** How long it thinks about each. */
  think(milliseconds: number): void
  /** Whether it answers what it has. */
  forget(searches: boolean): void
  untilAccepted(count: number): Promise<void>
  untilAttempted(count: number): Promise<void>
  stop(): Promise<void>
}

/** What a provider's double knows of its wire. */
export interface Wire<Message> {
  /** The message of a request to send one; undefined for any other. */
  messageOf(request: Request): { readonly to: string; take(): Message; told(message: Message): Reply } | undefined
  /** The answer to anything else. */
  search(request: Request, accepted: readonly Message[]): Reply
  /** The answer to whoever does not prove himself. */
  refusal(request: Request): Reply | undefined
}

/** A real server that speaks a provider's wire, fails when told to, and counts what it took. */
export async function startDouble<Message>(wire: Wire<Message>): Promise<Double<Message>> {
  const it = new Behaviour<Message>()
  const sockets = new Set<Socket>()
  const server = createServer((incoming, response) => void answer(wire, it, incoming, response))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(it, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  })
}

class Behaviour<Message> {
  readonly accepted: Message[] = []
  readonly takenAt: number[] = []
  readonly counted = makeCounter()
  readonly faults: (Fault | undefined)[] = []
  readonly lasting = new Map<string, Fault>()
  attempts = 0
  searches = 0
  thinking = 0
  forgetful = false

  next(...faults: (Fault | undefined)[]): void {
    this.faults.push(...faults)
  }

  always(to: string, fault: Fault | undefined): void {
    if (fault === undefined) this.lasting.delete(to)
    else this.lasting.set(to, fault)
  }

  think(milliseconds: number): void {
    this.thinking = milliseconds
  }

  forget(searches: boolean): void {
    this.forgetful = searches
  }

  untilAccepted(count: number): Promise<void> {
    return this.counted.until(() => this.accepted.length >= count)
  }

  untilAttempted(count: number): Promise<void> {
    return this.counted.until(() => this.attempts >= count)
  }
}

async function answer<Message>(
  wire: Wire<Message>,
  it: Behaviour<Message>,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await readRequest(incoming)
  const refused = wire.refusal(request)
  if (refused) return say(response, refused)
  const message = wire.messageOf(request)
  if (!message) {
    it.searches++
    return say(response, it.forgetful ? { status: 500, body: {} } : wire.search(request, it.accepted))
  }
  const fault = it.lasting.get(message.to) ?? it.faults.shift()
  it.attempts++
  it.counted.tell()
  if (it.thinking > 0) await wait(it.thinking)
  const take = () => {
    const taken = message.take()
    it.accepted.push(taken)
    it.takenAt.push(Date.now())
    it.counted.tell()
    return message.told(taken)
  }
  if (fault === undefined) return say(response, take())
  if (typeof fault === 'string') return vanish(fault, incoming.socket, response, take)
  if ('takes' in fault) take()
  return say(response, fault, 'headers' in fault ? fault.headers : undefined)
}

/** The faults that leave the caller without an answer. */
function vanish(fault: Fault & string, socket: Socket, response: ServerResponse, take: () => Reply): void {
  const reply = fault === 'drops before it takes' || fault === 'never answers' ? undefined : take()
  if (fault === 'breaks off') {
    const body = JSON.stringify(reply?.body)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
    response.write(body.slice(0, 10), () => socket.destroy())
    return
  }
  if (fault.startsWith('drops')) socket.destroy()
}

/** Tells those who wait for a count when it is reached. */
function makeCounter() {
  const waiting = new Set<() => void>()
  return {
    tell() {
      for (const check of waiting) check()
    },
    until(isReached: () => boolean): Promise<void> {
      if (isReached()) return Promise.resolve()
      return new Promise((resolve) => {
        const check = () => {
          if (!isReached()) return
          waiting.delete(check)
          resolve()
        }
        waiting.add(check)
      })
    },
  }
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const body = await text(incoming)
  const url = new URL(incoming.url ?? '/', 'http://double')
  return { method: incoming.method ?? 'GET', url, headers: incoming.headers, body }
}

function say(response: ServerResponse, { status, body }: Reply, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

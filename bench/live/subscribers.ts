import { WebSocket } from 'ws'

/** A process of its own with many sockets: says when each message arrived, in milliseconds of the machine's clock. */
export interface Connect {
  readonly url: string
  readonly count: number
  /** What a socket sends when open, and again when it was answered: connection_init, then subscribe. */
  readonly hello: readonly string[]
}

/** Asks for the arrivals of the next messages, that many in all. */
export interface Expect {
  readonly messages: number
}

/** Sockets that have not said yet who they are are few at a time. */
const atOnce = 100

const arrivals: number[] = []
let expected = 0
let lastMessage = ''

process.on('message', (asked: Connect | Expect) => {
  if ('url' in asked) void connectAll(asked)
  else expected = asked.messages
  answerWhenFull()
})

async function connectAll({ url, count, hello }: Connect): Promise<void> {
  for (let open = 0; open < count; open += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, count - open) }, () => connectOne(url, hello)))
  process.send?.({ connected: count })
}

function connectOne(url: string, hello: readonly string[]): Promise<void> {
  const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false })
  const rest = [...hello]
  return new Promise((resolve, reject) => {
    const greet = () => {
      const next = rest.shift()
      if (next) socket.send(next)
      if (rest.length === 0) resolve()
    }
    socket.on('error', reject)
    socket.on('close', (code) => reject(new Error(`A socket was closed: ${code}`)))
    socket.on('open', greet)
    socket.on('message', (data: Buffer) => {
      if (rest.length > 0) return greet()
      if (isPing(data)) return socket.send('{"type":"pong"}')
      arrivals.push(performance.timeOrigin + performance.now())
      lastMessage = data.toString()
      answerWhenFull()
    })
  })
}

function isPing(data: Buffer): boolean {
  return data.length < 40 && data.toString().includes('"ping"')
}

function answerWhenFull(): void {
  if (expected === 0 || arrivals.length < expected) return
  process.send?.({ arrivals: arrivals.splice(0, expected), lastMessage })
  expected = 0
}

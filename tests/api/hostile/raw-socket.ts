import { on, once } from 'node:events'
import { WebSocket } from 'ws'
import { proofHeaders } from '../../support/app.ts'

interface Knock {
  readonly proof?: string
  readonly path?: string
  readonly protocols?: string[]
  readonly headers?: Record<string, string>
}

interface Message {
  readonly id?: string
  readonly type: string
  readonly payload?: unknown
}

const PROTOCOL = 'graphql-transport-ws'

function dial(app: { url: string }, { proof, path = '/graphql', protocols = [PROTOCOL], headers }: Knock): WebSocket {
  const url = `${app.url.replace('http', 'ws')}${path}`
  return new WebSocket(url, protocols, { headers: { ...proofHeaders(proof), ...headers } })
}

/** The status with which an upgrade is refused. */
export async function refusalOf(app: { url: string }, knock: Knock): Promise<number | undefined> {
  const socket = dial(app, knock)
  const [request, response] = await once(socket, 'unexpected-response')
  request.destroy()
  return response.statusCode
}

/** A socket whose messages are written by hand. */
export async function openRaw(app: { url: string }, knock: Knock = {}) {
  const socket = dial(app, knock)
  const closed = once(socket, 'close').then(([code, reason]) => ({ code: code as number, reason: String(reason) }))
  const messages = on(socket, 'message', { close: ['close'] })
  // What is sent after the other side has gone is an error, which the test sees as the close it waits for.
  socket.on('error', () => undefined)
  await once(socket, 'open')
  return {
    socket,
    closed,
    send: (message: Message | string) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async next(): Promise<Message> {
      const { done, value } = await messages.next()
      if (done) throw new Error('the socket closed')
      return JSON.parse(String(value[0]))
    },
    async close() {
      socket.close()
      await closed
    },
  }
}

/** One that has said who it is and been let in. */
export async function openKnown(app: { url: string }, proof: string) {
  const raw = await openRaw(app, { proof })
  raw.send({ type: 'connection_init' })
  const ack = await raw.next()
  if (ack.type !== 'connection_ack') throw new Error(`answered with ${ack.type}`)
  return raw
}

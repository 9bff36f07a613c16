import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { handleProtocols } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Auth } from '../auth/auth.ts'
import { networkOf } from '../auth/network.ts'
import { addressOf, type IsTrusted } from '../auth/proxies.ts'

export interface UpgradeOptions {
  readonly server: Server
  readonly auth: Auth
  readonly isTrusted: IsTrusted
  /** Sockets of one network that have not said yet who they are. */
  readonly mostUnknown: number
  readonly onSocket: (socket: WebSocket, request: IncomingMessage, visit: Visit) => void
}

/** One socket from its opening to its end. */
export interface Visit {
  readonly ip: string | undefined
  /** Somebody we know has said who it is. */
  welcome(): void
}

const LARGEST_MESSAGE = 256 * 1024

/** Lets sockets in at /graphql: from our own pages and from programs, and not too many that do not say who they are. */
export function acceptSockets({ server, auth, isTrusted, mostUnknown, onSocket }: UpgradeOptions): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, handleProtocols })
  const unknown = new Map<string, number>()

  const visitFrom = (socket: WebSocket, ip: string | undefined): Visit => {
    const network = networkOf(ip ?? '')
    unknown.set(network, (unknown.get(network) ?? 0) + 1)
    let isUnknown = true
    const welcome = () => {
      if (!isUnknown) return
      isUnknown = false
      const others = (unknown.get(network) ?? 1) - 1
      if (others > 0) unknown.set(network, others)
      else unknown.delete(network)
    }
    socket.once('close', welcome)
    return { ip, welcome }
  }

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ip = addressOf(request, isTrusted)
    if (request.url?.split('?')[0] !== '/graphql') return refuse(socket, '404 Not Found')
    if (auth.isForeignOrigin(request.headers)) return refuse(socket, '403 Forbidden')
    if ((unknown.get(networkOf(ip ?? '')) ?? 0) >= mostUnknown) return refuse(socket, '429 Too Many Requests')
    sockets.handleUpgrade(request, socket, head, (opened) => onSocket(opened, request, visitFrom(opened, ip)))
  }
  server.on('upgrade', onUpgrade)
  sockets.once('close', () => server.off('upgrade', onUpgrade))
  return sockets
}

function refuse(socket: Duplex, status: string): void {
  // Nobody else listens by now, and an error nobody hears would end the program.
  socket.on('error', () => socket.destroy())
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

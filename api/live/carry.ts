import type { IncomingMessage } from 'node:http'
import { CloseCode, type Server } from 'graphql-ws'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'

/** What the protocol knows of a socket. */
export interface Wire {
  readonly socket: WebSocket
  readonly request: IncomingMessage
}

/** Said when the fault is ours and passing: clients of graphql-ws come back by themselves. */
export const TRY_AGAIN_LATER = 1013
const KEEP_ALIVE_MILLISECONDS = 12_000
/** A reader this far behind is sent away; it catches up by its cursor. */
const MOST_BUFFERED = 4 * 1024 * 1024

/**
 * Carries graphql-transport-ws over one socket. The library's own carrier writes what fails to the console and tells the
 * other side the messages of our errors.
 */
export function carry<E extends Wire>(protocol: Server<E>, wire: E, log: Logger): void {
  const { socket } = wire
  socket.on('error', (error) => log.debug({ err: error }, 'a socket failed'))
  const fail = (error: unknown) => {
    if (isUnexpectedMessage(error)) return socket.close(CloseCode.BadRequest, 'Invalid message received')
    log.error({ err: error }, 'a message over a socket failed')
    socket.close(CloseCode.InternalServerError, 'Internal server error')
  }
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => new Promise((resolve) => sendNow(socket, text, resolve)),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (receive) =>
        socket.on('message', (data, isBinary) => {
          if (isBinary) socket.close(CloseCode.BadRequest, 'Invalid message received')
          else receive(String(data)).catch(fail)
        }),
    },
    wire,
  )
  const stopPinging = keepAlive(socket)
  socket.once('close', (code, reason) => {
    stopPinging()
    closed(code, String(reason)).catch((error) => log.error({ err: error }, 'a socket could not be left'))
  })
}

/** Hands text to the socket, and sends away whoever does not read. */
export function sendNow(socket: WebSocket, text: string, onSent?: () => void): void {
  if (socket.bufferedAmount > MOST_BUFFERED) socket.terminate()
  if (socket.readyState === socket.OPEN) socket.send(text, onSent)
  else onSent?.()
}

/** A message that only servers send, or the protocol does not know. */
function isUnexpectedMessage(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Unexpected message of type ')
}

/** Ends a socket whose other side is gone without a word. */
function keepAlive(socket: WebSocket): () => void {
  let heard = true
  socket.on('pong', () => {
    heard = true
  })
  const timer = setInterval(() => {
    if (!heard) return socket.terminate()
    heard = false
    socket.ping()
  }, KEEP_ALIVE_MILLISECONDS)
  return () => clearInterval(timer)
}

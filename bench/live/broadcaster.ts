import { WebSocket, WebSocketServer } from 'ws'

/** The floor: a bare `ws` server that sends what it is told to everybody, and says when it began. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })

server.on('listening', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.send?.({ url: `ws://127.0.0.1:${address.port}` })
})

process.on('message', ({ text }: { text: string }) => {
  process.send?.({ startedAt: performance.timeOrigin + performance.now() })
  for (const socket of server.clients) if (socket.readyState === WebSocket.OPEN) socket.send(text)
})

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CalendarHost {
  readonly url: string
  /** What was asked of it, in order. */
  readonly asked: { readonly path: string; readonly ifNoneMatch: string | undefined }[]
  /** What it answers from now on, with an etag that changes with the text; undefined: it is broken. */
  say(text: string | undefined): void
  close(): void
}

/** A server that keeps somebody's calendar, on this machine. */
export async function startCalendarHost(): Promise<CalendarHost> {
  const asked: CalendarHost['asked'] = []
  let said: string | undefined
  let edition = 0
  const answer = (request: IncomingMessage, reply: ServerResponse) => {
    const ifNoneMatch = request.headers['if-none-match']
    asked.push({ path: request.url!, ifNoneMatch })
    if (said === undefined) return reply.writeHead(503).end()
    const etag = `"${edition}"`
    return ifNoneMatch === etag ? reply.writeHead(304).end() : reply.writeHead(200, { etag }).end(said)
  }
  const { promise, resolve } = Promise.withResolvers<void>()
  const server = createServer(answer).listen(0, '127.0.0.1', resolve)
  await promise
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    say(text) {
      said = text
      edition++
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

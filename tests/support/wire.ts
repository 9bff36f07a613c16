import { WebSocket } from 'ws'
import { proofHeaders } from './app.ts'

/** How a page reaches the server, and what became of its sockets. */
export interface Line {
  readonly proof: string
  /** Asked anew for every socket. */
  readonly address: () => string
  readonly wires: Set<Wire>
  /** After every socket that the page has lost. */
  readonly onLost: () => void
}

const lines = new Map<string, Line>()

/** Makes the line reachable at the address that is returned, for a page that knows nothing but `new WebSocket(url)`. */
export function layLine(line: Line): string {
  const host = `page-${lines.size + 1}`
  lines.set(host, line)
  return `ws://${host}/graphql`
}

/** The browser's WebSocket, over a line that can break in every way. */
export class Wire extends WebSocket {
  readonly #line: Line
  #isDead = false

  constructor(url: string, protocols: string | string[]) {
    const line = lines.get(new URL(url).host)
    if (!line) throw new Error(`no line to ${url}`)
    super(`${line.address().replace('http', 'ws')}/graphql`, protocols, { headers: proofHeaders(line.proof) })
    this.#line = line
    line.wires.add(this)
    this.on('close', () => this.#lose())
    // A browser's socket needs nobody to listen to its errors.
    this.on('error', () => undefined)
  }

  /** Half-open: from now on nothing arrives any more, and neither side is told. */
  die(): void {
    if (this.readyState !== WebSocket.OPEN) return
    this.#isDead = true
    this.pause()
  }

  override close(code?: number, reason?: string): void {
    if (!this.#isDead) super.close(code, reason)
    // The page gives up a socket that is dead; the server does not hear of it.
    else this.#lose()
  }

  #lose(): void {
    if (this.#line.wires.delete(this)) this.#line.onLost()
  }
}

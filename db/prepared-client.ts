import { createHash } from 'node:crypto'
import pg from 'pg'

/** Texts that come back often enough to be prepared are few; a program that makes up texts must not fill the server. */
const MOST_PREPARED = 500

const names = new Map<string, string>()

/**
 * A client that prepares each statement once a connection, so that Postgres parses and plans it once, and that puts what
 * is asked in one turn of the event loop into one packet. A pooler between here and Postgres must know prepared statements
 * (PgBouncer 1.21 does).
 */
export class PreparedClient extends pg.Client {
  #corked = false

  // pg's own signature is a dozen overloads; all but (text, values) pass through untouched.
  override query(...given: unknown[]): never {
    this.#cork()
    const [text, values, ...rest] = given
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
    const query = super.query as (...forwarded: unknown[]) => never
    return name ? query.call(this, { name, text, values }, ...rest) : query.call(this, ...given)
  }

  #cork(): void {
    const stream = this.connection?.stream
    if (this.#corked || !stream) return
    this.#corked = true
    stream.cork()
    setImmediate(() => {
      this.#corked = false
      stream.uncork()
    })
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST_PREPARED) return known
  const name = `d${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
  names.set(text, name)
  return name
}

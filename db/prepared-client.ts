import { createHash } from 'node:crypto'
import pg from 'pg'
import { type Answered, type Asked, type NamedStatement, type Prepared, Turn } from './turn.ts'

/** Texts that come back often enough to be prepared are few; a program that makes up texts must not fill the server. */
const MOST_PREPARED = 500

const names = new Map<string, string>()

/**
 * A client that prepares each statement once a connection, so that Postgres parses and plans it once, and that sends what
 * is asked of a transaction in one turn of the event loop as one turn to Postgres. A pooler between here and Postgres must
 * know prepared statements (PgBouncer 1.21 does).
 */
export class PreparedClient extends pg.Client {
  #waiting: Asked[] = []
  #isInTransaction = false
  readonly #prepared: Prepared = {
    columns: new Map(),
    parserOf: (type) => this.getTypeParser(type, 'text'),
  }

  // pg's own signature is a dozen overloads; all but (text, values) pass through untouched.
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given
    if (typeof text === 'string' && Array.isArray(values) && rest.length === 0)
      return this.#ask({ name: nameOf(text), text, values }) as never
    this.#send()
    return this.#forward(...given) as never
  }

  /** What is asked of no transaction travels alone: together with others, it would fail when one of them does. */
  #ask(statement: NamedStatement): Promise<Answered> {
    const answer = new Promise<Answered>((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#send())
      this.#waiting.push({ ...statement, resolve, reject })
    })
    if (/^(?:begin|start transaction)\b/i.test(statement.text)) this.#isInTransaction = true
    if (/^(?:commit|rollback)$/i.test(statement.text)) this.#isInTransaction = false
    if (!this.#isInTransaction) this.#send()
    // What the socket knows of where an error came from helps nobody; where it was asked does.
    return answer.catch((error: Error) => {
      Error.captureStackTrace(error)
      throw error
    })
  }

  #send(): void {
    if (this.#waiting.length === 0) return
    const turn = new Turn(this.#waiting, this.#prepared)
    this.#waiting = []
    this.#forward(turn)
  }

  #forward(...given: unknown[]): unknown {
    return (super.query as (...forwarded: unknown[]) => unknown).call(this, ...given)
  }
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_PREPARED) return known ?? ''
  const name = `d${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
  names.set(text, name)
  return name
}

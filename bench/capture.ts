import pg from 'pg'

/** Loaded into the server before its program: tells the parent process every statement it sends. */
export interface Captured {
  readonly connection: number
  readonly text: string
  readonly values: unknown[] | undefined
  readonly name: string | undefined
  /** Sent once every statement before it on this connection was answered, not together with them. */
  readonly waited: boolean
}

const connections = new WeakMap<object, { id: number; unanswered: number }>()
let connectionCount = 0
const send = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown

function capturing(this: pg.Client, ...given: unknown[]): unknown {
  const [first, second] = given
  const config = typeof first === 'string' ? { text: first } : (first as Partial<pg.QueryConfig>)
  const connection = connections.get(this) ?? { id: ++connectionCount, unanswered: 0 }
  connections.set(this, connection)
  const values = Array.isArray(second) ? second : config.values
  const { text, name } = config
  const waited = connection.unanswered === 0
  if (text) process.send?.({ connection: connection.id, text, values, name, waited } satisfies Captured)
  const answer = send.apply(this, given)
  if (answer instanceof Promise) {
    const answered = () => void connection.unanswered--
    connection.unanswered++
    answer.then(answered, answered)
  }
  return answer
}

Object.assign(pg.Client.prototype, { query: capturing })

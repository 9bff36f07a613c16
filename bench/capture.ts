import pg from 'pg'

/** Loaded into the server before its program: tells the parent process every statement it sends. */
export interface Captured {
  readonly connection: number
  readonly text: string
  readonly values: readonly unknown[] | undefined
  readonly name: string | undefined
  /** Sent once every statement before it on this connection was answered, not together with them. */
  readonly waited: boolean
}

const connections = new WeakMap<object, { id: number; unanswered: number }>()
let connectionCount = 0
const send = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown

/** Statements that travel together are one query to pg, which knows the single ones by `asked`. */
interface Together {
  readonly asked: readonly Pick<Captured, 'text' | 'values' | 'name'>[]
  handleReadyForQuery(...given: unknown[]): void
  handleError(...given: unknown[]): void
}

function capturing(this: pg.Client, ...given: unknown[]): unknown {
  const [first] = given
  const connection = connections.get(this) ?? { id: ++connectionCount, unanswered: 0 }
  connections.set(this, connection)
  if (typeof first === 'object' && first !== null && 'asked' in first) tellOf(connection, first as Together)
  return send.apply(this, given)
}

function tellOf(connection: { readonly id: number; unanswered: number }, turn: Together): void {
  for (const { name, text, values } of turn.asked) {
    const waited = connection.unanswered === 0
    process.send?.({ connection: connection.id, text, values, name, waited } satisfies Captured)
    connection.unanswered++
  }
  const answered = () => {
    connection.unanswered -= turn.asked.length
  }
  const { handleError, handleReadyForQuery } = turn
  turn.handleReadyForQuery = (...given) => {
    answered()
    handleReadyForQuery.apply(turn, given)
  }
  turn.handleError = (...given) => {
    answered()
    handleError.apply(turn, given)
  }
}

Object.assign(pg.Client.prototype, { query: capturing })

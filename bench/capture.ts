import pg from 'pg'

/** Loaded into the server before its program: tells the parent process every statement it sends. */
export interface Captured {
  readonly connection: number
  readonly text: string
  readonly values: unknown[] | undefined
  readonly name: string | undefined
}

const connections = new WeakMap<object, number>()
let connectionCount = 0
const send = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown

function capturing(this: pg.Client, ...given: unknown[]): unknown {
  const [first, second] = given
  const config = typeof first === 'string' ? { text: first } : (first as Partial<pg.QueryConfig>)
  const connection = connections.get(this) ?? ++connectionCount
  connections.set(this, connection)
  const values = Array.isArray(second) ? second : config.values
  if (config.text) process.send?.({ connection, text: config.text, values, name: config.name } satisfies Captured)
  return send.apply(this, given)
}

Object.assign(pg.Client.prototype, { query: capturing })

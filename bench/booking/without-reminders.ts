import pg from 'pg'

/** Loaded before the program: it asks for no plan of messages, and does everything else as it does. */
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown

pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  const [first, second] = given as [{ text?: string; values?: unknown[] } | string, unknown]
  const text = typeof first === 'string' ? first : first.text
  const values = typeof first === 'string' ? second : first.values
  const isPlan = text?.includes('INSERT INTO pgboss') && JSON.stringify(values ?? []).includes('plan-messages')
  if (isPlan) return Promise.resolve({ command: 'INSERT', rowCount: 0, rows: [], fields: [], oid: 0 })
  return query.apply(this, given)
} as typeof pg.Client.prototype.query

import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Captured } from './capture.ts'
import { startServer } from './server.ts'

export type Statement = pg.QueryConfig

/** Turns to the database: the statements of one travel together. */
export type Transaction = Statement[][]

/** What a server on that database sent to it while `work` used it: the transactions that were committed. */
export async function captureTransactions(
  ownerUrl: string,
  work: (url: string) => Promise<void>,
): Promise<Transaction[]> {
  const hook = fileURLToPath(new URL('./capture.ts', import.meta.url))
  const server = await startServer(ownerUrl, ['--import', hook])
  const statements: Captured[] = []
  server.process.on('message', (statement: Captured) => statements.push(statement))
  await work(server.url)
  await server.stop()
  return committed(statements)
}

export function sends(transaction: Transaction, pattern: RegExp): boolean {
  return transaction.flat().some(({ text }) => pattern.test(text))
}

function committed(captured: readonly Captured[]): Transaction[] {
  const open = new Map<number, Transaction>()
  const finished: Transaction[] = []
  for (const { connection, text, values, name, waited } of captured) {
    if (text.startsWith('begin')) open.set(connection, [])
    const turns = open.get(connection)
    if (!turns) continue
    if (waited || turns.length === 0) turns.push([])
    turns.at(-1)!.push({ text, ...(values && { values: [...values] }), ...(name && { name }) })
    if (text !== 'commit' && text !== 'rollback') continue
    open.delete(connection)
    if (text === 'commit') finished.push(turns)
  }
  return finished
}

/** Connects as the program does: statements that travel together, planned once. */
export async function connectBare(url: string, parts: AsyncDisposableStack): Promise<pg.Client> {
  const options = '-c plan_cache_mode=force_generic_plan'
  const client = new pg.Client({ connectionString: url, pipeline: true, options })
  await client.connect()
  parts.defer(() => client.end())
  return client
}

export async function runBare(client: pg.ClientBase, transaction: Transaction): Promise<void> {
  for (const turn of transaction) await Promise.all(turn.map((statement) => client.query(statement)))
}

/** The same, with the milliseconds of each turn. */
export async function timeBare(client: pg.ClientBase, transaction: Transaction): Promise<number[]> {
  const times: number[] = []
  for (const turn of transaction) {
    const startedAt = performance.now()
    await runBare(client, [turn])
    times.push(performance.now() - startedAt)
  }
  return times
}

/** What a turn is about, short enough for a list. */
export function titleOf(turn: readonly Statement[]): string {
  return turn.map(statementTitle).join(', ')
}

function statementTitle({ text }: Statement): string {
  const words = text.replace(/\s+/g, ' ').trim()
  const written = [...words.matchAll(/(?:insert into|update) (?:pgboss\.)?(\w+)/gi)].map(([, table]) => table)
  const locked = [...words.matchAll(/from (\w+)(?=(?:(?!from).)*for no key update)/g)].map(([, table]) => table)
  if (written.some((table) => table !== 'set'))
    return `write ${[...new Set(written)].filter((t) => t !== 'set').join(' + ')}`
  if (locked.length > 0) return `lock ${locked.join(' + ')}`
  if (words.length < 20) return words
  return words.includes('set_config') ? 'set the clinic' : 'read the facts'
}

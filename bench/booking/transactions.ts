import type pg from 'pg'
import type { Captured } from './capture.ts'

export type Statement = pg.QueryConfig
export type Transaction = Statement[]

/** The transactions among the statements that put an appointment in the book, each from its begin to its commit. */
export function bookingTransactions(captured: readonly Captured[]): Transaction[] {
  const open = new Map<number, Transaction>()
  const finished: Transaction[] = []
  for (const { connection, text, values, name } of captured) {
    if (text === 'begin') open.set(connection, [])
    const transaction = open.get(connection)
    if (!transaction) continue
    transaction.push({ text, ...(values && { values }), ...(name && { name }) })
    if (text !== 'commit' && text !== 'rollback') continue
    open.delete(connection)
    if (text === 'commit' && transaction.some((each) => /insert into appointments/.test(each.text)))
      finished.push(transaction)
  }
  return finished
}

export async function runBare(client: pg.ClientBase, transaction: Transaction): Promise<void> {
  for (const statement of transaction) await client.query(statement)
}

/** The same, with the milliseconds of each statement. */
export async function timeBare(client: pg.ClientBase, transaction: Transaction): Promise<number[]> {
  const times: number[] = []
  for (const statement of transaction) {
    const startedAt = performance.now()
    await client.query(statement)
    times.push(performance.now() - startedAt)
  }
  return times
}

/** What a statement is about, short enough for a list. */
export function titleOf({ text }: Statement): string {
  const words = text.replace(/\s+/g, ' ').trim()
  const written = [...words.matchAll(/(?:insert into|update) (\w+)/g)].map(([, table]) => table)
  const read = /set_config|booking_facts|for no key update/.exec(words)?.[0]
  if (written.length > 0) return `write ${[...new Set(written)].join(' + ')}`
  if (read === 'for no key update') return `lock ${/from (\w+)/.exec(words)?.[1]}`
  return read ?? (words.length > 20 ? 'read the facts' : words)
}

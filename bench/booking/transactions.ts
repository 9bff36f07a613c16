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

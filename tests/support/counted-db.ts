import type { KyselyPlugin, RootOperationNode } from 'kysely'
import type { Db } from '../../db/connect.ts'

/** The same database, and the statements that were sent by it from now on. */
export function countedDb(db: Db): { readonly db: Db; readonly statements: string[] } {
  const statements: string[] = []
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      statements.push(textOf(node))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { db: db.withPlugin(plugin), statements }
}

/** As it is written, without what is put into it. */
function textOf(node: RootOperationNode): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'value' ? undefined : value))
}

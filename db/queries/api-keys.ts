import { sql } from 'kysely'
import type { Db, Trx } from '../connect.ts'

export interface ApiKeyCaller {
  readonly clinic_id: string
  readonly api_key_id: string
  readonly name: string
  readonly scopes: ('read' | 'write')[]
}

/** Whose key has that hash, unless it has expired or was revoked. Counts as a use of the key. */
export async function findCallerOfApiKey(db: Db, hash: Buffer): Promise<ApiKeyCaller | undefined> {
  const { rows } = await sql<ApiKeyCaller>`select * from auth.caller_of_api_key(${hash})`.execute(db)
  return rows[0]
}

/** Does not count as a use of the key. */
export async function isApiKeyLive(trx: Trx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from api_keys where id = ${id} and revoked_at is null and (expires_at is null or expires_at > now())
  `.execute(trx)
  return rows.length > 0
}

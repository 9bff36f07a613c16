import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Scope } from '../../domain/rights.ts'
import type { Db, Trx } from '../connect.ts'

export interface ApiKeyCaller {
  readonly clinic_id: string
  readonly api_key_id: string
  readonly name: string
  readonly scopes: Scope[]
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

export interface ApiKeyRow {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly prefix: string
  readonly createdAt: Instant
  readonly expiresAt: Instant | null
  readonly lastUsedAt: Instant | null
  readonly revokedAt: Instant | null
  /** A key changes once, when it is revoked. */
  readonly version: number
}

const keyJson = sql.raw(`json_build_object('id', k.id, 'name', k.name, 'scopes', to_json(k.scopes), 'prefix', k.prefix,
  'createdAt', (date_part('epoch', k.created_at) * 1000)::bigint,
  'expiresAt', (date_part('epoch', k.expires_at) * 1000)::bigint,
  'lastUsedAt', (date_part('epoch', k.last_used_at) * 1000)::bigint,
  'revokedAt', (date_part('epoch', k.revoked_at) * 1000)::bigint,
  'version', case when k.revoked_at is null then 1 else 2 end)`)

/** The newest first, those that were revoked too. */
export async function listApiKeys(trx: Trx, clinicId: string): Promise<ApiKeyRow[]> {
  const { rows } = await sql<{ row: ApiKeyRow }>`
    select ${keyJson} as row from api_keys k where k.clinic_id = ${clinicId} order by k.created_at desc, k.id desc
  `.execute(trx)
  return rows.map((each) => each.row)
}

export async function lockApiKey(trx: Trx, clinicId: string, id: string): Promise<ApiKeyRow | undefined> {
  const { rows } = await sql<{ row: ApiKeyRow }>`
    select ${keyJson} as row from api_keys k where k.clinic_id = ${clinicId} and k.id = ${id} for no key update
  `.execute(trx)
  return rows[0]?.row
}

export type NewApiKey = Pick<ApiKeyRow, 'id' | 'name' | 'scopes' | 'prefix' | 'createdAt' | 'expiresAt'> & {
  readonly hash: Buffer
  readonly createdBy: string | null
}

export async function insertApiKey(trx: Trx, clinicId: string, key: NewApiKey): Promise<void> {
  await trx
    .insertInto('api_keys')
    .values({
      clinic_id: clinicId,
      id: key.id,
      name: key.name,
      scopes: [...key.scopes],
      prefix: key.prefix,
      key_hash: key.hash,
      created_by: key.createdBy,
      created_at: new Date(key.createdAt),
      expires_at: key.expiresAt === null ? null : new Date(key.expiresAt),
    })
    .execute()
}

export async function revokeApiKeyAt(trx: Trx, clinicId: string, id: string, now: Instant): Promise<void> {
  await sql`update api_keys set revoked_at = coalesce(revoked_at, ${new Date(now)})
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

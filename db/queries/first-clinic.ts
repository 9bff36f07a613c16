import { sql } from 'kysely'
import type { Db, Trx } from '../connect.ts'

/** Whether the install has any clinic, which nobody could see for row-level security. */
export async function hasClinic(db: Db | Trx): Promise<boolean> {
  const { rows } = await sql`select from auth.first_clinic`.execute(db)
  return rows.length > 0
}

/** Any number, as long as every Daybook takes the same one. */
const FIRST_CLINIC_LOCK = 4_051_620_194

/** Whoever wants to make the first clinic waits here for the others, until the transaction ends. */
export async function lockFirstClinic(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(FIRST_CLINIC_LOCK)})`.execute(trx)
}

/** The older links stay good: another program on this database may have told them. */
export async function insertSetupLink(db: Db, tokenHash: Buffer): Promise<void> {
  await sql`insert into auth.setup_links (token_hash) values (${tokenHash})`.execute(db)
}

export async function isSetupLink(db: Db | Trx, tokenHash: Buffer): Promise<boolean> {
  const { rows } = await sql`select from auth.setup_links where token_hash = ${tokenHash}`.execute(db)
  return rows.length > 0
}

/** With the first clinic every such link has done its work. */
export async function deleteSetupLinks(trx: Trx): Promise<void> {
  await sql`delete from auth.setup_links`.execute(trx)
}

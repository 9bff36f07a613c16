import { sql } from 'kysely'
import type { Db } from '../connect.ts'
import { listClinicIds } from './clinics.ts'

/** The clinic whose public pages go by that slug. */
export async function findClinicIdOfSlug(db: Db, slug: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select auth.clinic_of_slug(${slug}) as id`.execute(db)
  return rows[0]?.id ?? undefined
}

/** The clinic to which the Host name belongs, or the only one there is. */
export async function findClinicIdOfHost(db: Db, host: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select auth.clinic_of_host(${host.toLowerCase()}) as id`.execute(db)
  if (rows[0]?.id) return rows[0].id
  const [only, ...others] = await listClinicIds(db)
  return others.length === 0 ? only : undefined
}

import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import type { ClientRow } from './book.ts'
import { asJson, clientFields } from './fields.ts'

export async function findClient(trx: Trx, clinicId: string, id: string): Promise<ClientRow | undefined> {
  const { rows } = await sql<{ row: ClientRow }>`
    select ${asJson(clientFields)} as row from clients c where c.clinic_id = ${clinicId} and c.id = ${id}`.execute(trx)
  return rows[0]?.row
}

export async function listClientsById(trx: Trx, clinicId: string, ids: readonly string[]): Promise<ClientRow[]> {
  const { rows } = await sql<{ row: ClientRow }>`
    select ${asJson(clientFields)} as row from clients c
    where c.clinic_id = ${clinicId} and c.id = any(${ids}::uuid[])`.execute(trx)
  return rows.map((each) => each.row)
}

/** The client, locked as a booking locks it: whoever books for this person now waits. */
export async function lockClient(trx: Trx, clinicId: string, id: string): Promise<ClientRow | undefined> {
  await sql`select from clients where clinic_id = ${clinicId} and id = ${id} for no key update`.execute(trx)
  return findClient(trx, clinicId, id)
}

/** Everybody who is reached at the address, in id order and locked. */
export async function lockClientsAt(
  trx: Trx,
  clinicId: string,
  at: { readonly phone: string } | { readonly email: string },
): Promise<ClientRow[]> {
  const reached = 'phone' in at ? sql`c.phone = ${at.phone}` : sql`lower(c.email) = lower(${at.email})`
  const { rows } = await sql<{ row: ClientRow }>`
    select ${asJson(clientFields)} as row from clients c
    where c.clinic_id = ${clinicId} and ${reached} order by c.id for no key update of c`.execute(trx)
  return rows.map((each) => each.row)
}

/** What who is reached at the number reads by, where all have the same; of a client who is meant, the zone is her own. */
export async function findReaderAt(
  trx: Trx,
  clinicId: string,
  phone: string,
  clientId?: string,
): Promise<{ readonly language?: string; readonly zone?: string }> {
  const { rows } = await sql<Pick<ClientRow, 'id' | 'language' | 'zone'>>`
    select id, language, zone from clients where clinic_id = ${clinicId} and phone = ${phone}`.execute(trx)
  const meant = rows.filter((each) => clientId === undefined || each.id === clientId)
  return { language: sameOf(rows.map((each) => each.language)), zone: sameOf(meant.map((each) => each.zone)) }
}

function sameOf(values: readonly (string | null)[]): string | undefined {
  const [first, ...others] = new Set(values)
  return others.length === 0 ? (first ?? undefined) : undefined
}

export type ClientValues = Pick<ClientRow, 'name' | 'email' | 'phone' | 'zone' | 'language' | 'consents'>

export async function insertClient(
  trx: Trx,
  clinicId: string,
  client: ClientValues & { readonly id: string },
  now: Instant,
): Promise<void> {
  const { consents, ...values } = client
  const at = new Date(now)
  await trx
    .insertInto('clients')
    .values({ clinic_id: clinicId, ...values, consents: [...consents], created_at: at, updated_at: at })
    .execute()
}

/** Writes the row as given, one version on; the first session belongs to the book. */
export async function updateClient(trx: Trx, clinicId: string, row: ClientRow, now: Instant): Promise<void> {
  await trx
    .updateTable('clients')
    .set({
      name: row.name,
      email: row.email,
      phone: row.phone,
      zone: row.zone,
      language: row.language,
      consents: [...row.consents],
      referral_status: row.referralStatus,
      archived_at: row.active ? null : sql`coalesce(archived_at, ${new Date(now)})`,
      version: sql`version + 1`,
      updated_at: new Date(now),
    })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', row.id)
    .execute()
}

/** Where a page of clients ends: the name as it is sorted, then the id. */
export interface ClientPlace {
  readonly sortName: string
  readonly id: string
}

export interface ListedClient extends ClientRow {
  readonly sortName: string
}

export interface ClientSearch {
  /** Each must occur in the name, the e-mail or the phone; every character stands for itself. */
  readonly words: readonly string[]
  readonly activeOnly: boolean
  readonly after?: ClientPlace
  readonly limit: number
}

/** By name. */
export async function listClients(trx: Trx, clinicId: string, search: ClientSearch): Promise<ListedClient[]> {
  const { words, activeOnly, after, limit } = search
  const { rows } = await sql<{ row: ClientRow; sort_name: string }>`
    select ${asJson(clientFields)} as row, lower(c.name) as sort_name from clients c
    where c.clinic_id = ${clinicId} and (not ${activeOnly}::boolean or c.archived_at is null)
      and (select coalesce(bool_and(strpos(lower(concat_ws(' ', c.name, c.email, c.phone)), lower(word)) > 0), true)
        from unnest(${words}::text[]) as word)
      and (${after?.id ?? null}::uuid is null
        or (lower(c.name), c.id) > (${after?.sortName ?? null}::text, ${after?.id ?? null}::uuid))
    order by lower(c.name), c.id limit ${limit}`.execute(trx)
  return rows.map(({ row, sort_name }) => ({ ...row, sortName: sort_name }))
}

/** Where a page of a client's appointments ends. */
export interface AppointmentPlace {
  readonly startsAt: Instant
  readonly id: string
}

/** The ids of the client's appointments, whatever their status, the latest first. */
export async function listAppointmentIdsOfClient(
  trx: Trx,
  clinicId: string,
  clientId: string,
  after: AppointmentPlace | undefined,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from appointments where clinic_id = ${clinicId} and client_id = ${clientId}
      and (${after?.id ?? null}::uuid is null
        or (starts_at, id) < (${after ? new Date(after.startsAt) : null}::timestamptz, ${after?.id ?? null}::uuid))
    order by starts_at desc, id desc limit ${limit}`.execute(trx)
  return rows.map((row) => row.id)
}

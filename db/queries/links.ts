import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Db, Trx } from '../connect.ts'

/** Where a link leads. */
export interface LinkTarget {
  readonly clinicId: string
  readonly linkId: string
  readonly appointmentId: string
  readonly clientId: string
}

/** Where the link with that token leads, of whichever clinic; undefined for one that is unknown, revoked or over. */
export async function findLink(db: Db, tokenHash: Buffer): Promise<LinkTarget | undefined> {
  const { rows } = await sql<LinkTarget>`
    select clinic_id as "clinicId", link_id as "linkId", appointment_id as "appointmentId", client_id as "clientId"
    from auth.link_of_token(${tokenHash})`.execute(db)
  return rows[0]
}

/** In which language and zone its page is written; null for the client's own. */
export interface OpenLinkRow {
  readonly language: string | null
  readonly zone: string | null
}

/** The link, while it leads somewhere still. */
export async function findOpenLink(
  trx: Trx,
  clinicId: string,
  linkId: string,
  now: Instant,
): Promise<OpenLinkRow | undefined> {
  const { rows } = await sql<OpenLinkRow>`
    select language, zone from appointment_links where clinic_id = ${clinicId} and id = ${linkId} and revoked_at is null
      and expires_at > ${new Date(now)}`.execute(trx)
  return rows[0]
}

export interface NewLink {
  readonly id: string
  readonly tokenHash: Buffer
  readonly appointmentId: string
  readonly clientId: string
  readonly expiresAt: Instant
  /** In which its page is written; left out, in the client's own. */
  readonly language?: string
  readonly zone?: string
}

export async function insertLinks(trx: Trx, clinicId: string, links: readonly NewLink[], now: Instant): Promise<void> {
  if (links.length === 0) return
  const rows = links.map((link) => ({
    clinic_id: clinicId,
    id: link.id,
    token_hash: link.tokenHash,
    appointment_id: link.appointmentId,
    client_id: link.clientId,
    expires_at: new Date(link.expiresAt),
    language: link.language ?? null,
    zone: link.zone ?? null,
    created_at: new Date(now),
  }))
  await trx.insertInto('appointment_links').values(rows).execute()
}

/** Of the links to the appointment, those that were shown to somebody who has proved no address lead nowhere any more. */
export async function revokeShownLinks(trx: Trx, clinicId: string, appointmentId: string, now: Instant): Promise<void> {
  await sql`
    update appointment_links set revoked_at = ${new Date(now)}
    where clinic_id = ${clinicId} and appointment_id = ${appointmentId} and language is not null
      and revoked_at is null`.execute(trx)
}

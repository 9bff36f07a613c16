import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'

export interface NewOutboxItem {
  readonly clinicId: string
  readonly messageId: string
  readonly subject?: string
  readonly text: string
  readonly html?: string
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly content: string }[]
}

/** Keeps a message as its reader would see it, once. */
export async function insertOutboxItem(trx: Trx, item: NewOutboxItem, now: Instant): Promise<void> {
  const { clinicId, messageId, subject, text, html, attachments } = item
  await sql`
    insert into outbox_items (clinic_id, message_id, subject, text, html, attachments, sent_at)
    values (${clinicId}, ${messageId}, ${subject ?? null}, ${text}, ${html ?? null}, ${JSON.stringify(attachments)}::jsonb,
      ${new Date(now)})
    on conflict (clinic_id, message_id) do nothing`.execute(trx)
}

export async function hasOutboxItem(trx: Trx, clinicId: string, messageId: string): Promise<boolean> {
  const { rows } = await sql`
    select from outbox_items where clinic_id = ${clinicId} and message_id = ${messageId}`.execute(trx)
  return rows.length > 0
}

export interface OutboxItem extends Pick<NewOutboxItem, 'text'> {
  readonly subject: string | null
  readonly html: string | null
  readonly attachments: { readonly name: string; readonly contentType: string; readonly content: string }[]
}

export async function findOutboxItem(trx: Trx, clinicId: string, messageId: string): Promise<OutboxItem | undefined> {
  const { rows } = await sql<OutboxItem>`
    select subject, text, html, attachments from outbox_items
    where clinic_id = ${clinicId} and message_id = ${messageId}`.execute(trx)
  return rows[0]
}

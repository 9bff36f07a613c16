import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel, MessageKind } from '../../domain/message.ts'
import type { Trx } from '../connect.ts'

/** The words a clinic has of its own for one kind, channel and language. */
export interface MessageTemplateRow {
  readonly kind: MessageKind
  readonly channel: MessageChannel
  readonly language: string
  readonly version: number
  readonly subject: string | null
  readonly body: string
}

export type TemplateKey = Pick<MessageTemplateRow, 'kind' | 'channel' | 'language'>

/** Everything the clinic says in its own words. */
export async function listMessageTemplates(trx: Trx, clinicId: string): Promise<MessageTemplateRow[]> {
  const { rows } = await sql<MessageTemplateRow>`
    select kind, channel, language, version, subject, body from message_templates
    where clinic_id = ${clinicId}`.execute(trx)
  return rows
}

export async function findMessageTemplate(
  trx: Trx,
  clinicId: string,
  { kind, channel, language }: TemplateKey,
): Promise<MessageTemplateRow | undefined> {
  const { rows } = await sql<MessageTemplateRow>`
    select kind, channel, language, version, subject, body from message_templates
    where clinic_id = ${clinicId} and kind = ${kind} and channel = ${channel} and language = ${language}`.execute(trx)
  return rows[0]
}

/** Writes the row as given, its version with it. The clinic must be locked. */
export async function saveMessageTemplate(
  trx: Trx,
  clinicId: string,
  { kind, channel, language, version, subject, body }: MessageTemplateRow,
  now: Instant,
): Promise<void> {
  await sql`
    insert into message_templates (clinic_id, kind, channel, language, version, subject, body, updated_at)
    values (${clinicId}, ${kind}, ${channel}, ${language}, ${version}, ${subject}, ${body}, ${new Date(now)})
    on conflict (clinic_id, kind, channel, language) do update set version = excluded.version,
      subject = excluded.subject, body = excluded.body, updated_at = excluded.updated_at`.execute(trx)
}

/** The clinic says it in our words again. */
export async function deleteMessageTemplate(
  trx: Trx,
  clinicId: string,
  { kind, channel, language }: TemplateKey,
): Promise<void> {
  await sql`
    delete from message_templates where clinic_id = ${clinicId} and kind = ${kind} and channel = ${channel}
      and language = ${language}`.execute(trx)
}

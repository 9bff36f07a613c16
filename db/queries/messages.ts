import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { MessageAudience, MessageChannel, MessageKind, MessageStatus, Reply } from '../../domain/message.ts'
import type { Trx } from '../connect.ts'
import { asColumns, messageFields } from './fields.ts'

/** What a message says that its appointment does not tell. */
export interface KeptContent {
  /** What the reader was told last, where that is no longer so. */
  readonly previous?: { readonly startsAt: Instant; readonly therapistName: string }
  /** The reader did herself what it says. */
  readonly forCalendar?: boolean
  /** Somebody asked for it by hand. */
  readonly asked?: boolean
  /** The words themselves, of a message that has no template. */
  readonly text?: string
  /** Of which kind of message a test is one. */
  readonly testOf?: MessageKind
}

export interface MessageRow {
  readonly id: string
  readonly version: number
  readonly kind: MessageKind
  readonly channel: MessageChannel
  readonly audience: MessageAudience
  readonly recipient: string
  readonly language: string
  readonly appointmentId: string | null
  readonly appointmentVersion: number | null
  /** The start it tells of: what was told is known from it when the appointment has moved on. */
  readonly aboutStartsAt: Instant | null
  readonly clientId: string | null
  /** Whom it tells of a session: who registered, or a member of a group. */
  readonly registrationId: string | null
  readonly memberId: string | null
  readonly sessionId: string | null
  /** What it offers somebody who waits, or that this is gone. */
  readonly offerId: string | null
  /** Above 0 for one that was asked for again. */
  readonly copy: number
  readonly fallbackOf: string | null
  readonly content: KeptContent | null
  readonly status: MessageStatus
  readonly dueAt: Instant
  readonly attemptAt: Instant
  readonly attempts: number
  readonly unsure: boolean
  readonly provider: 'postmark' | 'twilio' | 'outbox' | 'portal' | null
  readonly providerId: string | null
  readonly failureCode: string | null
  readonly failure: string | null
  readonly costAmount: number | null
  readonly costCurrency: string | null
  readonly sentAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly endedAt: Instant | null
  readonly reply: Reply | null
  readonly repliedAt: Instant | null
  readonly createdAt: Instant
}

export type NewMessage = Pick<
  MessageRow,
  | 'id'
  | 'kind'
  | 'channel'
  | 'audience'
  | 'recipient'
  | 'language'
  | 'appointmentId'
  | 'appointmentVersion'
  | 'aboutStartsAt'
  | 'clientId'
  | 'copy'
  | 'fallbackOf'
  | 'content'
  | 'dueAt'
>

/** Many messages, scheduled, in one statement. */
export async function insertMessages(
  trx: Trx,
  clinicId: string,
  messages: readonly NewMessage[],
  now: Instant,
): Promise<void> {
  if (messages.length === 0) return
  const rows = messages.map((each) => ({
    ...{ id: each.id, kind: each.kind, channel: each.channel, audience: each.audience, recipient: each.recipient },
    ...{ language: each.language, appointment_id: each.appointmentId, appointment_version: each.appointmentVersion },
    about_starts_at: each.aboutStartsAt === null ? null : new Date(each.aboutStartsAt),
    ...{ client_id: each.clientId, copy: each.copy, fallback_of: each.fallbackOf, content: each.content },
    due_at: new Date(each.dueAt),
  }))
  await sql`
    insert into messages (clinic_id, id, kind, channel, audience, recipient, language, appointment_id,
      appointment_version, about_starts_at, client_id, copy, fallback_of, content, due_at, attempt_at, created_at,
      updated_at)
    select ${clinicId}, m.id, m.kind, m.channel, m.audience, m.recipient, m.language, m.appointment_id,
      m.appointment_version, m.about_starts_at, m.client_id, m.copy, m.fallback_of, m.content, m.due_at, m.due_at,
      ${new Date(now)}, ${new Date(now)}
    from jsonb_populate_recordset(null::messages, ${JSON.stringify(rows)}::jsonb) m`.execute(trx)
}

export async function findMessage(trx: Trx, clinicId: string, id: string): Promise<MessageRow | undefined> {
  const { rows } = await sql<MessageRow>`
    select ${asColumns(messageFields)} from messages m where m.clinic_id = ${clinicId} and m.id = ${id}`.execute(trx)
  return rows[0]
}

/** Everything about those appointments, as it is due. */
export async function listMessagesOf(
  trx: Trx,
  clinicId: string,
  appointmentIds: readonly string[],
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select ${asColumns(messageFields)} from messages m
    where m.clinic_id = ${clinicId} and m.appointment_id = any(${appointmentIds}::uuid[])
    order by m.due_at, m.id`.execute(trx)
  return rows
}

export interface MessageFilter {
  readonly appointmentId?: string | null
  readonly clientId?: string | null
  readonly status?: MessageStatus | null
  readonly kind?: MessageKind | null
  readonly channel?: MessageChannel | null
  readonly dueFrom?: Instant | null
  readonly dueTo?: Instant | null
}

/** By when they are due. */
export type MessageOrder = 'latest_first' | 'soonest_first'

/** Those that fit the filter, the latest due first unless told otherwise, after that place. */
export async function listMessages(
  trx: Trx,
  clinicId: string,
  filter: MessageFilter,
  page: {
    readonly first: number
    readonly after?: { readonly dueAt: Instant; readonly id: string }
    readonly order?: MessageOrder
  },
): Promise<MessageRow[]> {
  const [way, beyond] = page.order === 'soonest_first' ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`]
  const conditions: RawBuilder<unknown>[] = [sql`m.clinic_id = ${clinicId}`]
  if (filter.appointmentId != null) conditions.push(sql`m.appointment_id = ${filter.appointmentId}`)
  if (filter.clientId != null) conditions.push(sql`m.client_id = ${filter.clientId}`)
  if (filter.status != null) conditions.push(sql`m.status = ${filter.status}`)
  if (filter.kind != null) conditions.push(sql`m.kind = ${filter.kind}`)
  if (filter.channel != null) conditions.push(sql`m.channel = ${filter.channel}`)
  if (filter.dueFrom != null) conditions.push(sql`m.due_at >= ${new Date(filter.dueFrom)}`)
  if (filter.dueTo != null) conditions.push(sql`m.due_at < ${new Date(filter.dueTo)}`)
  if (page.after) conditions.push(sql`(m.due_at, m.id) ${beyond} (${new Date(page.after.dueAt)}, ${page.after.id})`)
  const { rows } = await sql<MessageRow>`
    select ${asColumns(messageFields)} from messages m where ${sql.join(conditions, sql` and `)}
    order by m.due_at ${way}, m.id ${way} limit ${page.first}`.execute(trx)
  return rows
}

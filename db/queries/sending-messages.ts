import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel, MessageStatus } from '../../domain/message.ts'
import type { Cost } from '../../domain/sending.ts'
import type { Db, Trx } from '../connect.ts'
import { asColumns, messageFields } from './fields.ts'
import type { MessageRow } from './messages.ts'

/** A message whose time has come. When it is `unsure`, a try was begun of which nobody knows how it ended. */
export type DueMessage = MessageRow

/** Those due first, except for what somebody else has in hand. */
export async function lockDueMessages(
  trx: Trx,
  clinicId: string,
  wanted: { readonly now: Instant; readonly limit: number; readonly without: readonly MessageChannel[] },
): Promise<DueMessage[]> {
  const { rows } = await sql<DueMessage>`
    select ${asColumns(messageFields)} from messages m
    where m.clinic_id = ${clinicId} and m.status in ('scheduled', 'sending') and m.attempt_at <= ${new Date(wanted.now)}
      and m.channel <> all(${[...wanted.without]}::text[])
    order by m.attempt_at limit ${wanted.limit} for no key update skip locked`.execute(trx)
  return rows
}

/** Written before the provider is called: whoever finds the message after that time asks the provider about it. */
export async function beginSending(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
  leasedUntil: Instant,
  now: Instant,
): Promise<void> {
  await sql`
    update messages set status = 'sending', unsure = true, attempts = attempts + 1,
      leased_until = ${new Date(leasedUntil)}, attempt_at = ${new Date(leasedUntil)}, version = version + 1,
      updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = any(${ids}::uuid[]) and status in ('scheduled', 'sending')`.execute(trx)
}

/** The provider never had it, and it is being sent: nobody else takes it in hand until then. */
export async function extendLease(trx: Trx, clinicId: string, id: string, leasedUntil: Instant): Promise<void> {
  await sql`
    update messages set unsure = true, leased_until = ${new Date(leasedUntil)}, attempt_at = ${new Date(leasedUntil)}
    where clinic_id = ${clinicId} and id = ${id} and status = 'sending'`.execute(trx)
}

/** The provider never had it, and it is not being sent. */
export async function noteNotTaken(trx: Trx, clinicId: string, id: string): Promise<void> {
  await sql`update messages set unsure = false where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

export interface RecordedSending {
  readonly id: string
  readonly status: Extract<MessageStatus, 'sent' | 'failed' | 'sending'>
  readonly unsure: boolean
  /** When it is tried again. */
  readonly attemptAt?: Instant
  readonly provider?: string
  readonly providerId?: string
  readonly cost?: Cost
  readonly failureCode?: string
  readonly failure?: string
}

export interface WrittenSending {
  readonly id: string
  readonly status: MessageStatus
  readonly appointmentId: string | null
}

/** Writes what came of sending. A status that a webhook has brought further meanwhile stays. */
export async function writeSendings(
  trx: Trx,
  clinicId: string,
  recorded: readonly RecordedSending[],
  now: Instant,
): Promise<WrittenSending[]> {
  const rows = recorded.map((each) => ({
    ...{ id: each.id, status: each.status, unsure: each.unsure, provider: each.provider },
    ...{ provider_id: each.providerId, cost_amount: each.cost?.amount, cost_currency: each.cost?.currency },
    ...{ failure_code: each.failureCode, failure: each.failure },
    attempt_at: each.attemptAt === undefined ? null : new Date(each.attemptAt),
  }))
  const at = sql`${new Date(now)}::timestamptz`
  const { rows: written } = await sql<WrittenSending>`
    update messages m set status = case m.status when 'sending' then r.status else m.status end,
      unsure = coalesce(r.unsure, false), attempt_at = coalesce(r.attempt_at, m.attempt_at),
      provider = coalesce(r.provider, m.provider), provider_id = coalesce(r.provider_id, m.provider_id),
      cost_amount = coalesce(r.cost_amount, m.cost_amount), cost_currency = coalesce(r.cost_currency, m.cost_currency),
      failure_code = case m.status when 'sending' then r.failure_code else m.failure_code end,
      failure = case m.status when 'sending' then r.failure else m.failure end,
      sent_at = case r.status when 'sent' then coalesce(m.sent_at, ${at}) else m.sent_at end,
      ended_at = case r.status when 'failed' then ${at} else m.ended_at end,
      version = m.version + 1, updated_at = ${at}
    from jsonb_populate_recordset(null::messages, ${JSON.stringify(rows)}::jsonb) r
    where m.clinic_id = ${clinicId} and m.id = any(${recorded.map((each) => each.id)}::uuid[]) and m.id = r.id
      and (m.status = 'sending' or (r.status = 'sent' and m.status in ('sent', 'delivered', 'failed', 'bounced')))
    returning m.id, m.status, m.appointment_id as "appointmentId"`.execute(trx)
  return written
}

/** When the next message that is not due yet will be. */
export async function findNextAttempt(trx: Trx, clinicId: string, now: Instant): Promise<Instant | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select attempt_at as at from messages
    where clinic_id = ${clinicId} and status in ('scheduled', 'sending') and attempt_at > ${new Date(now)}
    order by attempt_at limit 1`.execute(trx)
  return rows[0]?.at.getTime()
}

/** Of what a provider has, that which is another message's. */
export async function listRecordedIds(
  trx: Trx,
  clinicId: string,
  provider: string,
  providerIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ providerId: string }>`
    select provider_id as "providerId" from messages
    where clinic_id = ${clinicId} and provider = ${provider} and provider_id = any(${providerIds}::text[])`.execute(trx)
  return rows.map((each) => each.providerId)
}

/**
 * An e-mail for each of those texts that do not arrive, where the client may be written to and no e-mail of that kind
 * stands. Answers with the texts that are followed by one.
 */
export async function insertFallbacks(
  trx: Trx,
  clinicId: string,
  failed: readonly { readonly id: string; readonly newId: string }[],
  now: Instant,
): Promise<string[]> {
  const rows = failed.map((each) => ({ id: each.id, new_id: each.newId }))
  const { rows: followed } = await sql<{ id: string }>`
    insert into messages (clinic_id, id, kind, channel, audience, recipient, language, appointment_id,
      appointment_version, about_starts_at, client_id, copy, fallback_of, content, due_at, attempt_at, created_at,
      updated_at)
    select m.clinic_id, f.new_id, m.kind, 'email', m.audience, c.email, m.language, m.appointment_id,
      m.appointment_version, m.about_starts_at, m.client_id, m.copy, m.id, m.content, ${new Date(now)}, ${new Date(now)},
      ${new Date(now)}, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(id uuid, new_id uuid)
    join messages m on m.clinic_id = ${clinicId} and m.id = f.id
    join clients c on c.clinic_id = m.clinic_id and c.id = m.client_id
    where m.channel = 'sms' and m.status in ('sending', 'failed', 'bounced') and m.audience = 'client'
      and m.appointment_id is not null and m.kind not in ('answer', 'conversation', 'test')
      and c.email is not null and 'email' = any(c.consents)
      and not exists (select from messages e where e.clinic_id = m.clinic_id and e.appointment_id = m.appointment_id
        and e.kind = m.kind and e.about_starts_at is not distinct from m.about_starts_at and e.copy = m.copy
        and e.channel = 'email' and e.audience = 'client' and e.status <> 'cancelled')
    on conflict on constraint messages_once do nothing returning fallback_of as id`.execute(trx)
  return followed.map((each) => each.id)
}

/** The clinics that have messages which should have left by then. */
export async function listClinicsDueBy(db: Db, dueBy: Instant): Promise<string[]> {
  const { rows } = await sql<{ clinicId: string }>`
    select clinic_id as "clinicId" from auth.clinics_due_by(${new Date(dueBy)})`.execute(db)
  return rows.map((each) => each.clinicId)
}

import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Reply } from '../../domain/message.ts'
import type { ReplyIntent } from '../../domain/reply.ts'
import type { ReplyCandidate } from '../../domain/reply-target.ts'
import type { Db, Trx } from '../connect.ts'
import { milliseconds } from './fields.ts'

/** A provider may have a message, and its reader answer it, before it is written down that it was sent. */
const hasLeft = sql`(m.sent_at is not null or m.unsure)`
const leftAt = sql`coalesce(m.sent_at, m.updated_at)`

/** Notes with the message about the appointment that the client was sent last what she made of it. */
export async function writeReplyOfLast(
  trx: Trx,
  clinicId: string,
  appointmentId: string,
  reply: Reply,
  at: Instant,
): Promise<void> {
  await sql`
    update messages set reply = ${reply}, replied_at = ${new Date(at)}, version = version + 1,
      updated_at = ${new Date(at)}
    where clinic_id = ${clinicId} and id = (
      select id from messages m where clinic_id = ${clinicId} and appointment_id = ${appointmentId}
        and audience = 'client' and ${hasLeft} order by ${leftAt} desc, id desc limit 1)`.execute(trx)
}

/** The clinics that have written to the number, or may have, the one that did last first. */
export async function listClinicsOfPhone(db: Db, phone: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select clinic_id as id from auth.clinics_of_phone(${phone})`.execute(db)
  return rows.map((each) => each.id)
}

/**
 * The upcoming appointments of those who have that number now, and what was last sent to it about each. A number that is
 * another's by now answers for nobody.
 */
export async function listCandidates(
  trx: Trx,
  clinicId: string,
  phone: string,
  now: Instant,
): Promise<(ReplyCandidate & { readonly clientId: string })[]> {
  const { rows } = await sql<ReplyCandidate & { readonly clientId: string }>`
    select a.id as "appointmentId", a.client_id as "clientId", ${sql.raw(milliseconds('a.starts_at'))} as "startsAt",
      ${sql.raw(milliseconds('m.left_at'))} as "sentAt", ${sql.raw(milliseconds('m.about_starts_at'))} as "aboutStartsAt",
      ${sql.raw(milliseconds('a.replied_at'))} as "repliedAt", a.confirmed_at is not null as "isConfirmed"
    from clients c
    join appointments a on a.clinic_id = c.clinic_id and a.client_id = c.id
    left join lateral (
      select ${leftAt} as left_at, m.about_starts_at from messages m
      where m.clinic_id = a.clinic_id and m.appointment_id = a.id and m.recipient = ${phone}
        and m.channel in ('sms', 'voice') and m.audience = 'client' and ${hasLeft}
      order by left_at desc limit 1
    ) m on true
    where c.clinic_id = ${clinicId} and c.phone = ${phone} and a.status in ('pending', 'booked')
      and a.ends_at > ${new Date(now)}
    order by a.starts_at, a.id limit 50`.execute(trx)
  return rows
}

/** Something received from a number, and what was answered. */
export interface ReplyRow {
  readonly id: string
  readonly providerId: string
  readonly phone: string
  readonly text: string
  readonly intent: ReplyIntent['kind']
  readonly clientId: string | null
  readonly appointmentId: string | null
  /** What was answered; null when nothing was. */
  readonly answer: string | null
  readonly receivedAt: Instant
}

const replyColumns = sql`id, provider_id as "providerId", phone, body as text, intent, client_id as "clientId",
  appointment_id as "appointmentId", answer, ${sql.raw(milliseconds('received_at'))} as "receivedAt"`

export async function findReply(trx: Trx, clinicId: string, providerId: string): Promise<ReplyRow | undefined> {
  const { rows } = await sql<ReplyRow>`
    select ${replyColumns} from message_replies
    where clinic_id = ${clinicId} and provider_id = ${providerId}`.execute(trx)
  return rows[0]
}

export async function listReplies(trx: Trx, clinicId: string, appointmentIds: readonly string[]): Promise<ReplyRow[]> {
  const { rows } = await sql<ReplyRow>`
    select ${replyColumns} from message_replies
    where clinic_id = ${clinicId} and appointment_id = any(${appointmentIds}::uuid[])
    order by received_at, id`.execute(trx)
  return rows
}

export async function insertReply(trx: Trx, clinicId: string, row: ReplyRow): Promise<void> {
  await sql`
    insert into message_replies (clinic_id, id, provider_id, phone, body, intent, client_id, appointment_id, message_id,
      answer, received_at)
    values (${clinicId}, ${row.id}, ${row.providerId}, ${row.phone}, ${row.text}, ${row.intent}, ${row.clientId},
      ${row.appointmentId}, (
        select id from messages m where clinic_id = ${clinicId} and appointment_id = ${row.appointmentId}
          and recipient = ${row.phone} and ${hasLeft} order by ${leftAt} desc limit 1),
      ${row.answer}, ${new Date(row.receivedAt)})`.execute(trx)
}

/** How often the number has been told the same since then. */
export async function countAnswers(
  trx: Trx,
  clinicId: string,
  phone: string,
  answer: string,
  since: Instant,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from message_replies where clinic_id = ${clinicId} and phone = ${phone}
      and answer = ${answer} and received_at > ${new Date(since)}`.execute(trx)
  return rows[0]!.count
}

/** What a number from the sender would choose. */
export type ReplyChoices =
  | { readonly kind: 'slot'; readonly appointmentId: string; readonly holdIds: readonly string[] }
  | { readonly kind: 'appointment'; readonly intent: ReplyIntent; readonly appointmentIds: readonly string[] }

/** What was last offered to the number and can be chosen then; it is chosen from once. */
export async function takeChoices(
  trx: Trx,
  clinicId: string,
  phone: string,
  now: Instant,
): Promise<ReplyChoices | undefined> {
  const { rows } = await sql<{ choices: ReplyChoices; isLive: boolean }>`
    delete from reply_choices where clinic_id = ${clinicId} and phone = ${phone}
    returning choices, expires_at > ${new Date(now)} as "isLive"`.execute(trx)
  const [taken] = rows
  return taken?.isLive ? taken.choices : undefined
}

/** The same, and it can still be chosen. */
export async function findChoices(
  trx: Trx,
  clinicId: string,
  phone: string,
  now: Instant,
): Promise<ReplyChoices | undefined> {
  const { rows } = await sql<{ choices: ReplyChoices }>`
    select choices from reply_choices
    where clinic_id = ${clinicId} and phone = ${phone} and expires_at > ${new Date(now)}`.execute(trx)
  return rows[0]?.choices
}

/** In place of whatever was offered before. */
export async function putChoices(
  trx: Trx,
  clinicId: string,
  phone: string,
  choices: ReplyChoices,
  expiresAt: Instant,
): Promise<void> {
  const appointmentId = choices.kind === 'slot' ? choices.appointmentId : null
  await sql`
    insert into reply_choices (clinic_id, phone, kind, appointment_id, choices, expires_at)
    values (${clinicId}, ${phone}, ${choices.kind}, ${appointmentId}, ${JSON.stringify(choices)}::jsonb,
      ${new Date(expiresAt)})
    on conflict (clinic_id, phone) do update set kind = excluded.kind, appointment_id = excluded.appointment_id,
      choices = excluded.choices, expires_at = excluded.expires_at`.execute(trx)
}

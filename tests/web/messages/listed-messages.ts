import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Db, inClinic } from '../../../db/connect.ts'
import type { MessageChannel, MessageKind, MessageStatus } from '../../../domain/message.ts'
import { makeAppointment, makeTherapist, makeType } from '../../support/world.ts'

const HOUR = 60 * 60_000

interface Given {
  readonly clientId: string
  readonly kind: MessageKind
  readonly channel?: MessageChannel
  readonly audience?: 'client' | 'therapist'
  readonly recipient?: string
  readonly status?: MessageStatus
  readonly provider?: 'postmark' | 'twilio' | 'outbox'
  readonly attempts?: number
  readonly failure?: string
  readonly failureCode?: string
  readonly cost?: string
  readonly appointment?: { readonly id: string; readonly startsAt: Date }
  /** From now, in milliseconds; a minute ago when left out. */
  readonly dueIn?: number
}

/** A message as it would be after all that; about no appointment unless told so. */
export async function makeListedMessage(db: Db, clinicId: string, given: Given): Promise<string> {
  const id = uuid()
  const {
    channel = 'email',
    audience = 'client',
    recipient = 'maya@example.com',
    status = 'scheduled',
    dueIn = -60_000,
  } = given
  const due = new Date(Date.now() + dueIn)
  const at = (...reached: MessageStatus[]) => (reached.includes(status) ? due : null)
  await inClinic(db, clinicId, (trx) =>
    sql`insert into messages (clinic_id, id, kind, channel, audience, recipient, client_id, status, due_at, attempt_at,
        provider, attempts, failure, failure_code, cost_amount, cost_currency, sent_at, delivered_at, ended_at, appointment_id,
        appointment_version, about_starts_at)
      values (${clinicId}, ${id}, ${given.kind}, ${channel}, ${audience}, ${recipient}, ${given.clientId}, ${status},
        ${due}, ${due}, ${given.provider ?? null}, ${given.attempts ?? 1}, ${given.failure ?? null}, ${given.failureCode ?? null},
        ${given.cost ?? null}, ${given.cost ? 'USD' : null}, ${at('sent', 'delivered', 'bounced')},
        ${at('delivered')}, ${at('failed', 'bounced', 'cancelled')}, ${given.appointment?.id ?? null},
        ${given.appointment ? 1 : null}, ${given.appointment?.startsAt ?? null})`.execute(trx),
  )
  return id
}

/** What its reader would have seen of it, in the outbox. */
export async function keepMessage(
  db: Db,
  clinicId: string,
  messageId: string,
  { subject = null, text = 'See you.', html = null }: { subject?: string | null; text?: string; html?: string | null },
): Promise<void> {
  await inClinic(db, clinicId, (trx) =>
    sql`insert into outbox_items (clinic_id, message_id, subject, text, html, attachments, sent_at)
      values (${clinicId}, ${messageId}, ${subject}, ${text}, ${html}, '[]', now())`.execute(trx),
  )
}

/** An appointment of the client three days from now. */
export async function bookAhead(db: Db, clinicId: string, clientId: string) {
  const [therapist, type] = await Promise.all([makeTherapist(db, clinicId), makeType(db, clinicId)])
  const startsAt = new Date(Math.ceil(Date.now() / HOUR) * HOUR + 72 * HOUR)
  const endsAt = new Date(startsAt.getTime() + HOUR)
  return makeAppointment(db, clinicId, { clientId, therapistId: therapist.id, typeId: type.id, startsAt, endsAt })
}

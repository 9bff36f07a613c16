import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { milliseconds } from './fields.ts'
import type { ReplyRow } from './replies.ts'

export interface StrayTexts {
  readonly first: number
  readonly after?: { readonly receivedAt: Instant; readonly id: string }
  /** Those from the number that this client has now. */
  readonly clientId?: string | null
}

/** What came by telephone and belongs to no appointment, the newest first. Its client is who alone has that number now. */
export async function listStrayTexts(
  trx: Trx,
  clinicId: string,
  { after, clientId, first }: StrayTexts,
): Promise<ReplyRow[]> {
  const older = after ? sql`and (r.received_at, r.id) < (${new Date(after.receivedAt)}, ${after.id})` : sql``
  const hers = clientId
    ? sql`and r.phone = (select phone from clients where clinic_id = ${clinicId} and id = ${clientId})`
    : sql``
  const { rows } = await sql<ReplyRow>`
    select r.id, r.provider_id as "providerId", r.phone, r.body as text, r.intent, r.appointment_id as "appointmentId",
      r.answer, ${sql.raw(milliseconds('r.received_at'))} as "receivedAt", (
        select case when count(*) = 1 then min(c.id::text) end from clients c
        where c.clinic_id = r.clinic_id and c.phone = r.phone and c.archived_at is null) as "clientId"
    from message_replies r
    where r.clinic_id = ${clinicId} and r.appointment_id is null ${older} ${hers}
    order by r.received_at desc, r.id desc limit ${first}`.execute(trx)
  return rows
}

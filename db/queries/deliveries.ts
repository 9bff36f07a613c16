import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { MessageChannel, MessageStatus } from '../../domain/message.ts'
import type { Trx } from '../connect.ts'

/** Of a message that has left, what its provider's word is weighed against. */
export interface DeliveredMessage {
  readonly id: string
  readonly channel: MessageChannel
  readonly status: MessageStatus
  readonly recipient: string
  readonly providerId: string | null
  readonly appointmentId: string | null
}

/** Providers tell in any order, and many at once: each waits for the one before. */
export async function lockDelivered(trx: Trx, clinicId: string, id: string): Promise<DeliveredMessage | undefined> {
  const { rows } = await sql<DeliveredMessage>`
    select id, channel, status, recipient, provider_id as "providerId", appointment_id as "appointmentId"
    from messages where clinic_id = ${clinicId} and id = ${id} for no key update`.execute(trx)
  return rows[0]
}

export interface DeliveryValues {
  readonly status: MessageStatus
  readonly provider: string
  readonly providerId: string | null
  readonly failureCode: string | null
  readonly failure: string | null
}

/** What became of the message; whoever has it in hand need not ask any more. */
export async function writeDelivery(
  trx: Trx,
  clinicId: string,
  id: string,
  values: DeliveryValues,
  now: Instant,
): Promise<void> {
  const { failure, failureCode, provider, providerId, status } = values
  const at = new Date(now)
  const hasLeft = status === 'sent' || status === 'delivered'
  const hasFailed = status === 'failed' || status === 'bounced'
  await sql`
    update messages set status = ${status}, unsure = false, provider = coalesce(provider, ${provider}),
      provider_id = coalesce(provider_id, ${providerId}),
      sent_at = case when ${hasLeft} then coalesce(sent_at, ${at}) else sent_at end,
      delivered_at = case when ${status === 'delivered'} then ${at} else delivered_at end,
      ended_at = case when ${hasFailed} then ${at} else ended_at end,
      failure_code = ${failureCode}, failure = ${failure}, version = version + 1, updated_at = ${at}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

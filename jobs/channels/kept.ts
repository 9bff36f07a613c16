import { type Db, inClinic } from '../../db/connect.ts'
import { hasOutboxItem, insertOutboxItem } from '../../db/queries/outbox.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Channel } from './channel.ts'

export interface Keeper {
  readonly db: Db
  readonly now: () => Instant
}

/** A way out that ends in the database, where whoever may reads the message. */
export function keeping(provider: 'outbox' | 'portal', { db, now }: Keeper): Channel {
  return {
    provider,
    async send(message) {
      const { clinicId, messageId } = message
      await inClinic(db, clinicId, (trx) => insertOutboxItem(trx, message, now()))
      return { outcome: 'sent', providerId: messageId }
    },
    async find({ clinicId, messageId }) {
      const isThere = await inClinic(db, clinicId, (trx) => hasOutboxItem(trx, clinicId, messageId))
      return isThere ? [{ providerId: messageId }] : []
    },
  }
}

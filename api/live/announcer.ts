import type { Logger } from 'pino'
import type { Db } from '../../db/connect.ts'
import { CHANGES_CHANNEL } from '../../db/listen.ts'
import { notifyChanges } from '../../db/queries/log.ts'

/**
 * Hints to the other processes, one notice of a clinic at a time: while one is on its way, later ones become one. A lost
 * hint costs nothing but the time until the next poll.
 */
export function createAnnouncer(db: Db, log: Logger): (clinicId: string, seq: number) => void {
  const waiting = new Map<string, number>()
  let sending = false

  const send = async () => {
    sending = true
    try {
      for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
        const [clinicId, seq] = next.value
        waiting.delete(clinicId)
        await notifyChanges(db, CHANGES_CHANNEL, `${clinicId}:${seq}`)
      }
    } catch (error) {
      log.warn({ err: error }, 'a hint about a change was not sent')
    } finally {
      sending = false
    }
  }

  return (clinicId, seq) => {
    waiting.set(clinicId, Math.max(seq, waiting.get(clinicId) ?? 0))
    if (!sending) void send()
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Db } from '../../db/connect.ts'
import { CHANGES_CHANNEL } from '../../db/listen.ts'
import { notifyChanges } from '../../db/queries/log.ts'

/** So long after a hint the next one leaves. Whoever books next to nobody is announced at once. */
const BETWEEN_MILLISECONDS = 10

/**
 * Hints to the other processes. The first leaves at once; those of a burst become one a clinic and pause, for each costs
 * every process a wake. A lost hint costs nothing but the time until the next poll.
 */
export function createAnnouncer(db: Db, log: Logger): (clinicId: string, seq: number) => void {
  const waiting = new Map<string, number>()
  let sending = false

  const send = async () => {
    sending = true
    try {
      while (waiting.size > 0) {
        const hints = [...waiting].map(([clinicId, seq]) => `${clinicId}:${seq}`)
        waiting.clear()
        await notifyChanges(db, CHANGES_CHANNEL, hints)
        await pause(BETWEEN_MILLISECONDS)
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

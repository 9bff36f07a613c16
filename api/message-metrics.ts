import { Counter, Gauge, type Registry } from 'prom-client'
import type { Db } from '../db/connect.ts'
import { listClinicsDueBy } from '../db/queries/sending-messages.ts'
import type { Tried } from '../jobs/send/tried.ts'

/** Counts what came of sending in this process. */
export function countTries(registry: Registry): (tried: Tried) => void {
  const tries = new Counter({
    name: 'daybook_message_tries_total',
    help: 'Messages given to a provider by this process: sent, refused for good, or to be tried later.',
    labelNames: ['kind', 'channel', 'provider', 'outcome'],
    registers: [registry],
  })
  return ({ channel, kind, outcome, provider }) => tries.inc({ kind, channel, outcome, provider })
}

const GRACE = 2 * 60_000

/** Whether messages wait that should have left, whichever process is to send them: none may be running. */
export function watchLateMessages(
  registry: Registry,
  { db, now }: { readonly db: Db; readonly now: () => number },
): void {
  new Gauge({
    name: 'daybook_clinics_with_late_messages',
    help: 'Clinics with messages that were to leave two minutes ago and that nobody has in hand.',
    registers: [registry],
    async collect() {
      this.set((await listClinicsDueBy(db, now() - GRACE)).length)
    },
  })
}

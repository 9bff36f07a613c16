import { sql } from 'kysely'
import { makeLog } from '../../api/log.ts'
import { inClinic } from '../../db/connect.ts'
import type { DueMessage } from '../../db/queries/sending-messages.ts'
import type { Channels, Outgoing } from '../../jobs/channels/channel.ts'
import { openChannels } from '../../jobs/channels/channels.ts'
import { openJobs } from '../../jobs/kit.ts'
import { makeSender, type Sender } from '../../jobs/send/sender.ts'
import type { TestDatabase } from './postgres.ts'
import { type Providers, startProviders } from './providers.ts'
import { rowsOf } from './rows.ts'

export interface PostOffice {
  readonly providers: Providers
  /** The lines of the log. */
  readonly logged: readonly string[]
  /** What the clock says. */
  now: number
  /** Sends what is due, as the job does. */
  send(clinicId: string): Promise<void>
  /** Another process on the same database. */
  another(channels?: Partial<Channels>): Promise<{ sender: Sender; send(clinicId: string): Promise<void> }>
  /** The messages of the clinic, in the order in which they were made. */
  messages(clinicId: string): Promise<MessageSeen[]>
  /** The alarms that are set for the clinic. */
  alarms(clinicId: string): Promise<Date[]>
  stop(): Promise<void>
}

export interface MessageSeen {
  readonly id: string
  readonly channel: string
  readonly status: string
  readonly attempts: number
  readonly unsure: boolean
  readonly provider: string | null
  readonly provider_id: string | null
  readonly failure_code: string | null
  readonly attempt_at: Date
  readonly sent_at: Date | null
}

/** The sender with both providers' doubles, given messages that say what they say and need no second look. */
export async function openPostOffice(database: TestDatabase, begins: number, longestCall = 5_000): Promise<PostOffice> {
  const providers = await startProviders()
  const { db, url } = database
  const jobs = await openJobs(db, url)
  const logged: string[] = []
  const log = makeLog('info', { write: (line) => logged.push(line) })
  const another = async (channels: Partial<Channels> = {}) => {
    const ways = { ...openChannels(providers.settings, { db, now: () => office.now }, longestCall), ...channels }
    const sender = makeSender({
      channels: ways,
      log,
      admit: async (_trx, clinicId, due) => ({
        ready: due.map((message) => ({ message, outgoing: () => outgoingOf(clinicId, message) })),
        log: [],
      }),
      recall: async (_db, clinicId, message) => outgoingOf(clinicId, message),
    })
    const context = { db, jobs, now: () => office.now, announce: () => undefined, requestId: 'job' }
    return { sender, send: (clinicId: string) => sender.drain(context, clinicId) }
  }
  const first = another()
  const office: PostOffice = {
    providers,
    logged,
    now: begins,
    another,
    send: async (clinicId) => (await first).send(clinicId),
    messages: (clinicId) =>
      rowsOf<Record<string, unknown> & MessageSeen>(
        database,
        clinicId,
        `select id, channel, status, attempts, unsure, provider, provider_id, failure_code, attempt_at, sent_at
          from messages where clinic_id = $1 order by due_at, id`,
      ),
    async alarms(clinicId) {
      const { rows } = await sql<{ due: Date }>`
        select start_after as due from pgboss.job where name = 'send-messages' and state = 'created'
          and data->>'clinicId' = ${clinicId} order by start_after`.execute(db)
      return rows.map((each) => each.due)
    },
    stop: () => providers.stop(),
  }
  return office
}

function outgoingOf(clinicId: string, message: DueMessage): Outgoing {
  const { id: messageId, recipient: to, kind, content } = message
  if (!content?.text) throw new Error('there is nothing to say')
  return { clinicId, messageId, to, kind, subject: 'A message', text: content.text, attachments: [] }
}

/** Lets the minute pass for which a program had messages in hand: it was killed. */
export async function endLeases(database: Pick<TestDatabase, 'db'>, clinicId: string): Promise<void> {
  await inClinic(database.db, clinicId, (trx) =>
    sql`update messages set attempt_at = due_at, leased_until = due_at
      where clinic_id = ${clinicId} and status = 'sending'`.execute(trx),
  )
}

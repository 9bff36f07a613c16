import pg from 'pg'
import { pino } from 'pino'
import type { ActionContext } from '../../actions/context.ts'
import { setAppointmentStatus } from '../../actions/set-appointment-status.ts'
import { createAnnouncer } from '../../api/live/announcer.ts'
import { connect } from '../../db/connect.ts'
import { openJobs } from '../../jobs/kit.ts'
import type { BenchClinic } from '../clinic.ts'
import type { DatabaseUrls } from '../database.ts'
import type { GraphQLClient } from '../http.ts'

/** Somebody who changes one appointment of the day over and over: its confirmation, on and off. */
export interface Desk {
  /** Through the server under test. */
  changeHere(): Promise<void>
  /** From another process on the same database, as a second API process would. */
  changeElsewhere(): Promise<void>
  /** When each change from that number on was committed, by PostgreSQL's own count; milliseconds. */
  commitTimes(after: number): Promise<number[]>
  lastSeq(): Promise<number>
}

const mutation = `mutation Confirm($input: SetAppointmentStatusInput!) {
  setAppointmentStatus(input: $input) { __typename }
}`

export async function openDesk(
  urls: DatabaseUrls,
  clinic: BenchClinic,
  http: GraphQLClient,
  parts: AsyncDisposableStack,
): Promise<Desk> {
  const { db, close } = connect({ url: urls.appUrl, applicationName: 'daybook bench', max: 2 })
  parts.defer(close)
  const superuser = new pg.Client({ connectionString: urls.superuserUrl })
  await superuser.connect()
  parts.defer(() => superuser.end())
  const { rows } = await superuser.query<{ id: string }>(
    `select id from appointments where starts_at = '2027-03-03 15:00Z' limit 1`,
  )
  const id = rows[0]!.id
  let version = 1
  const next = () => ({ id, expectedVersion: version, confirmed: version++ % 2 === 1 })
  const context: ActionContext = {
    db,
    caller: { kind: 'partner', clinicId: clinic.id, apiKeyId: clinic.id, name: 'Bench', scopes: ['read', 'write'] },
    now: () => Date.now(),
    requestId: 'bench',
    ip: undefined,
    secret: 'of no install',
    jobs: await openJobs(db, urls.appUrl),
    announce: createAnnouncer(db, pino({ level: 'warn' })),
  }
  return {
    async changeHere() {
      const answer = await http.post(mutation, { input: next() })
      if (!answer.includes('"AppointmentStatusSet"')) throw new Error(`Not changed: ${answer}`)
    },
    async changeElsewhere() {
      const { kind } = await setAppointmentStatus(context, next())
      if (kind !== 'status-set') throw new Error('Not changed')
    },
    async commitTimes(after) {
      const { rows } = await superuser.query<{ ms: string }>(
        `select extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as ms from changes where seq > $1 order by seq`,
        [after],
      )
      return rows.map(({ ms }) => Number(ms))
    },
    async lastSeq() {
      const { rows } = await superuser.query<{ seq: string }>('select max(change_seq) as seq from log_heads')
      return Number(rows[0]!.seq)
    },
  }
}

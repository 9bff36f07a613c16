import { type Db, inClinic } from '../../db/connect.ts'
import { listMessages } from '../../db/queries/messages.ts'
import type { Outgoing } from '../../jobs/channels/channel.ts'
import type { Jobs } from '../../jobs/kit.ts'
import { makeComposer } from '../../jobs/send/compose.ts'
import { SECRET } from './app.ts'

interface Office {
  readonly db: Db
  readonly jobs: Jobs
  readonly url: string
  readonly clinicId: string
}

/** The mails that wait to leave to whoever asked to wait, written as they are sent, the first of them first. */
export function listWaitProofs({ clinicId, db, jobs, url }: Office, now: number): Promise<Outgoing[]> {
  const composer = makeComposer({ jobs, publicUrl: url, mailFrom: undefined, secret: SECRET })
  return inClinic(db, clinicId, async (trx) => {
    const waiting = await listMessages(trx, clinicId, { status: 'scheduled' }, { first: 100 })
    const proofs = waiting.filter(({ kind }) => kind === 'waitlist_proof').toReversed()
    const { ready } = await composer.admit(trx, clinicId, proofs, now)
    return ready.map((each) => each.outgoing())
  })
}

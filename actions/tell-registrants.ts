import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { findToldSession, insertRegistrantMessages, listRegistrants } from '../db/queries/registrant-messages.ts'
import type { RegistrationRow } from '../db/queries/registrations.ts'
import { sendMessages } from '../jobs/contracts.ts'
import type { ActionContext } from './context.ts'

type Telling = Pick<ActionContext, 'caller' | 'jobs' | 'now'>

/** Says by mail that there is a place, or one in line, and where it is given back. */
export async function tellRegistration(context: Telling, trx: Trx, registration: RegistrationRow): Promise<void> {
  const { clinicId } = context.caller
  const now = context.now()
  const session = await findToldSession(trx, clinicId, registration, now)
  if (!session) return
  const kind = registration.status === 'registered' ? 'registration_confirmed' : 'registration_waitlisted'
  const { id: registrationId, clientId, email, language, version } = registration
  const message = {
    ...{ id: uuidv7(), sessionId: session.id, startsAt: session.startsAt, version },
    ...{ registrationId, memberId: null, clientId, recipient: email, language },
  }
  await insertRegistrantMessages(trx, clinicId, kind, [message], now)
  await context.jobs.enqueue(trx, sendMessages, { clinicId })
}

/** Says by mail to everybody who comes that the sessions are at another time, or do not take place. They must be written. */
export async function tellOfSessions(
  context: Telling,
  trx: Trx,
  kind: 'session_changed' | 'session_cancelled',
  sessions: readonly { readonly id: string; readonly endsAt: number }[],
): Promise<void> {
  const { clinicId } = context.caller
  const now = context.now()
  const ahead = sessions.filter((each) => each.endsAt > now).map((each) => each.id)
  const registrants = await listRegistrants(trx, clinicId, ahead)
  if (registrants.length === 0) return
  const messages = registrants.map((each) => ({ ...each, id: uuidv7() }))
  const count = await insertRegistrantMessages(trx, clinicId, kind, messages, now)
  if (count > 0) await context.jobs.enqueue(trx, sendMessages, { clinicId })
}

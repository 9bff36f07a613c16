import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { findClient } from '../db/queries/clients.ts'
import type { Session } from '../db/queries/event-sessions.ts'
import {
  type Comer,
  findToldSession,
  insertRegistrantMessages,
  listRegistrants,
  type RegistrantMessage,
} from '../db/queries/registrant-messages.ts'
import type { RegistrationRow } from '../db/queries/registrations.ts'
import type { RegistrantKind } from '../domain/message.ts'
import type { RegistrationStatus } from '../domain/registration.ts'
import { sendMessages } from '../jobs/contracts.ts'
import type { ActionContext } from './context.ts'

type Telling = Pick<ActionContext, 'caller' | 'jobs' | 'now'>

/** Says by mail that there is a place, one to be taken, or one in line, and where it is given back. */
export async function tellRegistration(
  context: Pick<ActionContext, 'jobs' | 'now'>,
  trx: Trx,
  clinicId: string,
  registration: RegistrationRow,
): Promise<void> {
  const now = context.now()
  const session = await findToldSession(trx, clinicId, registration, now)
  if (!session) return
  const kind = kinds[registration.status]
  if (kind === undefined) return
  const { id: registrationId, clientId, email, language, version } = registration
  const message = {
    ...{ id: uuidv7(), sessionId: session.id, startsAt: session.startsAt, version },
    ...{ registrationId, memberId: null, clientId, recipient: email, language },
  }
  await insertRegistrantMessages(trx, clinicId, kind, [message], now)
  if (kind === 'place_offered') await textOffer(trx, clinicId, { ...message, id: uuidv7() }, registration, now)
  await context.jobs.enqueue(trx, sendMessages, { clinicId })
}

const kinds: Partial<Record<RegistrationStatus, RegistrantKind>> = {
  registered: 'registration_confirmed',
  offered: 'place_offered',
  waitlisted: 'registration_waitlisted',
}

/** An offer does not wait: whoever left a phone is told by text as well, unless she is a client who is not to be texted. */
async function textOffer(
  trx: Trx,
  clinicId: string,
  message: RegistrantMessage,
  { clientId, phone }: RegistrationRow,
  now: number,
): Promise<void> {
  const client = clientId === null ? undefined : await findClient(trx, clinicId, clientId)
  if (phone === null || (client && !client.consents.includes('sms'))) return
  await insertRegistrantMessages(trx, clinicId, 'place_offered', [{ ...message, recipient: phone }], now, 'sms')
}

type Standing = Pick<Session, 'id' | 'startsAt' | 'endsAt' | 'publishStatus'>

/**
 * Says by mail to everybody who comes that the sessions are at another time, or do not take place. Whoever comes to all of an
 * event hears it once, with every date. They must be written.
 */
export async function tellOfSessions(
  context: Telling,
  trx: Trx,
  kind: 'session_changed' | 'session_cancelled',
  sessions: readonly Standing[],
  to: 'everybody' | 'those of the session' | 'those of the event' = 'everybody',
): Promise<void> {
  const { clinicId } = context.caller
  const now = context.now()
  const ahead = sessions.filter((each) => each.endsAt > now).map((each) => each.id)
  const comers = await listRegistrants(trx, clinicId, ahead)
  const told = onceEach(comers).filter((each) => to === 'everybody' || each.isOfWhole === (to === 'those of the event'))
  if (told.length === 0) return
  const messages = told.map(({ isOfWhole: _, ...each }) => ({ ...each, id: uuidv7() }))
  const count = await insertRegistrantMessages(trx, clinicId, kind, messages, now)
  if (count > 0) await context.jobs.enqueue(trx, sendMessages, { clinicId })
}

/** Of those who come to all of an event, each with the first of the sessions. Sorted by when they begin. */
function onceEach(comers: readonly Comer[]): readonly Comer[] {
  const seen = new Set<string | null>()
  return comers.filter(({ isOfWhole, memberId, registrationId }) => {
    const who = registrationId ?? memberId
    if (!isOfWhole) return true
    if (seen.has(who)) return false
    seen.add(who)
    return true
  })
}

/** Says what a new rule makes of the sessions: those it takes away, those at another time, and those it adds. */
export async function tellOfRule(
  context: Telling,
  trx: Trx,
  { gone, elsewhen, added }: Record<'gone' | 'elsewhen' | 'added', readonly Standing[]>,
): Promise<void> {
  await tellOfSessions(context, trx, 'session_cancelled', gone, 'those of the session')
  await tellOfSessions(context, trx, 'session_changed', elsewhen, 'those of the session')
  const dates = [...elsewhen, ...added].filter((each) => each.publishStatus === 'published')
  const [kind, about] =
    dates.length > 0 ? (['session_changed', dates] as const) : (['session_cancelled', gone] as const)
  await tellOfSessions(context, trx, kind, about, 'those of the event')
}

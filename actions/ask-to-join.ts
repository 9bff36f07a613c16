import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import type { ClientRow } from '../db/queries/book.ts'
import { findClient, insertClient, lockClientsAt } from '../db/queries/clients.ts'
import { lockEvent } from '../db/queries/events.ts'
import { insertGroupMember, isInGroup } from '../db/queries/group-members.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { askingProblem } from '../domain/group.ts'
import { usualConsents } from '../domain/message.ts'
import type { RegistrationProblem } from '../domain/registration.ts'
import { oneLine } from '../domain/text.ts'
import { changeClinic, type Repeatable } from './change-clinic.ts'
import { groupMemberEntry } from './change-group-member.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { checkedText } from './override.ts'
import type { RegistrationRefused } from './register-for-event.ts'
import { checkedRegistrant, missingProblems, type RegistrantInput } from './registration-fields.ts'
import { newGroupMember } from './request-enrolment.ts'

export interface AskToJoinInput extends Repeatable, Omit<RegistrantInput, 'places'> {
  readonly eventId: string
  /** For whoever screens. */
  readonly note?: string | null
}

export interface AskedToJoin {
  readonly kind: 'asked'
}

interface Asker {
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly language: string
}

/**
 * Asks to join a group from its public page. Whoever asks is a client from then on, and screened before she has a place; she
 * is answered alike whether the clinic knows her or not, and whether she is in the group already.
 */
export function askToJoin(context: ActionContext, input: AskToJoinInput): Promise<AskedToJoin | RegistrationRefused> {
  const { clinicId } = context.caller
  checkId(input.eventId, 'event', ['input', 'eventId'])
  const note = checkedText(input.note?.replace(/\r\n/g, '\n'), 2000, ['input', 'note'])
  const asker = checkedAsker(input)
  return changeClinic<AskedToJoin, readonly RegistrationProblem[], RegistrationRefused>(context, {
    operation: 'askToJoin',
    input,
    tell: async (problems) => ({ kind: 'refused', problems }),
    work: async (trx) => {
      if ('problems' in asker) return { refused: asker.problems }
      const now = context.now()
      const event = await lockEvent(trx, clinicId, input.eventId)
      if (event?.publishStatus !== 'published') throw notFound('event', ['input', 'eventId'], input.eventId)
      const problem = askingProblem(event)
      if (problem) return { refused: [problem] }
      const known = await findAsker(trx, clinicId, asker)
      const written: AskedToJoin = { kind: 'asked' }
      if (known && (await isInGroup(trx, clinicId, event.id, known.id))) return { written, log: [] }
      const client = known ?? (await openClient(trx, clinicId, asker, now))
      const member = newGroupMember({ eventId: event.id, clientId: client.id, note }, now)
      await insertGroupMember(trx, clinicId, member)
      const asking = groupMemberEntry('ask to join group', undefined, member)
      return { written, log: known ? [asking] : [clientOpened(client), asking] }
    },
  })
}

function checkedAsker(input: AskToJoinInput): Asker | { readonly problems: readonly RegistrationProblem[] } {
  const typed = checkedRegistrant(input)
  if ('problems' in typed) return typed
  const { name, email, phone, language } = typed
  if (name === null || email === null) return { problems: missingProblems(typed) }
  return { name, email, phone, language: language ?? 'en' }
}

/** The client of that name and address: a mother and her daughter may share the address. */
async function findAsker(trx: Trx, clinicId: string, { email, name }: Asker): Promise<ClientRow | undefined> {
  const same = (text: string) => oneLine(text).toLocaleLowerCase()
  const reached = await lockClientsAt(trx, clinicId, { email })
  return reached.find((each) => each.active && same(each.name) === same(name))
}

async function openClient(trx: Trx, clinicId: string, asker: Asker, now: number): Promise<ClientRow> {
  const id = uuidv7()
  await insertClient(trx, clinicId, { ...asker, id, zone: null, consents: usualConsents }, now)
  const client = await findClient(trx, clinicId, id)
  if (!client) throw new Error('the client that was just written is not there')
  return client
}

function clientOpened(client: ClientRow): LogEntry {
  return {
    action: 'create client',
    kind: 'client',
    id: client.id,
    version: client.version,
    before: null,
    after: client,
  }
}

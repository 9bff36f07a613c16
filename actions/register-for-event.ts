import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { findClient } from '../db/queries/clients.ts'
import { type Counted, countPlaces, findAdmitting, findRegistering, lockCounted } from '../db/queries/places.ts'
import { insertRegistration, type RegistrationRow, readLine } from '../db/queries/registrations.ts'
import type { Instant } from '../domain/interval.ts'
import { decideRegistration, type RegistrationProblem, type RegistrationSource } from '../domain/registration.ts'
import type { Caller } from './caller.ts'
import { changeClinic, type Outcome, type Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { forbidden, notFound } from './errors.ts'
import { checkEventRight } from './event-rights.ts'
import { checkId } from './ids.ts'
import { hashOfSecret } from './one-time-secret.ts'
import { checkedRegistrant, missingProblems, type Registrant, type RegistrantInput } from './registration-fields.ts'
import { placesEntries, registrationEntry } from './registration-log.ts'
import { registrationToken } from './registration-token.ts'
import { tellRegistration } from './tell-registrants.ts'

export interface RegisterForEventInput extends Repeatable, RegistrantInput {
  readonly eventId: string
  /** May be left out where there is but one, or where one registers for the event as a whole. */
  readonly sessionId?: string | null
  /** For the clinic alone: who comes is one of its clients, by whose name and address the rest is filled in. */
  readonly clientId?: string | null
}

interface Admitted {
  readonly kind: 'registered' | 'waitlisted'
  readonly registration: RegistrationRow
  /** In line; null with a place. */
  readonly position: number | null
}

export interface Registered extends Admitted {
  /** Leads to the registration's page. Null for the public, who is told by mail: so an address proves itself. */
  readonly token: string | null
}

export interface RegistrationRefused {
  readonly kind: 'refused'
  readonly problems: readonly RegistrationProblem[]
}

type Step = Outcome<Admitted, RegistrationRefused>

/**
 * Takes a place in a session or in an event as a whole, or one in the line for it. Whoever comes from outside is answered
 * alike whether the clinic knows the e-mail or not.
 */
export async function registerForEvent(
  context: ActionContext,
  input: RegisterForEventInput,
): Promise<Registered | RegistrationRefused> {
  const { caller, secret } = context
  checkId(input.eventId, 'event', ['input', 'eventId'])
  if (input.sessionId != null) checkId(input.sessionId, 'session', ['input', 'sessionId'])
  if (input.clientId != null) checkId(input.clientId, 'client', ['input', 'clientId'])
  if (input.clientId != null && isVisitor(caller)) throw forbidden('Only the clinic registers its clients.')
  const typed = checkedRegistrant(input)
  const answer = await changeClinic<Admitted, RegistrationRefused, RegistrationRefused>(context, {
    operation: 'registerForEvent',
    input,
    tell: async (refused) => refused,
    work: async (trx) => ('problems' in typed ? refusing(...typed.problems) : register(context, trx, input, typed)),
  })
  if (answer.kind === 'refused') return answer
  const token = isVisitor(caller) ? null : registrationToken(secret, caller.clinicId, answer.registration.id)
  return { ...answer, token }
}

async function register(
  context: ActionContext,
  trx: Trx,
  input: RegisterForEventInput,
  typed: Registrant,
): Promise<Step> {
  const { caller } = context
  const { clinicId } = caller
  const now = context.now()
  const [event, client] = await Promise.all([
    findRegistering(trx, clinicId, input.eventId, now),
    input.clientId == null ? undefined : findClient(trx, clinicId, input.clientId),
  ])
  if (!event) throw notFound('event', ['input', 'eventId'], input.eventId)
  if (input.clientId != null && !client) throw notFound('client', ['input', 'clientId'], input.clientId)
  if (!isVisitor(caller)) checkEventRight(context, event.facilitatorIds)
  const name = typed.name ?? client?.name ?? null
  const email = typed.email ?? client?.email ?? null
  const missing = missingProblems({ name, email })
  const sessionId = event.registersFor === 'event' ? null : (input.sessionId ?? event.onlySessionId)
  if (event.registersFor === 'session' && sessionId === null) missing.push(sessionMissing)
  if (name === null || email === null || missing.length > 0) return refusing(...missing)

  const counted = { eventId: input.eventId, sessionId }
  const [, admitting, line] = await Promise.all([
    lockCounted(trx, clinicId, counted),
    findAdmitting(trx, clinicId, counted),
    readLine(trx, clinicId, counted, email),
  ])
  if (!admitting) throw notFound('session', ['input', 'sessionId'], sessionId ?? undefined)
  const request = { places: typed.places, byStaff: caller.kind === 'member' }
  const decision = decideRegistration(request, { ...admitting, isAwaited: line.waiting > 0 }, now)
  if (decision.kind === 'refused') return refusing(decision.problem)
  if (line.known && !isVisitor(caller)) return refusing(alreadyRegistered(admitting.title))
  const { kind } = decision
  const registration: RegistrationRow = {
    ...{ id: uuidv7(), version: 1, ...counted, clientId: client?.id ?? null, name, email },
    ...{ phone: typed.phone ?? client?.phone ?? null, language: typed.language ?? client?.language ?? 'en' },
    ...{ places: typed.places, status: kind, line: line.next, source: sourceOf(caller) },
    ...{ registeredAt: now, offerExpiresAt: null, passedAt: null, cancelledAt: null, updatedAt: now },
  }
  const written: Admitted = { kind, registration, position: kind === 'waitlisted' ? line.waiting + 1 : null }
  // Whoever has a place already is answered as a stranger would be, and keeps what she has.
  if (line.known) return { written, log: [] }
  return admit(context, trx, counted, written, now)
}

async function admit(
  context: ActionContext,
  trx: Trx,
  counted: Counted,
  written: Admitted,
  now: Instant,
): Promise<Step> {
  const { caller, secret } = context
  const { clinicId } = caller
  const { kind, registration } = written
  const tokenHash = hashOfSecret(registrationToken(secret, clinicId, registration.id))
  const [sessions] = await Promise.all([
    countPlaces(trx, clinicId, counted, kind === 'registered' ? registration.places : 0, now),
    insertRegistration(trx, clinicId, registration, tokenHash),
  ])
  await tellRegistration(context, trx, clinicId, registration)
  if (!sessions) throw new Error('there are fewer places than were counted under the lock')
  const action = kind === 'registered' ? 'register' : 'join line'
  return { written, log: [registrationEntry(action, undefined, registration), ...placesEntries(sessions)] }
}

export function isVisitor({ kind }: Caller): boolean {
  return kind === 'visitor'
}

function sourceOf({ kind }: Caller): RegistrationSource {
  if (kind === 'member') return 'desk'
  return kind === 'partner' ? 'partner' : 'public'
}

function refusing(...problems: readonly RegistrationProblem[]): { readonly refused: RegistrationRefused } {
  return { refused: { kind: 'refused', problems } }
}

const sessionMissing: RegistrationProblem = {
  code: 'INVALID',
  message: 'Say for which session.',
  path: ['input', 'sessionId'],
}

function alreadyRegistered(title: string): RegistrationProblem {
  const message = `Somebody with this e-mail is registered for ${title} already.`
  return { code: 'ALREADY_REGISTERED', message, path: ['input', 'email'] }
}

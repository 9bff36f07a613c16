import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { acceptPlace } from '../../actions/accept-place.ts'
import { cancelRegistration } from '../../actions/cancel-registration.ts'
import { inSnapshot } from '../../db/connect.ts'
import { getClinic } from '../../db/queries/clinics.ts'
import { listSessions, listSessionsOfEvent } from '../../db/queries/event-sessions.ts'
import { findEvent } from '../../db/queries/events.ts'
import { findRegistration } from '../../db/queries/registrations.ts'
import { isForeignOrigin } from '../auth/origin.ts'
import type { Services } from '../context.ts'
import { findRegistrationByToken } from '../registrations/registration-token.ts'
import { visiting } from '../registrations/visitor.ts'
import { gonePage } from './link-page.ts'
import { sendPage } from './page.ts'
import { type Done, mayGiveBack, type RegistrationView, registrationPage } from './registration-page.ts'
import { languageAsked } from './words/page-languages.ts'

interface RegistrationRoute {
  Params: { token: string }
  Querystring: Partial<Record<Done | 'cancel', string>>
}

/** So long after the last of it, the page can still be opened. */
const KEPT = 30 * 24 * 60 * 60_000
const MOST_SESSIONS = 20

/** The pages of registrations, among those of links: within their limits, kept by nobody. */
export function addRegistrationPages(scope: FastifyInstance, services: Services): void {
  scope.get<RegistrationRoute>('/r/:token', async (request, reply) => {
    const view = await openRegistration(services, request.params.token)
    if (!view) return gone(request, reply)
    const wantsCancel = request.query.cancel !== undefined
    return sendPage(reply, 200, registrationPage({ ...view, wantsCancel }, doneOf(request.query)))
  })
  scope.post<RegistrationRoute>('/r/:token/accept', async (request, reply) => {
    const { token } = request.params
    const view = await openRegistration(services, token)
    if (!view) return gone(request, reply)
    if (isForeignOrigin(request.headers, services.publicUrl)) return gone(request, reply, 403)
    const { clinic, registration } = view
    const visit = { services, clinicId: clinic.id, requestId: request.id, ip: request.ip }
    const { kind } = await acceptPlace(visiting(visit), { id: registration.id })
    return reply.redirect(`/r/${token}?${kind === 'refused' ? 'late' : 'taken'}`, 303)
  })
  scope.post<RegistrationRoute>('/r/:token/cancel', async (request, reply) => {
    const { token } = request.params
    const view = await openRegistration(services, token)
    if (!view) return gone(request, reply)
    if (isForeignOrigin(request.headers, services.publicUrl)) return gone(request, reply, 403)
    if (mayGiveBack(view)) {
      const { clinic, registration } = view
      const visit = { services, clinicId: clinic.id, requestId: request.id, ip: request.ip }
      await cancelRegistration(visiting(visit), { id: registration.id })
    }
    return reply.redirect(`/r/${token}?${request.query.left === undefined ? 'done' : 'left'}`, 303)
  })
}

function doneOf(query: RegistrationRoute['Querystring']): Done | undefined {
  return (['done', 'left', 'taken', 'late'] as const).find((each) => query[each] !== undefined)
}

function gone(request: FastifyRequest, reply: FastifyReply, status = 404) {
  return sendPage(reply, status, gonePage(languageAsked(request.headers['accept-language'])))
}

async function openRegistration({ db, now: clock }: Services, token: string): Promise<RegistrationView | undefined> {
  const target = await findRegistrationByToken({ db }, token)
  if (!target) return undefined
  const { clinicId, registrationId } = target
  const now = clock()
  return inSnapshot(db, clinicId, async (trx) => {
    const registration = await findRegistration(trx, clinicId, registrationId)
    if (!registration) return undefined
    const { eventId, sessionId } = registration
    const search = { from: now - KEPT, to: null, publicOnly: false, after: undefined, limit: MOST_SESSIONS }
    const [clinic, event, sessions] = await Promise.all([
      getClinic(trx, clinicId),
      findEvent(trx, clinicId, eventId),
      sessionId ? listSessions(trx, clinicId, [sessionId]) : listSessionsOfEvent(trx, clinicId, eventId, search),
    ])
    if (!event || !sessions.some((each) => each.endsAt > now - KEPT)) return undefined
    return { token, now, clinic, registration, title: sessions[0]!.title, sessions }
  })
}

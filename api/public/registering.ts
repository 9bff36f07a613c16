import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askToJoin } from '../../actions/ask-to-join.ts'
import type { ActionContext } from '../../actions/context.ts'
import { type RegistrationRefused, registerForEvent } from '../../actions/register-for-event.ts'
import { inSnapshot } from '../../db/connect.ts'
import { findPublicEvent } from '../../db/queries/public-events.ts'
import type { EventView, PublicPage, Said } from '../../domain/public-page.ts'
import { isForeignOrigin } from '../auth/origin.ts'
import type { Services } from '../context.ts'
import { type FormFields, readForms } from '../form-bodies.ts'
import { plainBody, refuseRequest } from '../http-errors.ts'
import { chargeVisit, visiting } from '../registrations/visitor.ts'
import { askedOf, clinicAsked, type PublicRoute } from './asked.ts'
import type { Render } from './kept-pages.ts'
import { readPage } from './read-page.ts'

type RegisterRoute = PublicRoute & { Body: FormFields | undefined }

const LARGEST_FORM = 16 * 1024

/** The forms on an event's page: what was done is told on the page that follows, what was refused beside what was typed. */
export async function addRegistering(app: FastifyInstance, services: Services, render: Render): Promise<void> {
  await app.register(async (scope) => {
    readForms(scope, LARGEST_FORM)
    for (const base of ['', '/c/:clinic'])
      for (const [form, act] of [
        ['register', register],
        ['join', join],
      ] as const)
        scope.post<RegisterRoute>(`${base}/events/:slug/${form}`, (request, reply) =>
          takeForm(services, render, act, request, reply.header('cache-control', 'no-store')),
        )
  })
}

/** The page on which somebody registers, for one who may. */
interface Sheet {
  readonly page: PublicPage
  readonly view: EventView
  readonly form: NonNullable<EventView['form']>
  readonly eventId: string
}

type Act = (
  context: ActionContext,
  sheet: Sheet,
  typed: FormFields,
) => Promise<{ readonly kind: Said } | RegistrationRefused>

const register: Act = (context, { eventId, form, page }, typed) => {
  const sessionId = typed.session && form.sessions.some(({ id }) => id === typed.session) ? typed.session : null
  return registerForEvent(context, {
    ...{ eventId, sessionId, name: typed.name, email: typed.email, phone: typed.phone || null },
    ...{ places: Number(typed.places ?? 1), language: page.language },
  })
}

const join: Act = (context, { eventId, page }, { email, name, note, phone }) =>
  askToJoin(context, { eventId, name, email, phone: phone || null, note: note || null, language: page.language })

async function takeForm(
  services: Services,
  render: Render,
  act: Act,
  request: FastifyRequest<RegisterRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const clinicId = await clinicAsked(services, request)
  const sheet = clinicId === undefined ? undefined : await openSheet(services, clinicId, request)
  if (clinicId === undefined || !sheet) return refuseRequest(reply, 404, 'There is no such page.', plainBody)
  if (isFromElsewhere(services, request)) return refuseRequest(reply, 403, 'Not from there.', plainBody)
  const typed = request.body ?? {}
  const visit = { services, clinicId, requestId: request.id, ip: request.ip }
  const wait = await chargeVisit(visit, typed.email)
  if (wait !== undefined)
    return refuseRequest(reply.header('retry-after', wait), 429, 'Too many requests. Wait a little.', plainBody)
  const answer = await act(visiting(visit), sheet, typed)
  if (answer.kind === 'refused') return sendRefused(reply, render, sheet, typed, answer)
  return reply.redirect(`${sheet.page.base}/events/${sheet.view.slug}?said=${answer.kind}#register`, 303)
}

/** The pages stand at the install's own address and at the Host names of its clinics: a form of theirs comes from either. */
function isFromElsewhere({ publicUrl }: Services, { headers, host, protocol }: FastifyRequest): boolean {
  return isForeignOrigin(headers, publicUrl) && headers.origin !== `${protocol}://${host}`
}

/** As it is now: what the page that was filled in showed may be over. */
function openSheet(
  { db, now, publicUrl }: Services,
  clinicId: string,
  request: FastifyRequest<PublicRoute>,
): Promise<Sheet | undefined> {
  const reader = { clinicId, now: now(), publicUrl, isPreview: false }
  return inSnapshot(db, clinicId, async (snapshot) => {
    const found = await readPage(snapshot, reader, askedOf(request))
    if (!('page' in found) || found.page.view.kind !== 'event') return undefined
    const { page } = found
    const { view } = found.page
    const event = await findPublicEvent(snapshot, clinicId, view.slug)
    return event && view.form ? { page, view, form: view.form, eventId: event.id } : undefined
  })
}

function sendRefused(
  reply: FastifyReply,
  render: Render,
  { form, page, view }: Sheet,
  typed: FormFields,
  { problems }: RegistrationRefused,
): FastifyReply {
  const [problem = { code: 'INVALID' as const, message: '' }] = problems
  const refusal = { code: problem.code, message: problems.map(({ message }) => message).join(' ') }
  const shown = { ...page, view: { ...view, form: { ...form, typed, refusal } } }
  return reply.code(422).type('text/html; charset=utf-8').send(render(shown))
}

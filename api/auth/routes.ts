import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { getEmailOfUser } from '../../db/queries/sign-ins.ts'
import { deleteSession, deleteSessionsOfUser, listCallersOfSession } from '../../db/queries/signed-in.ts'
import { chargeAttempt, forgiveAttempt } from './attempts.ts'
import type { CallerProof } from './caller.ts'
import { changePassword, type PasswordChange } from './change-password.ts'
import { join } from './join.ts'
import type { Library } from './library.ts'
import { isForeignOrigin } from './origin.ts'
import { refuse, refuseForNow } from './refusal.ts'
import { type SessionCookie, sessionTokenOf, spentCookie } from './session-cookie.ts'
import { addSetUp } from './set-up.ts'
import { type Credentials, signIn, visitorOf } from './sign-in.ts'
import { sweepSignIn } from './sweep.ts'

export interface AuthRoutesOptions extends CallerProof {
  readonly library: Library
  readonly cookie: SessionCookie
  readonly baseUrl: string
}

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const
const body = (properties: Record<string, ReturnType<typeof text>>) =>
  ({ body: { type: 'object', required: Object.keys(properties), properties } }) as const

const BODY_LIMIT = 4096

/** Signing in and out. Answers are small, never cached, and tell nobody whether an e-mail is known. */
export function authRoutes(options: AuthRoutesOptions): FastifyPluginAsync {
  return async (app) => {
    app.removeContentTypeParser('text/plain')
    app.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      if (request.method !== 'GET' && isForeignOrigin(request.headers, options.baseUrl))
        return refuse(reply, 403, 'FORBIDDEN', 'This request came from another site.')
    })
    const bodyLimit = BODY_LIMIT
    app.post<{ Body: Credentials }>(
      '/api/auth/sign-in/email',
      { bodyLimit, schema: body({ email: text(320), password: text(1000) }) },
      (request, reply) => answerSignIn(options, request, reply),
    )
    app.post<{ Body: { token: string; password: string } }>(
      '/api/auth/join',
      { bodyLimit, schema: body({ token: text(200), password: text(1000) }) },
      (request, reply) => answerJoin(options, request, reply),
    )
    app.post<{ Body: NewPassword }>(
      '/api/auth/change-password',
      { bodyLimit, schema: body({ currentPassword: text(1000), newPassword: text(1000) }) },
      (request, reply) => answerChangePassword(options, request, reply),
    )
    app.post('/api/auth/sign-out', { bodyLimit }, (request, reply) => answerSignOut(options, request, reply))
    app.post('/api/auth/revoke-sessions', { bodyLimit }, (request, reply) => answerRevoke(options, request, reply))
    app.get('/api/auth/get-session', (request) => describeSession(options, request))
    addSetUp(app, options)
    app.all('/api/auth/*', (_, reply) => refuse(reply, 404, 'NOT_FOUND', 'There is nothing here.'))
  }
}

async function answerSignIn(
  { library, db }: AuthRoutesOptions,
  request: FastifyRequest<{ Body: Credentials }>,
  reply: FastifyReply,
) {
  const email = request.body.email.trim().toLowerCase()
  const attempt = { ip: request.ip, email }
  const wait = await chargeAttempt(db, attempt)
  if (wait !== undefined) return refuseForNow(reply, wait)
  const cookies = await signIn(library, db, { email, password: request.body.password }, visitorOf(request))
  if (!cookies) return refuse(reply, 401, 'INVALID_EMAIL_OR_PASSWORD', 'The e-mail or the password is not right.')
  await forgiveAttempt(db, attempt)
  await sweepSignIn(db)
  return reply.header('set-cookie', cookies).send({ success: true })
}

async function answerJoin(
  { library, db }: AuthRoutesOptions,
  request: FastifyRequest<{ Body: { token: string; password: string } }>,
  reply: FastifyReply,
) {
  const { token, password } = request.body
  const attempt = { ip: request.ip }
  const wait = await chargeAttempt(db, attempt)
  if (wait !== undefined) return refuseForNow(reply, wait)
  const joined = await join(db, token, password)
  if ('refused' in joined) {
    if (joined.code === 'PASSWORD_UNFIT') await forgiveAttempt(db, attempt)
    return refuse(reply, 400, joined.code, joined.refused)
  }
  await forgiveAttempt(db, attempt)
  const cookies = await signIn(library, db, { email: joined.email, password }, visitorOf(request))
  return reply.header('set-cookie', cookies ?? []).send({ success: true })
}

type NewPassword = Pick<PasswordChange, 'currentPassword' | 'newPassword'>

/** The person is signed in anew: the sessions that the old password opened are over. */
async function answerChangePassword(
  options: AuthRoutesOptions,
  request: FastifyRequest<{ Body: NewPassword }>,
  reply: FastifyReply,
) {
  const { library, db } = options
  const token = tokenOf(options, request)
  const caller = token && (await listCallersOfSession(db, token))[0]
  if (!caller) return refuse(reply, 401, 'UNAUTHENTICATED', 'Nobody is signed in.')
  const email = await getEmailOfUser(db, caller.user_id)
  const attempt = { ip: request.ip, email }
  const wait = await chargeAttempt(db, attempt)
  if (wait !== undefined) return refuseForNow(reply, wait)
  const answer = await changePassword(db, { userId: caller.user_id, email, ...request.body })
  if ('refused' in answer && answer.code === 'WRONG_PASSWORD') return refuse(reply, 400, answer.code, answer.refused)
  await forgiveAttempt(db, attempt)
  if ('refused' in answer) return refuse(reply, 400, answer.code, answer.refused)
  const cookies = await signIn(library, db, { email, password: request.body.newPassword }, visitorOf(request))
  return reply.header('set-cookie', cookies ?? []).send({ success: true })
}

async function answerSignOut(options: AuthRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  const token = tokenOf(options, request)
  if (token) await deleteSession(options.db, token)
  return reply.header('set-cookie', spentCookie(options.cookie)).send({ success: true })
}

async function answerRevoke(options: AuthRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  const token = tokenOf(options, request)
  const caller = token && (await listCallersOfSession(options.db, token))[0]
  if (!caller) return refuse(reply, 401, 'UNAUTHENTICATED', 'Nobody is signed in.')
  await deleteSessionsOfUser(options.db, caller.user_id)
  return reply.header('set-cookie', spentCookie(options.cookie)).send({ success: true })
}

/** The clinics to choose from; the API's viewer says the rest. */
async function describeSession(options: AuthRoutesOptions, request: FastifyRequest) {
  const token = tokenOf(options, request)
  const callers = token ? await listCallersOfSession(options.db, token) : []
  return {
    clinics: callers.map((each) => ({
      id: each.clinic_id,
      slug: each.clinic_slug,
      name: each.clinic_name,
      role: each.role,
    })),
    user: callers[0] ? { name: callers[0].name, email: callers[0].email } : null,
  }
}

function tokenOf({ cookie, cookieSecret }: AuthRoutesOptions, request: FastifyRequest): string | undefined {
  return sessionTokenOf(request.headers.cookie, cookie.name, cookieSecret)
}

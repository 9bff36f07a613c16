import { hashPassword } from 'better-auth/crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hashOfSecret } from '../../actions/one-time-secret.ts'
import { checkFirstClinic, type FirstClinic, setUpClinic } from '../../actions/set-up-clinic.ts'
import type { Db } from '../../db/connect.ts'
import { hasClinic, isSetupLink } from '../../db/queries/first-clinic.ts'
import { passwordProblem } from '../../domain/password.ts'
import type { RecordProblem } from '../../domain/record.ts'
import { chargeAttempt, forgiveAttempt } from './attempts.ts'
import type { Library } from './library.ts'
import { refuse, refuseForNow } from './refusal.ts'
import { signIn, visitorOf } from './sign-in.ts'

interface SetUpOptions {
  readonly db: Db
  readonly library: Library
}

interface SetUpBody extends FirstClinic {
  readonly token: string
  readonly password: string
}

const text = (maxLength: number) => ({ type: 'string', maxLength })
const properties = {
  ...{ token: text(200), password: text(1000), slug: text(200), zone: text(100) },
  ...{ clinicName: text(1000), name: text(1000), email: text(1000) },
}
const required = ['token', 'password', 'zone', 'clinicName', 'name', 'email']

const BODY_LIMIT = 16_384

/** The first clinic and its administrator, by the link that the program tells while there is none. */
export function addSetUp(app: FastifyInstance, options: SetUpOptions): void {
  app.post<{ Body: SetUpBody }>(
    '/api/setup',
    { bodyLimit: BODY_LIMIT, schema: { body: { type: 'object', required, properties } } },
    (request, reply) => answerSetUp(options, request, reply),
  )
}

async function answerSetUp(
  { db, library }: SetUpOptions,
  request: FastifyRequest<{ Body: SetUpBody }>,
  reply: FastifyReply,
) {
  const { token, password } = request.body
  const attempt = { ip: request.ip }
  const wait = await chargeAttempt(db, attempt)
  if (wait !== undefined) return refuseForNow(reply, wait)
  const tokenHash = hashOfSecret(token)
  if ((await hasClinic(db)) || !(await isSetupLink(db, tokenHash))) return refuseLink(reply)
  await forgiveAttempt(db, attempt)

  const checked = checkFirstClinic(request.body)
  if ('problems' in checked) return refuseFields(reply, checked.problems)
  const unfit = passwordProblem(password, checked.email)
  if (unfit) return refuseFields(reply, [{ code: 'INVALID', message: unfit, path: ['input', 'password'] }])

  const passwordHash = await hashPassword(password)
  const origin = { ip: request.ip, requestId: request.id, now: Date.now() }
  if (!(await setUpClinic(db, { ...checked, tokenHash, passwordHash }, origin))) return refuseLink(reply)
  const cookies = await signIn(library, db, { email: checked.email, password }, visitorOf(request))
  return reply.header('set-cookie', cookies ?? []).send({ success: true })
}

function refuseFields(reply: FastifyReply, problems: readonly RecordProblem[]) {
  return reply.code(400).send({ code: 'INVALID', message: problems[0]!.message, problems })
}

function refuseLink(reply: FastifyReply) {
  const message =
    'This link was used already or is not known here. While there is no clinic, Daybook prints one as it starts.'
  return refuse(reply, 400, 'LINK_INVALID', message)
}

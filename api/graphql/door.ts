import { isUtf8 } from 'node:buffer'
import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../../actions/caller.ts'
import type { Auth } from '../auth/auth.ts'
import { graphqlBody, refuseRequest } from '../http-errors.ts'
import { answerType, isPlainJson } from './media-types.ts'

const A_MINUTE = 60_000
const PUBLIC_REQUESTS_A_MINUTE = 300

export interface DoorOptions {
  readonly auth: Auth
  /** How many requests a minute one network may send that show no key and no session we know. */
  readonly publicRequestsAMinute?: number
}

/**
 * Looks at every request before its body is read: how it is sent, from which site, by whom, and, when by nobody we know,
 * whether too many such came from the same network.
 */
export async function guardDoor(scope: FastifyInstance, options: DoorOptions): Promise<void> {
  const { auth, publicRequestsAMinute = PUBLIC_REQUESTS_A_MINUTE } = options
  await scope.register(fastifyRateLimit, { global: false })
  const countPublic = scope.createRateLimit({ max: publicRequestsAMinute, timeWindow: A_MINUTE })
  scope.decorateRequest('caller', undefined)
  readStrictly(scope)
  scope.route({ method: ['DELETE', 'PATCH', 'PUT'], url: '/graphql', handler: (_, reply) => reply.callNotFound() })
  scope.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST') return refuse(reply.header('allow', 'POST'), 405, 'Send requests by POST.')
    if (!URL.canParse(`${request.protocol}://${request.hostname}/`)) return refuse(reply, 400, 'The Host is no host.')
    if (!isPlainJson(request.headers['content-type'])) return refuse(reply, 415, 'Send application/json in UTF-8.')
    const accept = answerType(request.headers.accept)
    if (!accept) return refuse(reply, 406, 'Answers are application/json or application/graphql-response+json.')
    // Apollo would look at it only after the operation has run.
    request.headers.accept = accept
    if (request.headers.cookie && auth.isForeignOrigin(request.headers))
      return refuse(reply, 403, 'This request came from another site.')
    const caller = await auth.callerOf(request.headers)
    request.setDecorator('caller', caller)
    if (caller) return
    const limit = await countPublic(request)
    if (!limit.isAllowed && limit.isExceeded)
      return refuse(reply.header('retry-after', limit.ttlInSeconds), 429, 'Too many requests. Wait a little.')
  })
}

/** Bytes that are no UTF-8 would be read as something that nobody wrote. */
function readStrictly(scope: FastifyInstance): void {
  const parse = scope.getDefaultJsonParser('error', 'error')
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) parse(request, body.toString(), done)
    else done(Object.assign(new Error('The body is not in UTF-8.'), { statusCode: 400 }))
  })
}

/** Who sent the request; undefined for nobody we know. */
export function callerAt(request: FastifyRequest): Caller | undefined {
  return request.getDecorator<Caller | undefined>('caller')
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return refuseRequest(reply, status, message, graphqlBody)
}

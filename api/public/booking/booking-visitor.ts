import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VisitorCaller } from '../../../actions/caller.ts'
import type { ActionContext } from '../../../actions/context.ts'
import { hashOfSecret } from '../../../actions/one-time-secret.ts'
import type { Services } from '../../context.ts'

const COOKIE = 'daybook_visitor'
const VALUE = /(?:^|;\s*)daybook_visitor=([\w-]{43})(?:;|$)/
const A_DAY = 24 * 60 * 60

/**
 * What an action needs of somebody whom nobody knows. A cookie tells her requests from those of others; whoever keeps none
 * is somebody new each time, and is counted by her network all the same.
 */
export function bookingContext(
  services: Services,
  clinicId: string,
  request: FastifyRequest,
  reply: FastifyReply,
): ActionContext & { readonly caller: VisitorCaller } {
  const { db, now, announce, secret, jobs, publicUrl } = services
  const known = VALUE.exec(request.headers.cookie ?? '')?.[1]
  const cookie = known ?? randomBytes(32).toString('base64url')
  if (known === undefined) reply.header('set-cookie', cookieOf(cookie, publicUrl))
  const visitorId = hashOfSecret(`booking ${clinicId} ${cookie}`).toString('base64url')
  const caller = { kind: 'visitor', clinicId, visitorId, name: 'Online booking' } as const
  return { db, now, announce, secret, jobs, caller, requestId: request.id, ip: request.ip }
}

/** Within another site's page only such a cookie is kept, and there only for that site. */
function cookieOf(value: string, publicUrl: string): string {
  const isSecure = publicUrl.startsWith('https:')
  const scope = isSecure ? 'SameSite=None; Secure; Partitioned' : 'SameSite=Lax'
  return `${COOKIE}=${value}; Path=/book; Max-Age=${A_DAY}; HttpOnly; ${scope}`
}

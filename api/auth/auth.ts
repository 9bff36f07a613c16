import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyPluginAsync } from 'fastify'
import type { Caller } from '../../actions/caller.ts'
import { callerOf, isStillValid } from './caller.ts'
import { type LibraryOptions, makeLibrary } from './library.ts'
import { isForeignOrigin } from './origin.ts'
import { authRoutes } from './routes.ts'
import type { SessionCookie } from './session-cookie.ts'

export interface Auth {
  /** Serves /api/auth/*. */
  readonly routes: FastifyPluginAsync
  /** Who sends these headers; undefined for nobody we know. */
  callerOf(headers: IncomingHttpHeaders): Promise<Caller | undefined>
  /** For whoever stays connected: whether the caller would still be let in, as the same one. */
  isStillValid(caller: Caller): Promise<boolean>
  /** Whether a browser sent this on behalf of another site. */
  isForeignOrigin(headers: IncomingHttpHeaders): boolean
}

export async function makeAuth({ db, secret, baseUrl }: LibraryOptions): Promise<Auth> {
  // A key of its own, so that nothing else signed with the install's secret can pass for a session.
  const cookieSecret = createHmac('sha256', secret).update('daybook session cookie').digest('base64url')
  const library = makeLibrary({ db, secret: cookieSecret, baseUrl })
  const { sessionToken } = (await library.$context).authCookies
  const cookie: SessionCookie = { name: sessionToken.name, secure: sessionToken.attributes.secure ?? false }
  const proof = { db, cookieName: cookie.name, cookieSecret }
  return {
    routes: authRoutes({ ...proof, library, cookie, baseUrl }),
    callerOf: (headers) => callerOf(proof, headers),
    isStillValid: (caller) => isStillValid(db, caller),
    isForeignOrigin: (headers) => isForeignOrigin(headers, baseUrl),
  }
}

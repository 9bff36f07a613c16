import fastify, { type FastifyInstance } from 'fastify'
import { type Auth, makeAuth } from '../../../api/auth/auth.ts'
import type { Db } from '../../../db/connect.ts'

export const SECRET = 'a secret of this install that is long enough to be one'

export interface AuthServer {
  readonly auth: Auth
  readonly app: FastifyInstance
  readonly url: string
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Response>
  signIn(email: string, password: string, headers?: Record<string, string>): Promise<Response>
}

/** A real server with nothing on it but sign-in, reached over the loopback. */
export async function startAuthServer(db: Db, baseUrl = 'http://127.0.0.1:4000'): Promise<AuthServer> {
  const auth = await makeAuth({ db, secret: SECRET, baseUrl })
  const app = fastify({ trustProxy: true })
  await app.register(auth.routes)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const post = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return {
    auth,
    app,
    url,
    post,
    signIn: (email, password, headers) => post('sign-in/email', { email, password }, headers),
  }
}

/** The cookie as a browser sends it back. */
export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

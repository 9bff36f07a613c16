import type { IncomingHttpHeaders } from 'node:http'
import { APIError } from 'better-auth/api'
import type { Db } from '../../db/connect.ts'
import { deleteSession, listCallersOfSession } from '../../db/queries/signed-in.ts'
import { IP_HEADER, type Library } from './library.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}

export interface Visitor {
  readonly ip: string
  readonly userAgent: string | undefined
}

export function visitorOf(request: { readonly ip: string; readonly headers: IncomingHttpHeaders }): Visitor {
  return { ip: request.ip, userAgent: request.headers['user-agent'] }
}

/** Set-Cookie headers of a new session, or undefined: unknown, wrong and no longer a member are not told apart. */
export async function signIn(
  library: Library,
  db: Db,
  credentials: Credentials,
  visitor: Visitor,
): Promise<string[] | undefined> {
  const headers = new Headers({ [IP_HEADER]: visitor.ip, 'user-agent': visitor.userAgent?.slice(0, 500) ?? '' })
  try {
    const { headers: answer, response } = await library.api.signInEmail({
      body: credentials,
      headers,
      returnHeaders: true,
    })
    if ((await listCallersOfSession(db, response.token)).length > 0) return answer.getSetCookie()
    await deleteSession(db, response.token)
    return undefined
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return undefined
    throw error
  }
}

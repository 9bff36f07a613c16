import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseCookies } from 'better-auth/cookies'

/** The token in the session cookie, if it is we who signed it, as better-auth does: `token.signature`. */
export function sessionTokenOf(
  cookieHeader: string | undefined,
  cookieName: string,
  secret: string,
): string | undefined {
  const value = cookieHeader && parseCookies(cookieHeader).get(cookieName)
  if (!value) return undefined
  const dot = value.lastIndexOf('.')
  const token = value.slice(0, Math.max(dot, 0))
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined
}

export interface SessionCookie {
  readonly name: string
  readonly secure: boolean
}

/** Makes the browser forget the session. */
export function spentCookie({ name, secure }: SessionCookie): string {
  return `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}

import type { IncomingHttpHeaders } from 'node:http'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

export function isLoopback(url: URL): boolean {
  return LOOPBACK.has(url.hostname)
}

/**
 * Whether a browser sent the request on behalf of another site. Programs that are no browsers say nothing of where they
 * come from, and have no cookie that another site could borrow. On this machine itself, any of its names will do.
 */
export function isForeignOrigin(headers: IncomingHttpHeaders, baseUrl: string): boolean {
  const { origin, host } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site'
  const ours = new URL(baseUrl)
  if (origin === ours.origin) return false
  const theirs = URL.parse(origin)
  return !(isLoopback(ours) && theirs !== null && isLoopback(theirs) && theirs.host === host)
}

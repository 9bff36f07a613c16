import { createHmac } from 'node:crypto'

/**
 * What leads to somebody's place on the waitlist who asked for it from outside, and proves her e-mail before that. Made from
 * the install's secret rather than by chance, so that the mail can be written again though nothing but its hash is kept.
 */
export function publicWaitToken(secret: string, clinicId: string, waitId: string): string {
  return createHmac('sha256', secret).update(`public wait ${clinicId} ${waitId}`).digest('base64url')
}

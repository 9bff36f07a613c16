import { createHmac } from 'node:crypto'

/**
 * What leads its holder to the registration. Made from the install's secret rather than by chance, so that each mail can
 * carry it though nothing but its hash is kept.
 */
export function registrationToken(secret: string, clinicId: string, registrationId: string): string {
  return createHmac('sha256', secret).update(`registration ${clinicId} ${registrationId}`).digest('base64url')
}

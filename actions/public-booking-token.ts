import { createHmac } from 'node:crypto'

/**
 * What proves an e-mail, and what leads to the appointment that was booked. Made from the install's secret rather than by
 * chance, so that a page can be shown again though nothing but the hash is kept.
 */
export function publicBookingToken(
  secret: string,
  purpose: 'proof' | 'manage',
  clinicId: string,
  bookingId: string,
): string {
  return createHmac('sha256', secret).update(`public booking ${purpose} ${clinicId} ${bookingId}`).digest('base64url')
}

import type { FastifyReply } from 'fastify'
import { inSnapshot } from '../../../db/connect.ts'
import { getBookingSettings } from '../../../db/queries/booking-settings.ts'
import type { BookingPage } from '../../../domain/public-booking.ts'
import type { Services } from '../../context.ts'
import { contentSecurityPolicy } from '../../security.ts'
import type { BookingPages } from '../built-pages.ts'

const STATUS: Partial<Record<BookingPage['view']['kind'], number>> = {
  ...{ closed: 404, over: 410, later: 429, wait_over: 410, wait_closed: 404 },
}

/** Sends a page that shows what is free now: nobody keeps it. */
export function sendBooking(
  reply: FastifyReply,
  { renderBooking }: BookingPages,
  page: BookingPage,
  status = STATUS[page.view.kind] ?? 200,
): FastifyReply {
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', vary: 'accept-language', 'referrer-policy': 'same-origin' })
    .type('text/html; charset=utf-8')
    .send(renderBooking(page))
}

/** Lets the sites that the clinic names show its pages within their own. */
export async function allowFrames(reply: FastifyReply, { db }: Services, clinicId: string): Promise<void> {
  const { origins } = await inSnapshot(db, clinicId, (trx) => getBookingSettings(trx, clinicId))
  if (origins.length === 0) return
  const policy = { ...contentSecurityPolicy.directives, frameAncestors: ["'self'", ...origins] }
  reply.removeHeader('x-frame-options')
  reply.header('content-security-policy', Object.entries(policy).map(directive).join(';'))
}

/** `formAction` is written `form-action`. */
function directive([name, values]: [string, readonly string[]]): string {
  return [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), ...values].join(' ')
}

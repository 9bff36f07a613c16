import type { FastifyInstance } from 'fastify'
import { hashOfText, sendText } from '../../ics/send-calendar.ts'
import type { BookingPages } from '../built-pages.ts'

/** The small scripts of booking: what they add, the pages do without. Other sites load the one that shows them there. */
export function addBookingScripts(scope: FastifyInstance, { bookingScripts }: BookingPages): void {
  const loadedAt = new Date()
  for (const [name, text] of Object.entries(bookingScripts)) {
    const file = { text, hash: hashOfText(text), changedAt: loadedAt }
    scope.get(`/${name}`, (request, reply) => {
      reply.headers({ 'cache-control': 'public, max-age=300', 'cross-origin-resource-policy': 'cross-origin' })
      return sendText(request, reply, file, 'text/javascript; charset=utf-8')
    })
  }
}

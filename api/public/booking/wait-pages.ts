import type { FastifyInstance } from 'fastify'
import { inSnapshot } from '../../../db/connect.ts'
import type { BookingRoute } from './booking-asked.ts'
import type { ShowBooking } from './booking-pages.ts'
import { keyOf } from './read-held.ts'
import { readWait, readWaitForm, readWaitSent } from './read-wait.ts'

/** The pages by which somebody asks for a place on the waitlist, and sees where she stands. */
export function addWaitPages(scope: FastifyInstance, shown: ShowBooking): void {
  scope.get<BookingRoute>(
    '/book/:clinic/waitlist/join',
    shown(({ reader, services }) => inSnapshot(services.db, reader.clinicId, (trx) => readWaitForm(trx, reader))),
  )
  scope.get<BookingRoute>(
    '/book/:clinic/waitlist/sent',
    shown(({ reader, services }) => inSnapshot(services.db, reader.clinicId, (trx) => readWaitSent(trx, reader))),
  )
  for (const path of ['/book/:clinic/waitlist/join/', '/book/:clinic/waitlist/sent/', '/book/:clinic/waitlist/:key/'])
    scope.get<BookingRoute>(path, ({ url }, reply) => reply.redirect(url.replace(/\/(?=$|\?)/, ''), 308))
  // Where its form led stands in the address bar when it was refused, and is opened again from there.
  scope.get<BookingRoute>('/book/:clinic/waitlist/:key/leave', ({ url }, reply) =>
    reply.redirect(url.replace(/\/leave(?=$|\?)/, ''), 303),
  )
  scope.get<BookingRoute>(
    '/book/:clinic/waitlist/:key',
    shown(({ reader, services }, { params: { key } }) =>
      inSnapshot(services.db, reader.clinicId, (trx) => readWait(trx, reader, keyOf(key))),
    ),
  )
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inSnapshot } from '../../../db/connect.ts'
import { findClinicIdOfSlug } from '../../../db/queries/shown-clinic.ts'
import type { BookingPage } from '../../../domain/public-booking.ts'
import type { Services } from '../../context.ts'
import { SLUG } from '../asked.ts'
import type { BookingPages } from '../built-pages.ts'
import { type BookingRoute, bookingLanguage, choiceOf } from './booking-asked.ts'
import { addBookingForms } from './booking-forms.ts'
import { allowFrames, sendBooking } from './booking-reply.ts'
import { addBookingScripts } from './booking-scripts.ts'
import { readChoice } from './read-choice.ts'
import { type HeldReader, keyOf, readHeld, readProof } from './read-held.ts'
import { addForms } from './sent-form.ts'
import { addWaitForms } from './wait-forms.ts'
import { addWaitPages } from './wait-pages.ts'

/** What a request of a page of booking comes to: the clinic it is of, and how it is read. */
export interface BookingVisit {
  readonly services: Services
  readonly pages: BookingPages
  readonly reader: HeldReader
}

/** Answers a request with the page that is read for it, or sends it on to the address. */
export type ShowBooking = (
  read: (visit: BookingVisit, request: FastifyRequest<BookingRoute>) => Promise<BookingPage | string>,
) => (request: FastifyRequest<BookingRoute>, reply: FastifyReply) => Promise<FastifyReply>

/** The pages by which people book from outside; every step is an address, and reading one changes nothing. */
export async function addBooking(scope: FastifyInstance, services: Services, pages: BookingPages): Promise<void> {
  addBookingScripts(scope, pages)
  const shown: ShowBooking = (read) => async (request, reply) => {
    const visit = await visitOf(services, pages, request, request.query)
    if (!visit) return sendBooking(reply, pages, nobodys(services, pages, request))
    await allowFrames(reply, services, visit.reader.clinicId)
    const page = await read(visit, request)
    return typeof page === 'string' ? reply.redirect(page, 303) : sendBooking(reply, pages, page)
  }
  const choose = shown(({ reader }, { params: { therapist } }) =>
    inSnapshot(services.db, reader.clinicId, (trx) => readChoice(trx, reader, { choice: reader.choice, therapist })),
  )
  scope.get<BookingRoute>('/book/:clinic', choose)
  scope.get<BookingRoute>('/book/:clinic/:therapist', choose)
  for (const path of ['/book/:clinic/', '/book/:clinic/:therapist/'])
    scope.get<BookingRoute>(path, ({ params: { clinic, therapist }, url }, reply) => {
      const address = ['/book', ...[clinic, therapist].flatMap((each) => (each ? [encodeURIComponent(each)] : []))]
      const query = url.indexOf('?')
      return reply.redirect(`${address.join('/')}${query < 0 ? '' : url.slice(query)}`, 308)
    })
  // Where a form led that was refused stands in the address bar, and is opened again from there.
  scope.get<BookingRoute>('/book/:clinic/hold', ({ params: { clinic } }, reply) =>
    reply.redirect(`/book/${encodeURIComponent(clinic)}`, 303),
  )
  scope.get<BookingRoute>(
    '/book/:clinic/hold/:key',
    shown(({ reader }, { params: { key } }) =>
      inSnapshot(services.db, reader.clinicId, (trx) => readHeld(trx, reader, keyOf(key))),
    ),
  )
  scope.get<BookingRoute>(
    '/book/:clinic/confirm/:key',
    shown(async ({ reader }, { params: { key } }) => {
      const proof = await inSnapshot(services.db, reader.clinicId, (trx) => readProof(trx, reader, keyOf(key)))
      return proof.page
    }),
  )
  addWaitPages(scope, shown)
  await addForms(scope, services, pages, addBookingForms, addWaitForms)
}

/** The clinic that is asked for, and by whom; undefined for one that there is not. */
export async function visitOf(
  services: Services,
  pages: BookingPages,
  request: FastifyRequest<BookingRoute>,
  said: Readonly<Record<string, unknown>>,
): Promise<BookingVisit | undefined> {
  // A telephone begins what is typed with a capital.
  const clinic = request.params.clinic.toLowerCase()
  const clinicId = SLUG.test(clinic) ? await findClinicIdOfSlug(services.db, clinic) : undefined
  if (!clinicId) return undefined
  const { now, publicUrl, secret } = services
  const choice = choiceOf(said)
  const language = bookingLanguage(pages.bookingLanguages, choice, request.headers['accept-language'])
  return { services, pages, reader: { clinicId, language, now: now(), publicUrl, secret, choice } }
}

/** For an address that belongs to no clinic. */
export function nobodys(
  { now, publicUrl }: Services,
  { bookingLanguages }: BookingPages,
  { headers, query }: FastifyRequest<BookingRoute>,
): BookingPage {
  const choice = choiceOf(query)
  const language = bookingLanguage(bookingLanguages, choice, headers['accept-language'])
  const about = { clinic: null, base: '/book', path: '/book', canonical: publicUrl, now: now(), zone: 'UTC' }
  return { ...about, language, choice, view: { kind: 'closed' } }
}

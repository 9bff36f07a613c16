import type { FastifyReply } from 'fastify'
import { bookPublicSlot, type PublicRefused } from '../../../actions/book-public-slot.ts'
import { confirmPublicBooking } from '../../../actions/confirm-public-booking.ts'
import { holdPublicSlot } from '../../../actions/hold-public-slot.ts'
import { releaseHold } from '../../../actions/release-hold.ts'
import { inSnapshot } from '../../../db/connect.ts'
import type { Instant } from '../../../domain/interval.ts'
import type { BookingPage } from '../../../domain/public-booking.ts'
import { networkOf } from '../../auth/network.ts'
import type { FormFields } from '../../form-bodies.ts'
import { chargeVisit } from '../../registrations/visitor.ts'
import { sendBooking } from './booking-reply.ts'
import { bookingContext } from './booking-visitor.ts'
import { readOffered } from './offered.ts'
import { readChoice } from './read-choice.ts'
import { keyOf, readHeld, readProof } from './read-held.ts'
import { type AddForm, found, later, queryOf, type Sent } from './sent-form.ts'

/** The forms by which a slot is held, given back, booked and confirmed. */
export function addBookingForms(form: AddForm): void {
  form('/book/:clinic/hold', hold)
  form('/book/:clinic/hold/:key', book)
  form('/book/:clinic/hold/:key/release', release)
  form('/book/:clinic/confirm/:key', confirm)
}

async function hold(sent: Sent): Promise<FastifyReply> {
  const { base, fields, pages, reader, reply, request, services } = sent
  const { choice, clinicId } = reader
  const startsAt = instantOf(fields.start)
  const { therapists } = await inSnapshot(services.db, clinicId, (trx) => readOffered(trx, clinicId))
  const therapist = therapists.find(({ slug }) => slug === choice.therapist)
  if (startsAt === undefined || choice.typeId === null) return reply.redirect(`${base}${queryOf(sent)}`, 303)
  const context = bookingContext(services, clinicId, request, reply)
  const input = { typeId: choice.typeId, therapistId: therapist?.id ?? null, startsAt, network: networkOf(request.ip) }
  const answer = await found(holdPublicSlot(context, input))
  if (answer === undefined) return reply.redirect(base, 303)
  if (answer.kind === 'limited') return later(sent, answer.until)
  if (answer.kind === 'held')
    return reply.redirect(`${base}/hold/${answer.hold.id}.${answer.token}${queryOf(sent)}`, 303)
  const page = await inSnapshot(services.db, clinicId, (trx) =>
    readChoice(trx, reader, { choice, therapist: undefined, refused: answer.alternatives }),
  )
  return sendBooking(reply, pages, page, 409)
}

async function book(sent: Sent): Promise<FastifyReply> {
  const { base, fields, pages, reader, reply, request, services } = sent
  const key = keyOf(request.params.key)
  if (!key) return sendBooking(reply, pages, await held(sent))
  const visit = { services, clinicId: reader.clinicId, requestId: request.id, ip: request.ip }
  const seconds = await chargeVisit(visit, fields.email)
  if (seconds !== undefined) return later(sent, services.now() + seconds * 1000)
  const { zone } = await held(sent)
  const context = bookingContext(services, reader.clinicId, request, reply)
  const { email = '', name = '', phone = '' } = fields
  const answer = await bookPublicSlot(context, {
    ...{ hold: key, name, email, phone, language: reader.language, zone, agrees: fields.consent === 'yes' },
    ...{ answers: answersIn(fields), network: networkOf(request.ip) },
  })
  if ('booking' in answer) return reply.redirect(`${base}/hold/${request.params.key}${queryOf(sent)}`, 303)
  return refuse(sent, answer)
}

async function refuse(sent: Sent, answer: PublicRefused): Promise<FastifyReply> {
  const { fields, pages, reply } = sent
  if (answer.kind === 'over') return sendBooking(reply, pages, { ...(await held(sent)), view: { kind: 'over' } })
  return sendBooking(reply, pages, await held(sent, { typed: fields, wrong: answer }), 422)
}

function held({ reader, request, services }: Sent, refused?: Parameters<typeof readHeld>[3]): Promise<BookingPage> {
  return inSnapshot(services.db, reader.clinicId, (trx) => readHeld(trx, reader, keyOf(request.params.key), refused))
}

async function release(sent: Sent): Promise<FastifyReply> {
  const { base, reader, reply, request, services } = sent
  const key = keyOf(request.params.key)
  // Nothing is asked of the book for a key that nobody was given: whatever is missed there is written down.
  const isHeld = (await held(sent)).view.kind === 'details'
  if (key && isHeld) await found(releaseHold(bookingContext(services, reader.clinicId, request, reply), key))
  return reply.redirect(`${base}${queryOf(sent)}`, 303)
}

async function confirm(sent: Sent): Promise<FastifyReply> {
  const { base, pages, reader, reply, request, services } = sent
  const key = keyOf(request.params.key)
  const context = bookingContext(services, reader.clinicId, request, reply)
  const answer = key && (await confirmPublicBooking(context, key))
  if (answer?.kind === 'booked') return reply.redirect(`${base}/confirm/${request.params.key}${queryOf(sent)}`, 303)
  const { page } = await inSnapshot(services.db, reader.clinicId, (trx) => readProof(trx, reader, key))
  return sendBooking(reply, pages, { ...page, view: { kind: 'over' } })
}

const ANSWER = 'answer.'

function answersIn(fields: FormFields): Record<string, string> {
  const given = Object.entries(fields).filter(([name]) => name.startsWith(ANSWER))
  return Object.fromEntries(given.map(([name, value]) => [name.slice(ANSWER.length), value]))
}

function instantOf(field: string | undefined): Instant | undefined {
  return field !== undefined && /^\d{1,14}$/.test(field) ? Number(field) : undefined
}

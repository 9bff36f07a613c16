import type { FastifyReply } from 'fastify'
import { askToWait } from '../../../actions/ask-to-wait.ts'
import { confirmPublicWait } from '../../../actions/confirm-public-wait.ts'
import { leavePublicWait } from '../../../actions/leave-public-wait.ts'
import { inSnapshot } from '../../../db/connect.ts'
import { dayParts } from '../../../domain/waitlist-entry.ts'
import { networkOf } from '../../auth/network.ts'
import type { FormFields } from '../../form-bodies.ts'
import { chargeVisit } from '../../registrations/visitor.ts'
import { sendBooking } from './booking-reply.ts'
import { bookingContext } from './booking-visitor.ts'
import { keyOf } from './read-held.ts'
import { readWait, readWaitChoice, readWaitForm } from './read-wait.ts'
import { type AddForm, later, queryOf, type Sent } from './sent-form.ts'

/** The forms by which somebody asks for a place on the waitlist, confirms that she does, and gives it up. */
export function addWaitForms(form: AddForm): void {
  form('/book/:clinic/waitlist/join', join)
  form('/book/:clinic/waitlist/:key', confirm)
  form('/book/:clinic/waitlist/:key/leave', leave)
}

async function join(sent: Sent): Promise<FastifyReply> {
  const { base, fields, pages, reader, reply, request, services } = sent
  const { clinicId, language } = reader
  const asked = await inSnapshot(services.db, clinicId, (trx) => readWaitChoice(trx, reader))
  if ('instead' in asked) return instead(sent, asked.instead)
  const visit = { services, clinicId, requestId: request.id, ip: request.ip }
  const seconds = await chargeVisit(visit, fields.email)
  if (seconds !== undefined) return later(sent, services.now() + seconds * 1000)
  const { email = '', name = '', note = '', phone = '', until = '' } = fields
  const { therapist, type } = asked.chosen
  const answer = await askToWait(bookingContext(services, clinicId, request, reply), {
    ...{ typeId: type.id, therapistId: therapist?.id ?? null, ...tickedIn(fields), until: until.trim(), note },
    ...{ name, email, phone, language, zone: asked.page.zone, agrees: fields.consent === 'yes' },
    network: networkOf(request.ip),
  })
  if (answer.kind === 'asked') return reply.redirect(`${base}/waitlist/sent${queryOf(sent)}`, 303)
  if (answer.kind === 'closed') return sendBooking(reply, pages, { ...asked.page, view: { kind: 'wait_closed' } })
  const refused = { typed: fields, wrong: answer }
  const page = await inSnapshot(services.db, clinicId, (trx) => readWaitForm(trx, reader, refused))
  return typeof page === 'string' ? instead(sent, page) : sendBooking(reply, pages, page, 422)
}

function instead({ pages, reply }: Sent, page: Parameters<typeof sendBooking>[2] | string): FastifyReply {
  return typeof page === 'string' ? reply.redirect(page, 303) : sendBooking(reply, pages, page)
}

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const

function tickedIn(fields: FormFields) {
  const isTicked = (name: string) => fields[name] === 'yes'
  return {
    days: DAYS.filter((day) => isTicked(`day.${day}`)),
    parts: dayParts.filter((part) => isTicked(`part.${part}`)),
  }
}

async function confirm(sent: Sent): Promise<FastifyReply> {
  const { base, pages, reader, reply, request, services } = sent
  const key = keyOf(request.params.key)
  const context = bookingContext(services, reader.clinicId, request, reply)
  const answer = key && (await confirmPublicWait(context, key))
  if (answer?.kind === 'joined') return reply.redirect(`${base}/waitlist/${request.params.key}${queryOf(sent)}`, 303)
  const page = await inSnapshot(services.db, reader.clinicId, (trx) => readWait(trx, reader, key))
  return sendBooking(reply, pages, { ...page, view: { kind: 'wait_over' } })
}

async function leave(sent: Sent): Promise<FastifyReply> {
  const { base, reader, reply, request, services } = sent
  const key = keyOf(request.params.key)
  if (key) await leavePublicWait(bookingContext(services, reader.clinicId, request, reply), key)
  return reply.redirect(`${base}/waitlist/${request.params.key}${queryOf(sent)}`, 303)
}

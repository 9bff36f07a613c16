import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ActionError, NotFound } from '../../../actions/errors.ts'
import { inSnapshot } from '../../../db/connect.ts'
import type { Instant } from '../../../domain/interval.ts'
import { isForeignOrigin } from '../../auth/origin.ts'
import type { Services } from '../../context.ts'
import { type FormFields, readForms } from '../../form-bodies.ts'
import { plainBody, refuseRequest } from '../../http-errors.ts'
import type { BookingPages } from '../built-pages.ts'
import { type BookingRoute, queryKept } from './booking-asked.ts'
import { type BookingVisit, nobodys, visitOf } from './booking-pages.ts'
import { allowFrames, sendBooking } from './booking-reply.ts'
import { readOffered } from './offered.ts'
import { pageOf } from './read-choice.ts'

const LARGEST_FORM = 32 * 1024

type FormRoute = BookingRoute & { Body: FormFields | undefined }

/** A form that came from a page of ours. */
export interface Sent extends BookingVisit {
  readonly request: FastifyRequest<FormRoute>
  readonly reply: FastifyReply
  readonly fields: FormFields
  readonly base: string
}

/** Says what a form of that address does. */
export type AddForm = (path: string, act: (sent: Sent) => Promise<FastifyReply>) => void

/** What comes from pages of ours is read as a form, and nothing else; of a clinic that there is not, nothing is done. */
export async function addForms(
  app: FastifyInstance,
  services: Services,
  pages: BookingPages,
  ...kinds: readonly ((form: AddForm) => void)[]
): Promise<void> {
  await app.register(async (scope) => {
    readForms(scope, LARGEST_FORM)
    const form: AddForm = (path, act) =>
      scope.post<FormRoute>(path, async (request, reply) => {
        if (isForeignOrigin(request.headers, services.publicUrl))
          return refuseRequest(reply, 403, 'Not from there.', plainBody)
        const fields = request.body ?? {}
        const visit = await visitOf(services, pages, request, fields)
        if (!visit) return sendBooking(reply, pages, nobodys(services, pages, request))
        await allowFrames(reply, services, visit.reader.clinicId)
        return act({ ...visit, request, reply, fields, base: `/book/${encodeURIComponent(request.params.clinic)}` })
      })
    for (const add of kinds) add(form)
  })
}

/** Says when to come back. */
export async function later({ pages, reader, reply, services }: Sent, until: Instant): Promise<FastifyReply> {
  const seconds = Math.max(1, Math.ceil((until - services.now()) / 1000))
  const page = await inSnapshot(services.db, reader.clinicId, async (trx) =>
    pageOf(reader, await readOffered(trx, reader.clinicId), reader.choice),
  )
  const view = { kind: 'later' as const, minutes: Math.ceil(seconds / 60) }
  return sendBooking(reply.header('retry-after', seconds), pages, { ...page, view })
}

/** What there is; undefined for what is not there or never could be. */
export async function found<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof NotFound || (error instanceof ActionError && error.code === 'BAD_USER_INPUT')) return undefined
    throw error
  }
}

/** What was chosen goes on with the address. */
export function queryOf({ fields }: Pick<Sent, 'fields'>): string {
  return queryKept(fields)
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { hashOfSecret } from '../../actions/one-time-secret.ts'
import { inClinic } from '../../db/connect.ts'
import { type FeedAsked, insertEventsFeed, type PulledFeed, pullFeed } from '../../db/queries/feeds.ts'
import { findClinicIdOfHost, findClinicIdOfSlug } from '../../db/queries/shown-clinic.ts'
import type { Services } from '../context.ts'
import { SLUG } from '../public/asked.ts'
import { writeAppointment } from './appointment-file.ts'
import { FEED_FORM, makeFeedFiles } from './feed-files.ts'
import { type LimitOptions, limitRequests } from './limits.ts'
import { hasAlready, sendCalendar, sendUnchanged } from './send-calendar.ts'

export interface CalendarFilesOptions extends LimitOptions {
  readonly services: Services
}

type Answer<Found> = (found: Found, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

const SUFFIX = '.ics'
const TOKEN_FILE = /^[\w-]{43}\.ics$/

/** The calendars that others ask for: one appointment by its link, the published events, and private feeds by token. */
export async function addCalendarFiles(app: FastifyInstance, options: CalendarFilesOptions): Promise<void> {
  const { services } = options
  const fileOf = makeFeedFiles(services)
  await app.register(async (scope) => {
    const miss = await limitRequests(scope, options)
    const answer: Answer<PulledFeed | undefined> = async (pulled, request, reply) => {
      if (!pulled) return miss(request, reply)
      const { contentChangedAt, contentHash, isCurrent } = pulled
      const state = isCurrent && contentHash && contentChangedAt && { hash: contentHash, changedAt: contentChangedAt }
      if (state && hasAlready(request, state)) return sendUnchanged(request, reply, state)
      return sendCalendar(request, reply, await fileOf(pulled))
    }
    addEventsFeeds(scope, services, answer)
    scope.get<FileRoute>('/feeds/:file', async (request, reply) => {
      const token = tokenOf(request)
      const by = token === undefined ? undefined : { tokenHash: hashOfSecret(token) }
      return answer(by && (await pullFeed(services.db, by, FEED_FORM, services.now())), request, forOne(reply))
    })
    scope.get<FileRoute>('/appointments/:file', async (request, reply) => {
      const token = tokenOf(request)
      const file = token === undefined ? undefined : await writeAppointment(services, token)
      if (!file) return miss(request, forOne(reply))
      return sendCalendar(
        request,
        forOne(reply).header('content-disposition', 'inline; filename="appointment.ics"'),
        file,
      )
    })
  })
}

/** Of the clinic that the Host name belongs to, or the only one, and of every clinic by its slug. */
function addEventsFeeds(scope: FastifyInstance, services: Services, answer: Answer<PulledFeed | undefined>): void {
  scope.get('/feeds/events.ics', async (request, reply) => {
    const host = request.hostname
    const clinicId = () => findClinicIdOfHost(services.db, host)
    return answer(await pullEvents(services, { host }, clinicId), request, forAll(reply))
  })
  scope.get<{ Params: { clinic: string } }>('/c/:clinic/feeds/events.ics', async (request, reply) => {
    const slug = request.params.clinic
    if (!SLUG.test(slug)) return answer(undefined, request, forAll(reply))
    const clinicId = () => findClinicIdOfSlug(services.db, slug)
    return answer(await pullEvents(services, { slug }, clinicId), request, forAll(reply))
  })
}

interface FileRoute {
  Params: { file: string }
}

function tokenOf({ params }: FastifyRequest<FileRoute>): string | undefined {
  return TOKEN_FILE.test(params.file) ? params.file.slice(0, -SUFFIX.length) : undefined
}

/** Anybody may keep it for a moment. */
function forAll(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'public, max-age=60')
}

/** Meant for one reader: nobody else keeps it or finds it. */
function forOne(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex, nofollow')
}

/** A feed that was never asked for before is made. */
async function pullEvents(
  services: Services,
  by: FeedAsked,
  findClinicId: () => Promise<string | undefined>,
): Promise<PulledFeed | undefined> {
  const { db, now } = services
  const pulled = await pullFeed(db, by, FEED_FORM, now())
  if (pulled) return pulled
  const clinicId = await findClinicId()
  if (clinicId === undefined) return undefined
  await inClinic(db, clinicId, (trx) => insertEventsFeed(trx, clinicId, uuidv7(), now()))
  return pullFeed(db, { clinicId }, FEED_FORM, now())
}
